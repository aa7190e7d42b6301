/** The text box and its buttons. Enter sends (on a touch screen the button does), Shift+Enter starts a new line, Escape cancels. */
import SendHorizontal from "lucide/dist/esm/icons/send-horizontal.mjs";
import { createSignal, createUniqueId, onMount, Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { hasSoftKeyboard, isComposing } from "~/keyboard/focus";
import { LIMITS } from "~/shared/protocol";
import { strings } from "~/strings";
import { Icon } from "~/ui/Icon";
import { onDemand } from "~/ui/on-demand";
import { useComposer } from "./ComposerProvider";
import { ComposerTools } from "./ComposerTools";
import "./Composer.css";

export const ComposerMode = onDemand(
  import.meta.env.SSR || (() => import("./ComposerMode").then((module) => module.ComposerMode)),
);
const Completions = onDemand(import.meta.env.SSR || (() => import("./Completions").then((module) => module.Completions)));

const words = strings.composer;
/** From this length on, the length is shown. */
const SHOW_LENGTH_FROM = 0.9 * LIMITS.text; // UTF-16 units

export function Composer(props: { openKeyMap: () => void }) {
  const channel = useChannel();
  const composer = useComposer();
  const problemId = createUniqueId();
  const lengthId = createUniqueId();
  const [isCompleting, setCompleting] = createSignal(false); // from the first "@" or ":" on
  let box!: HTMLTextAreaElement;

  const changed = () => {
    composer.changed();
    grow(box);
  };
  /** Replaces a part of the text. */
  const insert = (text: string, from = box.selectionStart, to = box.selectionEnd) => {
    box.setRangeText(text, from, to, "end");
    changed();
    box.focus();
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

  const sendLabel = () => (composer.editing() ? words.save : words.send);

  return (
    <form class="composer" aria-label={words.placeholder}>
      <Show when={composer.editing() ?? composer.replyTo()}>{(message) => <ComposerMode message={message()} />}</Show>
      <div class="composer-field" classList={{ "composer-editing": composer.editing() !== undefined }}>
        <textarea
          ref={box}
          class="composer-text"
          rows="1"
          dir="auto"
          lang=""
          aria-label={words.label(channel.name)}
          aria-describedby={`${problemId} ${lengthId}`}
          aria-autocomplete="list"
          placeholder={words.placeholder}
          autocomplete="off" // or the browser restores the text of an edit as a new message
          enterkeyhint="send"
          onInput={() => {
            changed();
            if (/[@:]/.test(box.value)) setCompleting(true);
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
          onClick={() => composer.submit()}
        >
          <Icon of={SendHorizontal} size={20} />
        </button>
      </div>
      <Show when={isCompleting()}>
        <Completions box={box} insert={insert} />
      </Show>
      <p class="composer-count" id={lengthId} classList={{ problem: composer.length() > LIMITS.text }}>
        <Show when={composer.length() >= SHOW_LENGTH_FROM}>{words.count(composer.length(), LIMITS.text)}</Show>
      </p>
      <p class="problem" id={problemId} role="alert">
        {composer.problem()}
      </p>
      <noscript>
        <p class="problem">{words.noScript}</p>
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
