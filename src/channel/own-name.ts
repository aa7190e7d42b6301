/** The name that the user has chosen, sent until the channel has it (W10). */
import { onCleanup } from "solid-js";
import { randomId } from "~/outbox/random-id";
import type { ClientEvent, Refusal, ServerEvent } from "~/shared/protocol";

const RETRY_AFTER = 1_000; // ms, if the error names no time

/** `onRefused` learns why the channel does not take a name, such as that of someone who is muted. The next welcome asks again. */
export function createOwnName(send: (event: ClientEvent) => boolean, onRefused: (why: Refusal) => void) {
  let pending: string | undefined; // until the channel confirms it
  let ref: string | undefined; // of the latest request
  let timer: ReturnType<typeof setTimeout> | undefined;
  const request = () => {
    clearTimeout(timer);
    if (pending === undefined) return;
    ref = randomId();
    send({ t: "name", d: { name: pending }, ref });
  };
  const confirm = (name: string) => {
    if (name === pending) pending = undefined;
  };
  onCleanup(() => clearTimeout(timer));
  return {
    /** The name that the channel has not confirmed yet. */
    pending: () => pending,
    choose(name: string): void {
      pending = name;
      request();
    },
    /** Folds an event. `you` is the user's id. */
    receive(event: ServerEvent, you: string): void {
      if (event.t === "welcome") {
        confirm(event.d.you.name);
        request();
      } else if (event.t === "name" && event.d.user.id === you) confirm(event.d.user.name);
      else if (event.t === "error" && event.d.ref === ref && pending !== undefined) {
        const { code, retryAfter = RETRY_AFTER } = event.d;
        if (code === "rate_limited" || code === "storage") timer = setTimeout(request, retryAfter);
        else onRefused(event.d);
      }
    },
  };
}
