/** A channel's state on the page: one fold of each frame that comes in, and what the user can do. */
import { batch, createMemo, createSignal, onMount } from "solid-js";
import { isServer } from "solid-js/web";
import { nameCookie, nameIn } from "~/shared/cookies";
import type { ClientEvent, Message, Quote, Refusal, ServerEvent, Snapshot, StaffRole, User } from "~/shared/protocol";
import type { StrongSocket } from "~/socket/StrongSocket";
import type { Toasts } from "~/toasts/create-toasts";
import { refusalText } from "~/strings/refusal-text";
import { cookies, keepCookie } from "~/ui/cookies";
import { setServerTime } from "~/ui/server-time";
import { createChanges } from "./changes";
import { sharedSkeletons, tagOf } from "./name-tags";
import { createPages } from "./pages";
import { withPendingChanges, type ChangedMessages } from "./optimistic-timeline";
import { createOwnName } from "./own-name";
import * as People from "./people";
import * as Settings from "./settings";
import * as Timeline from "./timeline";
import { createTyping } from "./typing";
import { createUnsentMessages } from "./unsent-messages";
import type { Viewport } from "./create-viewport";

const UNKNOWN_USER: User = { id: "", name: "" };

export type Channel = ReturnType<typeof createChannel>;

/** `snapshot` is what the page was rendered from, if anything. The socket connects on mount, unless the user was `refused`. */
export function createChannel(
  socket: StrongSocket,
  snapshot: Snapshot | undefined,
  viewport: Pick<Viewport, "isAtEnd">,
  toasts: Toasts,
  refused?: Refusal,
) {
  const [latest, setLatest] = createSignal(snapshot && !snapshot.newer ? Timeline.timelineOf(snapshot) : Timeline.EMPTY);
  const [past, setPast] = createSignal(snapshot?.newer ? Timeline.timelineOf(snapshot) : undefined);
  /** What the list shows. */
  const confirmed = () => past() ?? latest();
  const [people, setPeople] = createSignal(People.peopleOf(snapshot ?? { you: UNKNOWN_USER, n: 0, users: [] }));
  const [refusal, setRefusal] = createSignal(refused);
  const [settings, setSettings] = createSignal(snapshot?.settings ?? Settings.DEFAULTS);
  const listeners = new Set<(events: readonly ServerEvent[]) => void>();
  const unsent = createUnsentMessages(socket);
  const changes = createChanges(socket, confirmed, toasts);
  const pages = createPages(confirmed, (event) => socket.send(event));
  const ownName = createOwnName(
    (event) => socket.send(event),
    (why) => toasts.show({ text: refusalText(why) }),
  );
  const typing = createTyping(() => socket.send({ t: "typing" }));

  const known: ChangedMessages = new WeakMap();
  const timeline = createMemo(() => withPendingChanges(confirmed(), changes.pending(), known));

  /**
   * Folds a frame, each event once: into the timeline, the people, the settings, and everything that waits for an answer. If one of
   * them throws, the others still get the event, and the new state is set. Then the first error is thrown.
   */
  function receive(events: readonly ServerEvent[]): void {
    const errors: unknown[] = [];
    const attempt = (step: () => void) => {
      try {
        step();
      } catch (error) {
        errors.push(error);
      }
    };
    const messages = new Timeline.TimelineFold(
      latest(),
      past() || viewport.isAtEnd() ? Timeline.MAX_MESSAGES_AT_END : Timeline.MAX_MESSAGES_SCROLLED_UP,
    );
    let folded = people();
    const nameBefore = folded.you.name;
    for (const event of events) {
      if (event.t === "welcome" && event.d.now) setServerTime(event.d.now);
      attempt(() => messages.receive(event));
      attempt(() => (folded = People.fold(folded, event)));
      for (const part of [unsent, changes, pages, ownName, typing]) attempt(() => part.receive(event, folded.you.id));
    }
    attempt(() => setLatest(messages.result()));
    attempt(() => setPeople(People.withOwnName(folded, ownName.pending())));
    attempt(() => setSettings(events.reduce(Settings.fold, settings())));
    if (events.some(({ t }) => t === "welcome")) setRefusal(undefined);
    const isRenamed = events.some((event) => event.t === "name" && event.d.user.id === folded.you.id);
    if (isRenamed && people().you.name !== nameBefore) attempt(() => keepName(people().you.name));
    for (const listener of listeners) attempt(() => listener(events));
    if (errors.length > 0) throw errors[0];
  }

  /** Also a name that was chosen on another device: with the old one in its cookie, the next upgrade would undo it. */
  function keepName(name: string): void {
    if (name !== nameIn(cookies())) keepCookie(nameCookie(name));
  }

  const connect = () => socket.connect({ frame: receive });
  onMount(() => {
    if (!refused) return connect();
    setPeople((people) => People.withOwnName(people, nameIn(cookies()))); // only now: the server's page did not have it
  });

  const shared = createMemo(() => sharedSkeletons(everyone()), undefined, {
    equals: (a, b) => a.size === b.size && [...a].every((skeleton) => b.has(skeleton)),
  });

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
    /** The user of this page, with their role, and with the reason why they cannot write, if they cannot. */
    you: () => people().you,
    settings,
    /** Why the user may not read the channel (W26, W29), if they may not. */
    refusal,
    /** Why the user can write no message now, if they cannot. */
    readOnly: () => refusal() ?? people().you.readOnly,
    /** Takes the channel off the page, but nothing that the user has not sent. Without a refusal, connects again. */
    refuse(why: Refusal | undefined): void {
      if (!why) return connect();
      batch(() => {
        setRefusal(why);
        setPast(undefined);
        setLatest(Timeline.EMPTY);
        setPeople(({ you }) => People.peopleOf({ you, n: 0, users: [] }));
        setSettings(Settings.DEFAULTS);
      });
    },
    /** The latest messages, also while the list shows the past. */
    latest,
    setLatest,
    /** The place in the past that the list shows (W31); undefined if it shows the latest messages. */
    past,
    /** Shows a place in the past, or the latest messages. */
    setPast,
    /** The role of a user that the settings list: of a moderator or an owner. */
    roleOf: (user: string): StaffRole | undefined => settings().staff.find(({ id }) => id === user)?.role,
    /** Passes an event to the socket. Returns false if that is not online. */
    send: (event: ClientEvent): boolean => socket.send(event),
    /** Calls the listener with the events of each frame, after they were folded. Returns a function that stops the calls. */
    listen(listener: (events: readonly ServerEvent[]) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Folds events that did not come by the socket. */
    receive,
    /** The tag to show beside a user's name: `#u7Yx`. Undefined if nobody else's name here looks like it. */
    tagOf: (user: User) => tagOf(user, shared()),
    /** The user's own name; before the first welcome, that of the cookie. */
    ownName: createMemo(() => people().you.name || (!isServer && !refused && nameIn(cookies())) || ""),
    unsent,
    changes,
    pages,
    typing,
    /** Takes a cleaned name: here at once, for everyone once the channel has it, and in a cookie for next time. */
    rename(name: string): void {
      keepCookie(nameCookie(name));
      setPeople((people) => People.withOwnName(people, name));
      ownName.choose(name);
    },
  };
}
