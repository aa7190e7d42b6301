/** Sends an event to the channel and waits for its answer. For what people do now and then; nothing of it is in the first load. */
import { randomId } from "~/outbox/random-id";
import type { ClientEvent, Reason, Refusal, ServerEvent } from "~/shared/protocol";
import type { Channel } from "./create-channel";

const ANSWER_TIMEOUT = 15_000; // ms

/** The types of the answers. All other events are answered with `done`. */
interface Answers {
  invite: "invited";
  redeem: "redeemed";
  record: "record";
  sanctions: "sanctions";
  kept: "kept";
  report: "reported";
  reports: "reports";
  delete: "chat";
  history: "page";
  search: "found";
}
type TypeOfAnswer<T> = T extends keyof Answers ? Answers[T] : "done";
type AnswerTo<T> = Extract<ServerEvent, { t: TypeOfAnswer<T> }>["d"];

/** Why an event was refused. `no_answer` is the page's own reason: it is offline, or the connection was lost meanwhile. */
export class RefusedError extends Error {
  readonly code: Refusal["code"];
  readonly reason: Reason | "no_answer" | undefined;
  readonly retryAfter: number | undefined;
  readonly until: number | undefined;

  constructor({ code, reason, message, retryAfter, until }: Omit<Refusal, "reason"> & { reason?: Reason | "no_answer" }) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.retryAfter = retryAfter;
    this.until = until;
  }
}

/** Resolves to the `d` of the answer. Rejects with a `RefusedError`; `refusalText` has its sentence. */
export function ask<E extends ClientEvent>(channel: Pick<Channel, "send" | "listen">, event: E): Promise<AnswerTo<E["t"]>> {
  return new Promise((resolve, reject) => {
    const ref = randomId();
    const finish = (end: () => void) => {
      clearTimeout(timer);
      stop();
      end();
    };
    const fail = () =>
      finish(() => reject(new RefusedError({ code: "storage", reason: "no_answer", message: "No answer came." })));
    const receive = (answer: ServerEvent) => {
      if (answer.t === "welcome") fail(); // the answer was lost with the connection before
      else if (answer.t === "error" && answer.d.ref === ref) finish(() => reject(new RefusedError(answer.d)));
      else if (isAnswer(answer, event, ref)) finish(() => resolve(answer.d as never));
    };
    const timer = setTimeout(fail, ANSWER_TIMEOUT);
    const stop = channel.listen((events) => events.forEach(receive));
    if (!channel.send({ ...event, ref })) fail();
  });
}

/** A deletion is answered with the message's new state, which goes to everyone and so has no `ref`. */
function isAnswer(answer: ServerEvent, question: ClientEvent, ref: string): boolean {
  if ("ref" in answer.d && answer.d.ref === ref) return true;
  return question.t === "delete" && answer.t === "chat" && answer.d.id === question.d.id && answer.d.deleted === true;
}
