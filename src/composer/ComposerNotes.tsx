/** What the composer says beside the text box: its length, a text that does not fit, why nothing can be written, and storage that fails. It also takes files, and keeps those that are attached. */
import { createEffect, createMemo, createSignal, on, onMount, Show, untrack } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { isUploaded, type UnsentFile } from "~/channel/unsent-messages";
import { takeFiles } from "~/files/take-files";
import { LIMITS, MAX_FILES } from "~/shared/protocol";
import { cleanText } from "~/shared/text";
import { onDemand } from "~/ui/on-demand";
import { keepUnsaved } from "~/ui/unsaved";
import { onDemandStrings } from "~/strings/current";
import { useComposer } from "./ComposerProvider";
import { createReadOnly } from "./create-read-only";
import { interceptLongTexts, textAfter, type Insertion } from "./long-text";
import { cutAt, partsOf } from "./parts";
import "./ComposerNotes.css";

const Uploads = onDemand(() => import("~/files/Uploads").then((module) => module.Uploads));

const words = () => onDemandStrings().composerNotes;

/** From this length on, the length is shown. */
const SHOW_LENGTH_FROM = 0.9 * LIMITS.text; // UTF-16 units

/** The texts that did not fit, by channel, until their author has decided. `before` is what was in the box. */
const undecided = new Map<string, { rest: string; before: string }>();

/** The attached files, by channel, until they are sent. */
const attached = new Map<string, readonly UnsentFile[]>();

interface ComposerNotesProps {
  box: HTMLTextAreaElement;
  /** The id of the line with the length. */
  lengthId: string;
  /** Replaces the text between two offsets. */
  insert: (text: string, from: number, to: number) => void;
}

export function ComposerNotes(props: ComposerNotesProps) {
  const channel = useChannel();
  const composer = useComposer();
  const { length, editing } = composer;
  /** What did not fit into the box: it follows the text there. */
  const [rest, setRest] = createSignal(undecided.get(channel.name)?.rest ?? "");
  const { whyReadOnly, isInList, untilNext } = createReadOnly(channel);
  /** Whether the user has pressed Enter in slow mode: the countdown says the same. */
  const isTooSoon = () => composer.problem() === onDemandStrings().reasons.slow_mode;
  /** Whether they have pressed it while they cannot write at all: the note says why already. */
  const isRefused = () => whyReadOnly() !== undefined && composer.problem() === whyReadOnly();
  let sendButton: HTMLButtonElement | undefined;

  const whole = () => props.box.value + rest();
  const parts = createMemo(() => {
    if (rest() === "") return length() > LIMITS.text && !editing() ? partsOf(props.box.value) : [];
    return untrack(() => partsOf(whole())); // of megabytes: not again with each key
  });

  const take = (insertion: Insertion) => {
    const { value } = props.box;
    const all = textAfter(value, insertion);
    const cleaned = cleanText(all);
    if (cleaned.length <= LIMITS.text) return props.insert(cleaned, 0, value.length); // of spaces, mostly
    if (editing()) return takeIntoEdit(insertion);
    const size = cutAt(all, LIMITS.text);
    const from = Math.min(insertion.from, size);
    props.insert(all.slice(from, size), from, value.length);
    const { before = value } = undecided.get(channel.name) ?? {};
    undecided.set(channel.name, { rest: all.slice(size) + rest(), before });
    setRest(all.slice(size) + rest());
  };
  /** An edit is one message, so it takes what fits. */
  const takeIntoEdit = ({ text, from, to }: Insertion) => {
    const room = LIMITS.text - (props.box.value.length - (to - from));
    const size = room > 0 ? cutAt(text, room) : 0;
    if (size > 0) props.insert(text.slice(0, size), from, to);
    composer.setProblem(words().notPasted(text.length - size));
  };
  const sendParts = () => {
    const texts = partsOf(whole());
    setRest("");
    composer.send(texts);
    props.box.focus();
  };
  const keep = () => {
    setRest("");
    composer.setProblem(undefined);
    props.box.focus();
  };
  const cancel = () => {
    const { before = "" } = undecided.get(channel.name) ?? {};
    keep();
    props.insert(before, 0, props.box.value.length);
  };

  /** Why nothing is sent for now. */
  const hold = () => {
    if (rest() !== "") return words().decide;
    if (composer.picked().length > 0) return onDemandStrings().attachments.preparing;
    if (composer.files().length > MAX_FILES) return onDemandStrings().reasons.bad_files;
    return untilNext() && onDemandStrings().reasons.slow_mode;
  };

  onMount(() => {
    takeFiles(composer.pick);
    composer.setFiles((files) => [...(attached.get(channel.name) ?? []), ...files]);
    createEffect(() => {
      attached.set(channel.name, composer.files());
      keepUnsaved(`the files of ${channel.name}`, composer.files().length > 0);
    });
    interceptLongTexts(props.box, take);
    createEffect(() => {
      composer.setHold(hold());
      if (rest() === "") undecided.delete(channel.name);
      keepUnsaved(`the rest of ${channel.name}`, rest() !== "");
    });
    createEffect(() => composer.problem() === words().decide && sendButton?.focus());
    createEffect(() => isTooSoon() && !untilNext() && composer.setProblem(undefined));
    createEffect(on(whyReadOnly, (_now, before) => before && composer.problem() === before && composer.setProblem(undefined)));
  });

  return (
    <>
      <Show when={channel.unsent.entries().some((entry) => !isUploaded(entry))}>
        <Uploads />
      </Show>
      <Show when={parts().length > 1 && !editing()}>
        <div class="composer-note" role="group" aria-label={words().label}>
          <Show when={rest() !== ""}>
            <span role="status">{words().tooLong(rest().length, untrack(whole).length)}</span>
          </Show>
          <button type="button" ref={(element) => (sendButton = element)} onClick={sendParts}>
            {words().sendParts(parts().length)}
          </button>
          <Show when={rest() !== ""}>
            <button type="button" onClick={keep}>
              {words().keep}
            </button>
            <button type="button" onClick={cancel}>
              {words().cancel}
            </button>
          </Show>
        </div>
      </Show>
      <Show when={!channel.unsent.isKept()}>
        <p class="composer-note" role="status">
          {words().notKept}
        </p>
      </Show>
      <div class="composer-about" id={props.lengthId}>
        <p class="composer-note" classList={{ "composer-said": isRefused() }} role="status">
          <Show when={isInList() ? onDemandStrings().refused.kept : whyReadOnly()} keyed>
            {(why) => <span>{why}</span>}
          </Show>
        </p>
        <p class="composer-note" classList={{ "composer-said": isTooSoon() }} role="timer">
          <Show when={untilNext()} keyed>
            {(left) => <span>{left}</span>}
          </Show>
        </p>
        <p class="composer-count" classList={{ problem: length() > LIMITS.text }}>
          <Show when={length() >= SHOW_LENGTH_FROM}>{words().count(length(), LIMITS.text)}</Show>
        </p>
      </div>
    </>
  );
}
