/** One channel as the components see it: its socket's events folded into signals, and what a person can do. */
import { createMemo, createSignal, onMount } from "solid-js";
import { nameCookie } from "~/shared/cookies";
import type { PageData } from "~/shared/page";
import type { Message, User } from "~/shared/protocol";
import { useSocket } from "~/socket/SocketProvider";
import { strings } from "~/strings";
import type { Pending } from "~/outbox/ChangeOutbox";
import { createChanges } from "./create-changes";
import { createNaming } from "./own-name";
import { createQueue } from "~/outbox/create-queue";
import { createTyping } from "./typing";
import { Outbox, type Unsent } from "~/outbox/MessageOutbox";
import { createPaging } from "./older-messages";
import { sharedNames } from "~/people/appearance";
import * as People from "./people";
import * as Timeline from "./timeline";

const NOBODY: User = { id: "", name: "" };

export type Chat = ReturnType<typeof createChat>;

export function createChat(snapshot: PageData["snapshot"]) {
  const socket = useSocket();
  const [timeline, setTimeline] = createSignal(snapshot ? Timeline.timelineOf(snapshot) : Timeline.EMPTY);
  const [people, setPeople] = createSignal(People.peopleOf(snapshot ?? { you: NOBODY, n: 0, users: [] }));
  const {
    queue: outbox,
    entries: unsent,
    delay,
  } = createQueue<Unsent, Outbox>({
    socket,
    name: socket.path,
    make: (options) => new Outbox(options),
  });
  const paging = createPaging(timeline, (event) => socket.send(event));
  const { changes, shown, ...acting } = createChanges(socket, timeline, handBack);
  const [replyTo, setReplyTo] = createSignal<Message>();
  const [editing, setEditing] = createSignal<Message>();
  const [handedBack, setHandedBack] = createSignal<Pick<Unsent, "text">>();
  const [said, setSaid] = createSignal(0);
  const [wanted, setWanted] = createSignal<number | undefined>(undefined, { equals: false });
  const naming = createNaming((event) => socket.send(event));
  const typing = createTyping(() => socket.send({ t: "typing" }));
  let you = people().you.id; // known before the frame that says it is folded
  let atEnd = () => true;

  onMount(() =>
    socket.connect({
      welcome(d) {
        you = d.you.id;
        naming.welcome(d.you);
        paging.settle();
        outbox.flush(d.messages.filter(({ user }) => user.id === d.you.id));
        changes.flush(d.you.id, d.epoch, d.messages);
      },
      chat(d) {
        acknowledge(d);
        changes.confirm(you, d);
        if (d.id === d.seq) typing.stop(d.user.id); // else an old message was changed, perhaps by someone else
      },
      page: () => paging.settle(),
      name: (d) => d.user.id === you && naming.confirm(d.user),
      typing: (d) => typing.start(d.user),
      error(d) {
        outbox.refuse(d);
        changes.refuse(d);
        naming.refused(d);
        paging.refused(d);
      },
      frame(events) {
        const most = atEnd() ? Timeline.MOST : Timeline.MOST_SCROLLED_UP;
        setTimeline((timeline) => Timeline.foldAll(timeline, events, most));
        setPeople((people) => People.called(events.reduce(People.fold, people), naming.asked()));
      },
    }),
  );

  function acknowledge(message: { cid: string; user: User }): void {
    if (message.user.id === you) outbox.acknowledge(message);
  }

  function handBack(text: string): void {
    queueMicrotask(() => setHandedBack({ text })); // each by itself: of those in one batch only the last would be seen
  }

  function handBackOf(cid: string): void {
    const back = outbox.take(cid);
    if (!back) return;
    handBack(back.text);
    const { reply } = back;
    if (reply !== undefined) setReplyTo((now) => now ?? messageOf(reply) ?? notLoaded(reply));
  }

  /** From its latest text on, even where the channel has not confirmed it. */
  function startEditing(message?: Message): void {
    const edit = acting.editOf(message?.id)?.change;
    setEditing(message && edit?.t === "edit" ? { ...message, text: edit.d.text } : message);
  }

  function* everyone(): Generator<User> {
    yield people().you;
    yield* people().users;
    for (const { user } of timeline().messages) yield user;
  }
  const messageOf = (id: number) => Timeline.messageOf(shown(), id);

  return {
    ...acting,
    timeline: shown,
    people,
    unsent,
    delay,
    loadingOlder: paging.loading,
    loadOlder: paging.loadOlder,
    /** Whoever shows the messages says how to tell whether their reader is at the end: further up, they are kept longer. */
    watchReader: (isAtEnd: () => boolean) => void (atEnd = isAtEnd),
    typing: createMemo(() => typing.users().filter(({ id }) => id !== people().you.id)),
    /** The message `id`, if it is among those loaded. */
    messageOf,
    /** The message that the one being written answers. */
    replyTo,
    setReplyTo,
    /** One's own message that is being written anew. */
    editing,
    setEditing: startEditing,
    /** The text of a refused edit goes back to its writer: as an edit, or by itself where its message is gone. */
    editAgain({ cid, change }: Pending): void {
      if (change.t !== "edit") return;
      changes.discard(cid);
      const message = messageOf(change.d.id);
      if (message && !message.deleted) setEditing({ ...message, text: change.d.text });
      else handBack(change.d.text);
    },
    /** Takes back or writes anew what one has said last, if there is something that can be changed. */
    editLast(): boolean {
      const waiting = unsent().findLast(({ cid, refusal }) => refusal || outbox.isUntouched(cid));
      const last = shown().messages.findLast(({ user, deleted }) => user.id === people().you.id && !deleted);
      if (waiting) handBackOf(waiting.cid);
      else if (last) startEditing(last);
      return waiting !== undefined || last !== undefined;
    },
    isUntouched: (cid: string) => outbox.isUntouched(cid) || changes.isUntouched(cid),
    say(text: string): void {
      outbox.add(text, replyTo()?.id);
      setReplyTo(undefined);
      setSaid((times) => times + 1);
    },
    /** How often something was said in this page. */
    said,
    /** The folded names that more than one person here goes by: these are shown with a tag. */
    sharedNames: createMemo(() => sharedNames(everyone()), undefined, {
      equals: (a, b) => a.size === b.size && [...a].every((name) => b.has(name)),
    }),
    /** The id of a message that is to be brought into view, for whoever shows the messages. */
    wanted,
    show: (id: number) => setWanted(id),
    retry: (cid: string) => outbox.retry(cid),
    discard: (cid: string) => outbox.discard(cid),
    /** The text of a refused message that its writer wants back, to go where messages are written. */
    handedBack,
    handBack: handBackOf,

    /** Takes a cleaned name, here at once and for everyone as soon as the channel hears of it; kept for next time. */
    rename(name: string): void {
      document.cookie = nameCookie(name, location.protocol === "https:");
      setPeople((people) => People.called(people, name));
      naming.take(name);
    },

    /** Tells the others that a message is being written. */
    type: typing.tell,
  };
}

/** What stands for a message that is answered and not loaded. */
function notLoaded(id: number): Message {
  return { id, seq: id, cid: "", user: { id: "", name: strings.quote.unknown }, text: "…", at: 0 };
}
