/** A message's text. A long one is folded behind a button; the style sheet decides by its height, so the server's page folds, too. */
import { createMemo, createSignal, on, Show } from "solid-js";
import { Markdown } from "~/markdown/Markdown";
import { withoutPiles } from "~/shared/shown-text";
import { strings } from "~/strings/current";
import type { TimelineItem } from "./items";
import "./MessageText.css";

/** The keys of unfolded messages: their rows leave the virtual window and come back. */
const unfolded = new Set<string>();

/** A shorter text fits on any screen: lines, with the most that its characters can add on the narrowest one. */
const ALWAYS_FITS = 15;
const MIN_LINE_LENGTH = 12; // characters

function mayBeLong(text: string): boolean {
  const shown = withoutPiles(text);
  return shown.split("\n").length + shown.length / MIN_LINE_LENGTH > ALWAYS_FITS;
}

interface MessageTextProps {
  item: TimelineItem;
  /** The reader's name. */
  you: string;
  /** Runs a change that makes a row higher, and keeps its top in place. */
  grow: (row: HTMLLIElement, change: () => void) => void;
}

export function MessageText(props: MessageTextProps) {
  const [isOpen, setOpen] = createSignal(unfolded.has(props.item.key));
  const text = createMemo(() => (props.item.deleted ? undefined : props.item.text));
  const isRemoved = createMemo(() => props.item.message?.removed === true);
  const you = createMemo(() => (/[@＠]/.test(text() ?? "") ? props.you : "")); // a new name leaves other texts as they are
  let fold!: HTMLDivElement;

  // A new element for each text: a translator in the browser replaces text nodes, and then a change of the old one would not show
  const content = createMemo(
    on([text, you, isRemoved], ([text, you, isRemoved]) =>
      text === undefined ? (
        <div class="text quiet">{strings().messageRow[isRemoved ? "removed" : "deleted"]}</div>
      ) : (
        <div class="text" lang="">
          <Markdown text={text} you={you} />
        </div>
      ),
    ),
  );

  const unfold = () => {
    unfolded.add(props.item.key);
    props.grow(fold.closest("li.message") as HTMLLIElement, () => setOpen(true));
  };
  const foldAgain = () => {
    unfolded.delete(props.item.key);
    setOpen(false);
  };

  return (
    <Show when={mayBeLong(text() ?? "")} fallback={content()}>
      <div
        ref={fold}
        class="fold"
        classList={{ folded: !isOpen() }}
        onScroll={() => isOpen() || unfold()} // the focus, or a find of the browser's search, is in the hidden part
      >
        {content()}
        <span class="fold-end">
          <button type="button" class="fold-button" aria-expanded={isOpen()} onClick={() => (isOpen() ? foldAgain() : unfold())}>
            <Show when={isOpen() ? strings().messageRow.showLess : strings().messageRow.showAll} keyed>
              {(words) => <span>{words}</span>}
            </Show>
          </button>
        </span>
      </div>
    </Show>
  );
}
