/** A channel's state on the page: one fold of each frame that comes in, and what the user can do. */
import { createMemo, createSignal, onMount } from "solid-js";
import { nameCookie } from "~/shared/cookies";
import type { Message, Quote, ServerEvent, Snapshot, User } from "~/shared/protocol";
import type { StrongSocket } from "~/socket/StrongSocket";
import type { Toasts } from "~/toasts/create-toasts";
import { setServerTime } from "~/ui/server-time";
import { createChanges } from "./changes";
import { sharedNames } from "./name-tags";
import { createOlderMessages } from "./older-messages";
import { withPendingChanges, type ChangedMessages } from "./optimistic-timeline";
import { createOwnName } from "./own-name";
import * as People from "./people";
import * as Timeline from "./timeline";
import { createTyping } from "./typing";
import { createUnsentMessages } from "./unsent-messages";
import type { Viewport } from "./create-viewport";

const UNKNOWN_USER: User = { id: "", name: "" };

export type Channel = ReturnType<typeof createChannel>;

/** `snapshot` is what the page was rendered from, if anything. The socket connects on mount. */
export function createChannel(
  socket: StrongSocket,
  snapshot: Snapshot | undefined,
  viewport: Pick<Viewport, "isAtEnd">,
  toasts: Toasts,
) {
  const [confirmed, setConfirmed] = createSignal(snapshot ? Timeline.timelineOf(snapshot) : Timeline.EMPTY);
  const [people, setPeople] = createSignal(People.peopleOf(snapshot ?? { you: UNKNOWN_USER, n: 0, users: [] }));
  const unsent = createUnsentMessages(socket);
  const changes = createChanges(socket, confirmed, toasts);
  const older = createOlderMessages(confirmed, (event) => socket.send(event));
  const ownName = createOwnName((event) => socket.send(event));
  const typing = createTyping(() => socket.send({ t: "typing" }));

  const known: ChangedMessages = new WeakMap();
  const timeline = createMemo(() => withPendingChanges(confirmed(), changes.pending(), known));

  /** Folds a frame, each event once: into the timeline, the people, and everything that waits for an answer. */
  function receive(events: readonly ServerEvent[]): void {
    const messages = new Timeline.TimelineFold(
      confirmed(),
      viewport.isAtEnd() ? Timeline.MAX_MESSAGES_AT_END : Timeline.MAX_MESSAGES_SCROLLED_UP,
    );
    let folded = people();
    for (const event of events) {
      if (event.t === "welcome" && event.d.now) setServerTime(event.d.now); // an older server does not tell it
      messages.receive(event);
      folded = People.fold(folded, event);
      for (const part of [unsent, changes, older, ownName, typing]) part.receive(event, folded.you.id);
    }
    setConfirmed(messages.result());
    setPeople(People.withOwnName(folded, ownName.pending()));
  }

  onMount(() => socket.connect({ frame: receive }));

  function* everyone(): Generator<User> {
    yield people().you;
    yield* people().users;
    for (const { user } of confirmed().messages) yield user;
  }

  return {
    /** The channel's canonical name. */
    name: socket.path,
    /** The messages, with the user's own pending changes. */
    timeline,
    /** The message `id`, if it is loaded. */
    messageOf: (id: number): Message | undefined => Timeline.messageOf(timeline(), id),
    /** The message `id` as its answers quote it, if it is known. */
    quoteOf: (id: number): Quote | undefined => Timeline.quoteOf(timeline(), id),
    people,
    /** Names, folded, that more than one person here uses. They are shown with a tag. */
    sharedNames: createMemo(() => sharedNames(everyone()), undefined, {
      equals: (a, b) => a.size === b.size && [...a].every((name) => b.has(name)),
    }),
    unsent,
    changes,
    older,
    typing,
    /** Takes a cleaned name: here at once, for everyone once the channel has it, and in a cookie for next time. */
    rename(name: string): void {
      document.cookie = nameCookie(name, location.protocol === "https:");
      setPeople((people) => People.withOwnName(people, name));
      ownName.choose(name);
    },
  };
}
