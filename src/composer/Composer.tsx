/** The text box and its buttons. Enter sends (on a touch screen the button does), Shift+Enter starts a new line, Escape cancels. */
import SendHorizontal from "lucide/dist/esm/icons/send-horizontal.mjs";
import { createSignal, createUniqueId, onMount, Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { hasSoftKeyboard, isComposing } from "~/keyboard/focus";
import { Icon } from "~/ui/Icon";
import { LoadFailed } from "~/ui/LoadFailed";
import { onDemand } from "~/ui/on-demand";
import { strings } from "~/strings/current";
import { useComposer } from "./ComposerProvider";
import { ComposerTools } from "./ComposerTools";
import { NameButton } from "./NameButton";
import "./Composer.css";

export const ComposerMode = onDemand(
  import.meta.env.SSR || (() => import("./ComposerMode").then((module) => module.ComposerMode)),
);
const Attachments = onDemand(
  import.meta.env.SSR || (() => import("./Attachments").then((module) => module.Attachments)),
  LoadFailed,
);
const Completions = onDemand(import.meta.env.SSR || (() => import("./Completions").then((module) => module.Completions)));
const ComposerNotes = onDemand(import.meta.env.SSR || (() => import("./ComposerNotes").then((module) => module.ComposerNotes)));

const words = () => strings().composer;

export function Composer(props: { openKeyMap: () => void }) {
  const channel = useChannel();
  const composer = useComposer();
  const problemId = createUniqueId();
  const lengthId = createUniqueId();
  const [lastInput, setLastInput] = createSignal<InputEvent>(); // from the first "@" or ":" on
  let box!: HTMLTextAreaElement;

  /** An edit is possible all the same. If not, the channel says so, and the text stays. */
  const isReadOnly = () => channel.readOnly() !== undefined && !composer.editing();
  /** Whoever may not read the channel needs the box only for what they have written. */
  const isNothingToKeep = () => channel.refusal() && composer.length() === 0 && channel.unsent.entries().length === 0;
  const changed = () => {
    composer.changed();
    grow(box);
  };
  /** Replaces a part of the text, so that the browser can undo it. */
  const insert = (text: string, from = box.selectionStart, to = box.selectionEnd) => {
    if (box.readOnly) return;
    box.focus();
    box.setSelectionRange(from, to);
    if (document.execCommand(text ? "insertText" : "delete", false, text)) return; // which fires `input`
    box.setRangeText(text, from, to, "end");
    changed();
  };

  onMount(() => {
    if (hasSoftKeyboard()) box.enterKeyHint = "enter";
    composer.attach({
      get value() {
        return box.value;
      },
      set value(text) {
        box.value = text;
        grow(box);
      },
      focus: () => box.focus(),
    });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    // A soft keyboard has no Shift+Enter, so Enter alone starts a new line there
    if (event.key === "Enter" && !event.shiftKey && (event.ctrlKey || event.metaKey || !hasSoftKeyboard())) composer.submit();
    else if (event.key === "Escape" && (composer.editing() || composer.replyTo())) composer.cancel();
    else if (event.key !== "ArrowUp" || box.value !== "" || composer.editing() || !composer.editLast()) return;
    event.preventDefault();
  };

  const sendLabel = () => (composer.editing() ? words().save : words().send);

  return (
    <form class="composer" aria-label={words().placeholder} hidden={isNothingToKeep()}>
      <Show when={composer.editing() ?? composer.replyTo()}>{(message) => <ComposerMode message={message()} />}</Show>
      <Show when={composer.picked().length + composer.files().length > 0}>
        <Attachments />
      </Show>
      <div class="composer-field" classList={{ "composer-editing": composer.editing() !== undefined }}>
        <NameButton />
        <textarea
          ref={box}
          class="composer-text"
          rows="1"
          dir="auto"
          lang=""
          aria-label={words().label(channel.name)}
          aria-describedby={`${problemId} ${lengthId}`}
          aria-autocomplete="list"
          readonly={isReadOnly()}
          placeholder={isReadOnly() ? "" : words().placeholder}
          autocomplete="off" // or the browser restores the text of an edit as a new message
          enterkeyhint="send"
          onInput={(event) => {
            changed();
            if (lastInput() || /[@:]/.test(box.value)) setLastInput(event);
            channel.typing.notify();
          }}
          onKeyDown={onKeyDown}
        />
        <ComposerTools insert={(emoji) => insert(`${emoji} `)} focusBox={() => box.focus()} openKeyMap={props.openKeyMap} />
        <button
          type="button" // before the script has loaded, a submit button would reload the page
          class="composer-send"
          aria-label={sendLabel()}
          title={sendLabel()}
          disabled={isReadOnly()}
          onClick={() => composer.submit()}
        >
          <Icon of={SendHorizontal} size={20} directed />
        </button>
      </div>
      <Show when={lastInput()}>
        <Completions box={box} insert={insert} lastInput={lastInput()!} />
      </Show>
      <ComposerNotes box={box} insert={insert} lengthId={lengthId} />
      <p class="problem" id={problemId} role="alert">
        {composer.problem()}
      </p>
      <noscript>
        <p class="problem">{words().noScript}</p>
      </noscript>
    </form>
  );
}

/** Makes the box as high as its text, in browsers without `field-sizing`. */
function grow(box: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight}px`;
}
