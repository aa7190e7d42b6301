/** The list above the composer that completes names and emoji; the keyboard stays in the box. */
import { createEffect, createMemo, createSignal, createUniqueId, For, onCleanup, onMount, Show } from "solid-js";
import { MOST_OFFERED, namesMatching, tokenAt, type Token } from "./completion";
import type { Chat } from "~/channel/create-channel";
import { folded } from "~/shared/fold-name";
import { emojiMatching, nameFor, type Emoji } from "~/emoji/search";
import { keepEmoji } from "~/emoji/recent-emoji";
import { strings } from "~/strings";
import { isComposing } from "~/keyboard/focus";
import "./Completions.css";

/** So many of the latest messages say who may be spoken to besides those who are here. */
const RECENT = 200;
/** In the place of the active option's number. */
const NONE = -1;

interface CompletionsProps {
  chat: Chat;
  box: HTMLTextAreaElement;
  /** Puts a text into the box, in the place of that from one offset to another. */
  insert: (text: string, from: number, to: number) => void;
}

interface Option {
  insert: string;
  emoji?: string;
  name: string;
}

export function Completions(props: CompletionsProps) {
  const id = createUniqueId();
  const [token, setToken] = createSignal<Token | undefined>(undefined, { equals: isSame }); // a key that only chooses leaves the list alone
  const [groups, setGroups] = createSignal<readonly Emoji[][]>([]);
  const [active, setActive] = createSignal(0);
  let left: number | undefined; // where the token begins whose list was closed

  const look = () => {
    const { value, selectionStart, selectionEnd } = props.box;
    const found = selectionStart === selectionEnd ? tokenAt(value, selectionStart) : undefined;
    if (found?.from !== left) left = undefined;
    setToken(left === undefined ? found : undefined);
  };
  createEffect(() => {
    if (token()?.sign === ":" && groups().length === 0)
      import("~/emoji/all-emoji").then((all) => setGroups(all.groups), () => undefined); // prettier-ignore
  });

  const options = createMemo((): Option[] => {
    const { sign, query } = token() ?? {};
    if (query === undefined) return [];
    if (sign === ":")
      return emojiMatching(groups(), query, MOST_OFFERED).map((found) => ({
        insert: found.emoji,
        emoji: found.emoji,
        name: nameFor(found, query),
      }));
    const { users, you } = props.chat.people();
    const authors = props.chat.timeline().messages.slice(-RECENT).reverse().map(({ user }) => user); // prettier-ignore
    return namesMatching(query, [...users, ...authors], you.id).map((name) => ({ insert: `@${name}`, name }));
  });
  /** Enter is to surprise nobody: it takes what begins with what is written, and anything else only once it is chosen. */
  createEffect(() => setActive(isBeginning(token()?.query, options()[0]) ? 0 : NONE));

  const optionId = (index: number) => `${id}-${index}`;
  const take = ({ insert, emoji }: Option) => {
    const { from, to } = token()!;
    if (emoji) keepEmoji(emoji);
    props.insert(`${insert} `, from, props.box.value[to] === " " ? to + 1 : to);
    setToken(undefined);
  };
  const close = () => {
    left = token()?.from;
    setToken(undefined);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { length } = options();
    if (length === 0 || isComposing(event)) return;
    if (event.key === "ArrowDown") setActive((active() + 1) % length);
    else if (event.key === "ArrowUp") setActive((Math.max(active(), 0) + length - 1) % length);
    else if (event.key === "Enter" && !event.shiftKey && active() !== NONE) take(options()[active()]!);
    else if (event.key === "Tab" && !event.shiftKey) take(options()[Math.max(active(), 0)]!);
    else if (event.key === "Escape") close();
    else return;
    document.getElementById(optionId(active()))?.scrollIntoView({ block: "nearest" });
    event.preventDefault();
    event.stopPropagation(); // it is not the composer's
  };

  onMount(() => {
    const { box } = props;
    const gone = new AbortController();
    for (const type of ["input", "keyup", "click"]) box.addEventListener(type, look, gone);
    box.addEventListener("blur", () => setToken(undefined), gone);
    box.addEventListener("keydown", onKeyDown, gone);
    look();
    createEffect(() => {
      const shown = options().length > 0;
      setOrRemove(box, "aria-controls", shown && id);
      setOrRemove(box, "aria-activedescendant", shown && active() !== NONE && optionId(active()));
    });
    onCleanup(() => gone.abort());
  });

  return (
    <Show when={options().length > 0}>
      <div
        class="completions"
        id={id}
        role="listbox"
        aria-label={strings.completions[token()?.sign === ":" ? "emoji" : "people"]}
      >
        <For each={options()}>
          {(option, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the box that has the focus hears its keys
            <div
              id={optionId(index())}
              class="completion"
              role="option"
              tabIndex={-1}
              aria-selected={index() === active()}
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => setActive(index())}
              onClick={() => take(option)}
            >
              <Show when={option.emoji}>
                <span class="completion-emoji">{option.emoji}</span>
              </Show>
              <bdi>{option.emoji ? strings.completions.emojiName(option.name) : option.name}</bdi>
            </div>
          )}
        </For>
      </div>
    </Show>
  );
}

function isSame(a: Token | undefined, b: Token | undefined): boolean {
  return a === b || (a?.sign === b?.sign && a?.query === b?.query && a?.from === b?.from);
}

function isBeginning(query = "", option: Option | undefined): boolean {
  return query !== "" && option !== undefined && folded(option.name).startsWith(folded(query));
}

function setOrRemove(element: HTMLElement, name: string, value: string | false): void {
  if (value === false) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
