/** The message that is being written: a new one, a reply or an edit, with the draft that is kept for each channel. */
import { createEffect, createSignal } from "solid-js";
import type { Channel } from "~/channel/create-channel";
import type { Viewport } from "~/channel/create-viewport";
import type { PendingChange } from "~/channel/changes";
import type { UnsentFile } from "~/channel/unsent-messages";
import type { Message } from "~/shared/protocol";
import { cleanText, textProblem } from "~/shared/text";
import { strings } from "~/strings/current";
import { refusalText, type Shown } from "~/strings/refusal-text";
import { draftOf, keepDraft } from "./drafts";

/** As much of a text box as the composer needs. */
export type TextBox = Pick<HTMLTextAreaElement, "value" | "focus">;

export type Composer = ReturnType<typeof createComposer>;

export function createComposer(channel: Channel, viewport: Pick<Viewport, "showSent">) {
  const [replyTo, setReplyTo] = createSignal<Message>();
  const [editing, setEditing] = createSignal<Message>();
  const [problem, setProblem] = createSignal<string | Shown>();
  const [length, setLength] = createSignal(0);
  const [hold, setHold] = createSignal<string>();
  const [picked, setPicked] = createSignal<readonly File[]>([]);
  const [files, setFiles] = createSignal<readonly UnsentFile[]>([]);
  let box!: TextBox;
  let draft: string | undefined; // the new message's text, while an edit is in the box

  /** The text in the box has changed. */
  function changed(): void {
    setProblem(undefined);
    setLength(cleanText(box.value).length);
    if (draft === undefined) keepDraft(channel.name, box.value);
  }

  function write(text: string): void {
    box.value = text;
    changed();
  }

  /** Connects the text box, with what was typed before the script came. Call it on mount. */
  function attach(textBox: TextBox): void {
    box = textBox;
    const kept = draftOf(channel.name);
    const typed = box.value;
    write(kept === "" || typed.includes(kept) ? typed : [kept, typed].filter(Boolean).join("\n"));
    createEffect(() => {
      for (const { cid, change } of channel.changes.orphanedEdits()) {
        restore(change.d.text);
        channel.changes.discard(cid);
      }
    });
  }

  /** Gives a text back to its author: before the text that is being written. */
  function restore(text: string): void {
    const before = (rest: string) => (rest === "" ? text : `${text}\n${rest}`);
    if (draft === undefined) write(before(box.value));
    else keepDraft(channel.name, (draft = before(draft))); // the edit in the box stays
    box.focus();
  }

  function reply(message: Message): void {
    setReplyTo(message);
    box.focus();
  }

  /** Puts a message into the box to be edited; undefined ends that, and the draft comes back. */
  function edit(message: Message | undefined): void {
    if (draft !== undefined) box.value = draft;
    draft = message && box.value;
    setEditing(message);
    write(message?.text ?? box.value);
    box.focus();
  }

  /** Edits a message, from the latest text that the user gave it. */
  function startEditing(message: Message): void {
    const pending = channel.changes.editOf(message.id)?.change;
    edit(pending?.t === "edit" ? { ...message, text: pending.d.text } : message);
  }

  /** Edits a message, which need not be loaded, from a text that the user gave it. */
  function resumeEditing(id: number, text: string): void {
    const message = channel.messageOf(id) ?? notLoaded(id);
    if (message.deleted) restore(text);
    else edit({ ...message, text });
  }

  /** Stores the draft of this tab: another tab may have stored its own. */
  function keepOwnDraft(): void {
    const own = draft ?? box.value;
    if (own !== "") keepDraft(channel.name, own);
  }

  /** Gives an unsent message back to its author. */
  function takeBack(cid: string): void {
    const entry = channel.unsent.takeBack(cid);
    if (!entry) return;
    if (entry.text !== "") restore(entry.text);
    setFiles([...(entry.files ?? []).map(({ id: _id, ...file }) => file), ...files()]);
    if (entry.reply !== undefined && !replyTo()) replyToId(entry.reply);
  }

  /** Answers a message that need not be loaded. */
  function replyToId(id: number): void {
    reply(channel.messageOf(id) ?? notLoaded(id));
  }

  /** Sends cleaned texts of valid length in place of what is in the box, with the attached files. */
  function send(texts: string | readonly string[]): void {
    channel.unsent.send(texts, replyTo()?.id, files());
    setFiles([]);
    setReplyTo(undefined);
    write("");
    viewport.showSent();
  }

  /** An edit that removes all of a message deletes it. */
  function saveEdit(message: Message, text: string): void {
    if (text === "" && !message.files) channel.changes.delete(message.id);
    else if (text !== message.text || text !== channel.messageOf(message.id)?.text) channel.changes.edit(message.id, text);
    edit(undefined);
  }

  return {
    /** The message that the one in the box answers. */
    replyTo,
    /** The user's own message that is being edited. */
    editing,
    /** Why the text cannot be sent. */
    problem: () => {
      const why = problem();
      return typeof why === "object" ? refusalText(why) : why;
    },
    /** Of the cleaned text, in UTF-16 units. */
    length,
    /** What was chosen, pasted or dropped and is not ready to be sent yet. */
    picked,
    setPicked,
    pick: (more: Iterable<File>) => setPicked((files) => [...files, ...more]),
    /** What is attached to the new message. */
    files,
    setFiles,
    /** Says why no new message is sent for now. */
    setHold,
    /** Says why a text is not taken, until the text in the box changes. */
    setProblem,
    send,
    attach,
    changed,
    reply,
    replyToId,
    startEditing,
    resumeEditing,
    keepOwnDraft,
    restore,
    takeBack,

    /** Ends the edit or, if there is none, the reply. */
    cancel(): void {
      if (editing()) edit(undefined);
      else setReplyTo(undefined);
      box.focus();
    },

    /** Sends the text in the box, or saves the edit. Says why if it cannot be sent. */
    submit(): void {
      box.focus();
      const message = editing();
      const text = cleanText(box.value);
      const found = text === "" ? undefined : textProblem(text);
      const readOnly = channel.readOnly();
      const held = readOnly ? { code: "forbidden" as const, ...readOnly } : hold();
      const why = (!message && held) || found;
      setProblem(undefined); // so that the same problem is announced again
      setProblem(why);
      if (why) return;
      if (message) saveEdit(message, text);
      else if (text !== "" || files().length > 0) send(text);
    },

    /** Opens the user's last message: takes it back if it was never sent, or edits it. Returns false if there is none. */
    editLast(): boolean {
      const waiting = channel.unsent.entries().findLast(({ cid, refusal }) => refusal || channel.unsent.isNeverSent(cid));
      const you = channel.people().you.id;
      const last = channel.timeline().messages.findLast(({ user, deleted }) => user.id === you && !deleted);
      if (waiting) takeBack(waiting.cid);
      else if (last) startEditing(last);
      return waiting !== undefined || last !== undefined;
    },

    /** Opens a pending edit once more; if its message no longer exists, its text alone. */
    editAgain({ cid, change }: PendingChange): void {
      if (change.t !== "edit") return;
      channel.changes.discard(cid);
      const message = channel.messageOf(change.d.id);
      if (message && !message.deleted) edit({ ...message, text: change.d.text });
      else restore(change.d.text);
    },
  };
}

/** Stands for a message that is answered or edited and not loaded. */
function notLoaded(id: number): Message {
  return { id, seq: id, cid: "", user: { id: "", name: strings().quote.unknown }, text: "…", at: 0 };
}
