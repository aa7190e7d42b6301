/** The list above the composer that completes names and emoji. The focus stays in the text box. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createEffect, createMemo, createSignal, createUniqueId, For, on, onMount, Show } from "solid-js";
import { MAX_OPTIONS, namesMatching, tokenAt, type Token } from "./completion";
import { useChannel } from "~/channel/ChannelProvider";
import { shortcodeAt } from "./shortcode";
import { foldName } from "~/shared/fold-name";
import { emojiMatching, emojiNamed, isNamed, nameFor, shownName, type Emoji } from "~/emoji/search";
import { addRecentEmoji } from "~/emoji/recent-emoji";
import { isComposing } from "~/keyboard/focus";
import { onDemandStrings } from "~/strings/current";
import "./Completions.css";

const completions = () => onDemandStrings().completions;

/** The authors of this many latest messages are offered, besides the people who are here. */
const RECENT_MESSAGES = 200;
/** The index of the active option if none is active. */
const NONE = -1;

interface CompletionsProps {
  box: HTMLTextAreaElement;
  /** The latest `input` event of the box. */
  lastInput: InputEvent;
  /** Replaces the text between two offsets. */
  insert: (text: string, from: number, to: number) => void;
}

interface Option {
  insert: string;
  emoji?: string;
  shown: string;
  /** Whether its name begins with the typed text: then Enter inserts it, if it is the first option. */
  begins: boolean;
}

export function Completions(props: CompletionsProps) {
  const channel = useChannel();
  const id = createUniqueId();
  const [token, setToken] = createSignal<Token | undefined>(undefined, { equals: isSame }); // a key that only moves in the list keeps it
  const [groups, setGroups] = createSignal<readonly Emoji[][]>([]);
  const [active, setActive] = createSignal(0);
  let dismissed: number | undefined; // offset of the token whose list was closed by Escape

  const update = () => {
    const { value, selectionStart, selectionEnd } = props.box;
    const found = selectionStart === selectionEnd ? tokenAt(value, selectionStart) : undefined;
    if (found?.from !== dismissed) dismissed = undefined;
    setToken(dismissed === undefined ? found : undefined);
  };
  const replaced = new Set<string>();
  const replace = (text: string, from: number, to: number) => {
    replaced.add(props.box.value.slice(from, to));
    props.insert(text, from, to);
  };
  /** Undo selects what was replaced, and the next key would delete it. */
  const deselect = () => {
    const { value, selectionStart, selectionEnd } = props.box;
    if (replaced.has(value.slice(selectionStart, selectionEnd))) props.box.setSelectionRange(selectionEnd, selectionEnd);
  };

  const loadEmoji = () =>
    groups().length === 0 && import("~/emoji/all-emoji").then((all) => all.loadEmoji()).then(setGroups, () => undefined); // prettier-ignore
  createEffect(() => token()?.sign === ":" && loadEmoji());

  let awaiting: string | undefined; // the text in which a name was typed in full
  /** A name that is typed in full becomes its emoji. If the names load later, the caret must still stand behind it. */
  const replaceShortcode = () => {
    const { value, selectionStart, selectionEnd } = props.box;
    const found = selectionStart === selectionEnd ? shortcodeAt(value, selectionStart) : undefined;
    awaiting = found && value;
    if (!found) return;
    loadEmoji();
    const emoji = emojiNamed(groups(), found.name)?.emoji;
    if (!emoji) return;
    addRecentEmoji(emoji);
    replace(emoji, found.from, found.to);
  };
  createEffect(
    on(
      () => props.lastInput,
      (event) => {
        if (isTyped(event)) replaceShortcode();
        else if (event.inputType === "historyUndo") deselect();
      },
    ),
  );
  createEffect(on(groups, () => props.box.value === awaiting && replaceShortcode()));

  const options = createMemo((): Option[] => {
    const { sign, query } = token() ?? {};
    if (query === undefined) return [];
    if (sign === ":")
      return emojiMatching(groups(), query, MAX_OPTIONS).map((found) => {
        const name = nameFor(found, query);
        return { insert: found.emoji, emoji: found.emoji, shown: shownName(found, name), begins: isNamed(found, query) };
      });
    const { users, you } = channel.people();
    const authors = channel.timeline().messages.slice(-RECENT_MESSAGES).reverse().map(({ user }) => user); // prettier-ignore
    const begins = (name: string) => query !== "" && foldName(name).startsWith(foldName(query));
    return namesMatching(query, [...users, ...authors], you.id).map((name) => ({
      insert: `@${name}`,
      shown: name,
      begins: begins(name),
    }));
  });
  /** Enter inserts the first option only if it begins with the typed text. Any other option must be chosen first. */
  createEffect(() => setActive(options()[0]?.begins ? 0 : NONE));

  const optionId = (index: number) => `${id}-${index}`;
  const insert = ({ insert, emoji }: Option) => {
    const { from, to } = token()!;
    if (emoji) addRecentEmoji(emoji);
    replace(`${insert} `, from, props.box.value[to] === " " ? to + 1 : to);
    setToken(undefined);
  };
  const close = () => {
    dismissed = token()?.from;
    setToken(undefined);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { length } = options();
    if (length === 0 || isComposing(event)) return;
    if (event.key === "ArrowDown") setActive((active() + 1) % length);
    else if (event.key === "ArrowUp") setActive((Math.max(active(), 0) + length - 1) % length);
    else if (event.key === "Enter" && !event.shiftKey && active() !== NONE) insert(options()[active()]!);
    else if (event.key === "Tab" && !event.shiftKey) insert(options()[Math.max(active(), 0)]!);
    else if (event.key === "Escape") close();
    else return;
    document.getElementById(optionId(active()))?.scrollIntoView({ block: "nearest" });
    event.preventDefault();
    event.stopPropagation(); // the composer would handle it, too
  };

  onMount(() => {
    const { box } = props;
    for (const type of ["input", "keyup", "click"] as const) makeEventListener(box, type, update);
    makeEventListener(box, "compositionend", () => setTimeout(replaceShortcode)); // not while the input method still has the text
    makeEventListener(box, "blur", () => setToken(undefined));
    makeEventListener(box, "keydown", onKeyDown);
    update();
    createEffect(() => {
      const shown = options().length > 0;
      setOrRemove(box, "aria-controls", shown && id);
      setOrRemove(box, "aria-activedescendant", shown && active() !== NONE && optionId(active()));
    });
  });

  return (
    <Show when={options().length > 0}>
      <div
        class="completions"
        id={id}
        role="listbox"
        aria-label={token()?.sign === ":" ? completions().emoji : completions().people}
      >
        <For each={options()}>
          {(option, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the text box has the focus and handles the keys
            <div
              id={optionId(index())}
              class="completion"
              role="option"
              tabIndex={-1}
              aria-selected={index() === active()}
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => setActive(index())}
              onClick={() => insert(option)}
            >
              <Show when={option.emoji}>
                <span class="completion-emoji">{option.emoji}</span>
              </Show>
              <bdi lang={option.emoji ? undefined : ""}>{option.shown}</bdi>
            </div>
          )}
        </For>
      </div>
    </Show>
  );
}

/** Not pasted, and not the result of undo, which would be undone. While an input method composes, the text belongs to it. */
function isTyped({ inputType, isComposing }: InputEvent): boolean {
  return !isComposing && (inputType === "insertText" || inputType === "insertCompositionText");
}

function isSame(a: Token | undefined, b: Token | undefined): boolean {
  return a === b || (a?.sign === b?.sign && a?.query === b?.query && a?.from === b?.from);
}

function setOrRemove(element: HTMLElement, name: string, value: string | false): void {
  if (value === false) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
