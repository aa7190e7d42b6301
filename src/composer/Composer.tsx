/** Where a message is written, answered and written anew: Enter sends (on a touch screen the button), Shift+Enter breaks the line, Escape leaves. */
import SendHorizontal from "lucide/dist/esm/icons/send-horizontal.mjs";
import { createEffect, createSignal, createUniqueId, on, onMount, Show } from "solid-js";
import type { Chat } from "~/channel/create-channel";
import { draftOf, keepDraft } from "./drafts";
import { LIMITS } from "~/shared/protocol";
import { strings } from "~/strings";
import { cleanText, textProblem } from "~/shared/text";
import { ComposerMode } from "./ComposerMode";
import { ComposerTools } from "./ComposerTools";
import { Icon } from "~/ui/Icon";
import { hasSoftKeyboard, isComposing } from "~/keyboard/focus";
import { onDemand } from "~/ui/on-demand";
import "./Composer.css";

const Completions = onDemand(import.meta.env.SSR || (() => import("./Completions").then((module) => module.Completions)));

const words = strings.composer;
/** From here on, one is told how long the text is. */
const NEAR_LIMIT = 0.9 * LIMITS.text;

export function Composer(props: { chat: Chat; channel: string; openKeyMap: () => void }) {
  const problemId = createUniqueId();
  const countId = createUniqueId();
  const [problem, setProblem] = createSignal<string>();
  const [count, setCount] = createSignal(0);
  const [completing, setCompleting] = createSignal(false); // from the first sign of it on
  let box!: HTMLTextAreaElement;
  let aside: string | undefined; // the draft, while a message is written anew

  const written = () => {
    setProblem(undefined);
    setCount(cleanText(box.value).length);
    if (aside === undefined) keepDraft(props.channel, box.value);
    grow(box);
  };
  const write = (text: string) => {
    box.value = text;
    written();
  };
  /** Puts something in the place of a part of the text. */
  const insert = (text: string, from = box.selectionStart, to = box.selectionEnd) => {
    box.setRangeText(text, from, to, "end");
    written();
    box.focus();
  };
  const leave = () => {
    if (props.chat.editing()) props.chat.setEditing(undefined);
    else props.chat.setReplyTo(undefined);
    box.focus();
  };

  onMount(() => {
    if (hasSoftKeyboard()) box.enterKeyHint = "enter";
    const draft = draftOf(props.channel);
    const typed = box.value; // before the script came
    write(draft === "" || typed.includes(draft) ? typed : [draft, typed].filter(Boolean).join("\n"));
  });

  createEffect(
    on(
      () => props.chat.editing(),
      (message) => {
        if (aside !== undefined) box.value = aside;
        aside = message && box.value;
        write(message?.text ?? box.value);
        box.focus();
      },
      { defer: true },
    ),
  );
  createEffect(on(() => props.chat.replyTo(), (message) => message && box.focus(), { defer: true })); // prettier-ignore
  createEffect(
    on(
      () => props.chat.handedBack(),
      (back) => {
        if (!back) return;
        const before = (text: string) => (text === "" ? back.text : `${back.text}\n${text}`);
        if (aside === undefined) write(before(box.value));
        else keepDraft(props.channel, (aside = before(aside))); // what is being written anew is not to be lost either
        box.focus();
      },
      { defer: true },
    ),
  );

  const send = () => {
    const { chat } = props;
    const editing = chat.editing();
    const text = cleanText(box.value);
    const found = text === "" ? undefined : textProblem(text);
    setProblem(found?.message);
    box.focus();
    if (found || (text === "" && !editing)) return;
    if (!editing) {
      chat.say(text);
      return write("");
    }
    if (text === "") chat.remove(editing.id);
    else if (text !== editing.text || text !== chat.messageOf(editing.id)?.text) chat.edit(editing.id, text);
    chat.setEditing(undefined);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    // a keyboard on the screen has no Shift+Enter
    if (event.key === "Enter" && !event.shiftKey && (event.ctrlKey || event.metaKey || !hasSoftKeyboard())) send();
    else if (event.key === "Escape" && (props.chat.editing() || props.chat.replyTo())) leave();
    else if (event.key !== "ArrowUp" || box.value !== "" || props.chat.editing() || !props.chat.editLast()) return;
    event.preventDefault();
  };

  return (
    <form class="composer" aria-label={words.placeholder}>
      <ComposerMode chat={props.chat} leave={leave} />
      <div class="composer-field" classList={{ "composer-editing": props.chat.editing() !== undefined }}>
        <textarea
          ref={box}
          class="composer-text"
          rows="1"
          dir="auto"
          aria-label={words.label(props.channel)}
          aria-describedby={`${problemId} ${countId}`}
          aria-autocomplete="list"
          placeholder={words.placeholder}
          autocomplete="off" // or the browser brings back the text of an edit, as if it were a new message
          enterkeyhint="send"
          onInput={() => {
            written();
            if (/[@:]/.test(box.value)) setCompleting(true);
            props.chat.type();
          }}
          onKeyDown={onKeyDown}
        />
        <ComposerTools insert={(emoji) => insert(`${emoji} `)} toBox={() => box.focus()} openKeyMap={props.openKeyMap} />
        <button
          type="button" // one that submits would load the page anew before there is a script
          class="composer-send"
          aria-label={props.chat.editing() ? words.save : words.send}
          title={props.chat.editing() ? words.save : words.send}
          onClick={send}
        >
          <Icon of={SendHorizontal} size={20} />
        </button>
      </div>
      <Show when={completing()}>
        <Completions chat={props.chat} box={box} insert={insert} />
      </Show>
      <p class="composer-count" id={countId} classList={{ problem: count() > LIMITS.text }}>
        <Show when={count() >= NEAR_LIMIT}>{words.count(count(), LIMITS.text)}</Show>
      </p>
      <p class="problem" id={problemId} role="alert">
        {problem()}
      </p>
      <noscript>
        <p class="problem">{words.noScript}</p>
      </noscript>
    </form>
  );
}

/** As high as its text, in browsers that do not do it themselves. */
function grow(box: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight}px`;
}
