/** The emoji picker: recent emoji, groups, and a search by name. The focus stays in the search box. */
import { Popover } from "@kobalte/core/popover";
import Apple from "lucide/dist/esm/icons/apple.mjs";
import Clock from "lucide/dist/esm/icons/clock.mjs";
import Smile from "lucide/dist/esm/icons/face-slightly-smiling.mjs";
import Flag from "lucide/dist/esm/icons/flag.mjs";
import Hand from "lucide/dist/esm/icons/hand.mjs";
import Heart from "lucide/dist/esm/icons/heart.mjs";
import Lightbulb from "lucide/dist/esm/icons/lightbulb.mjs";
import PawPrint from "lucide/dist/esm/icons/paw-print.mjs";
import Plane from "lucide/dist/esm/icons/plane.mjs";
import Trophy from "lucide/dist/esm/icons/trophy.mjs";
import { createEffect, createMemo, createSignal, createUniqueId, For, on, onMount, Show } from "solid-js";
import { emojiMatching, nameFor, shownName, type Emoji } from "./search";
import { addRecentEmoji, recentEmoji } from "./recent-emoji";
import { Icon } from "~/ui/Icon";
import { hasSoftKeyboard, isComposing } from "~/keyboard/focus";
import { onDemandStrings } from "~/strings/current";
import "./EmojiPicker.css";

const words = () => onDemandStrings().emojiPicker;

const COLUMNS = 8; // as in EmojiPicker.css
const MAX_RESULTS = 80;
/** The icons of the groups, recent ones first. */
const GROUP_ICONS = [Clock, Smile, Hand, PawPrint, Apple, Plane, Trophy, Lightbulb, Heart, Flag];

interface EmojiPickerProps {
  anchor: HTMLElement;
  onSelect: (emoji: string) => void;
  /** `returnFocus`: whether the focus is to go back to where it was before. */
  close: (returnFocus: boolean) => void;
}

export function EmojiPicker(props: EmojiPickerProps) {
  const id = createUniqueId();
  const groupNames = [words().recent, ...words().groups];
  const [groups, setGroups] = createSignal<readonly (readonly Emoji[])[]>([]);
  const recent = recentEmoji();
  const [group, setGroup] = createSignal(recent.length > 0 ? 0 : 1);
  const [query, setQuery] = createSignal("");
  const [active, setActive] = createSignal(0);
  let search!: HTMLInputElement;
  let grid!: HTMLDivElement;
  onMount(() => void import("./all-emoji").then(({ loadEmoji }) => loadEmoji()).then(setGroups, () => props.close(true))); // prettier-ignore

  const shown = createMemo((): readonly Emoji[] => {
    if (query() !== "") return emojiMatching(groups(), query(), MAX_RESULTS, true);
    if (group() > 0) return groups()[group() - 1] ?? [];
    const all = groups().flat();
    return recent.map((emoji) => all.find((one) => one.emoji === emoji) ?? { emoji, names: [emoji], keys: [] });
  });
  createEffect(on(shown, () => (setActive(0), grid?.scrollTo(0, 0))));
  const nameOf = (emoji: Emoji | undefined) => emoji && shownName(emoji, nameFor(emoji, ""));

  const select = (emoji: string) => {
    addRecentEmoji(emoji);
    props.close(true);
    props.onSelect(emoji);
  };
  const move = (by: number) => {
    setActive((active) => Math.min(Math.max(active + by, 0), shown().length - 1));
    grid.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const forward = getComputedStyle(grid).direction === "rtl" ? -1 : 1;
    const steps: Record<string, number> = { ArrowLeft: -forward, ArrowRight: forward, ArrowUp: -COLUMNS, ArrowDown: COLUMNS };
    const step = steps[event.key];
    if (isComposing(event) || (step === undefined && event.key !== "Enter")) return;
    event.preventDefault();
    if (step !== undefined) return move(step);
    const chosen = shown()[active()];
    if (chosen) select(chosen.emoji);
  };

  return (
    <Popover
      open
      onOpenChange={(open) => open || props.close(false)}
      anchorRef={() => props.anchor}
      placement="top-end"
      gutter={8}
      overflowPadding={8}
    >
      <Popover.Portal>
        <Popover.Content
          class="emoji-picker"
          aria-label={words().label}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            (hasSoftKeyboard() ? grid : search).focus(); // the soft keyboard would cover the emoji
          }}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onEscapeKeyDown={() => props.close(true)}
          onInteractOutside={(event) => props.anchor.contains(event.target as Node) && event.preventDefault()}
        >
          <input
            ref={search}
            type="search"
            class="emoji-search"
            role="combobox"
            aria-label={words().search}
            aria-autocomplete="list"
            aria-expanded="true"
            aria-controls={id}
            aria-activedescendant={shown().length > 0 ? `${id}-${active()}` : undefined}
            placeholder={words().search}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => setQuery(event.currentTarget.value.trim())}
            onKeyDown={onKeyDown}
          />
          <div class="emoji-tabs">
            <For each={groupNames}>
              {(name, index) => (
                <Show when={index() > 0 || recent.length > 0}>
                  <button
                    type="button"
                    class="emoji-tab"
                    aria-label={name}
                    title={name}
                    aria-pressed={query() === "" && group() === index()}
                    onClick={() => {
                      search.value = "";
                      setQuery("");
                      setGroup(index());
                    }}
                  >
                    <Icon of={GROUP_ICONS[index()]!} size={18} />
                  </button>
                </Show>
              )}
            </For>
          </div>
          <div
            ref={grid}
            class="emoji-grid"
            id={id}
            role="listbox"
            tabIndex={-1}
            aria-label={query() === "" ? groupNames[group()] : words().search}
          >
            <For each={shown()}>
              {(emoji, index) => (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the search box has the focus and handles the keys
                <div
                  id={`${id}-${index()}`}
                  class="emoji"
                  role="option"
                  tabIndex={-1}
                  aria-label={nameOf(emoji)}
                  aria-selected={index() === active()}
                  onPointerMove={() => setActive(index())}
                  onClick={() => select(emoji.emoji)}
                >
                  {emoji.emoji}
                </div>
              )}
            </For>
          </div>
          <p class="emoji-name" aria-live="off">
            {shown().length > 0 ? nameOf(shown()[active()]) : groups().length > 0 && words().none}
          </p>
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  );
}
