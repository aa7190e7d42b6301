/** One bar of actions for all messages, which goes to the one that is pointed at or has the focus; with its menu and its picker. */
import Ellipsis from "lucide/dist/esm/icons/ellipsis.mjs";
import { createEffect, createMemo, createSignal, For, onCleanup, onMount, Show, untrack } from "solid-js";
import { actOn, type Action } from "./actions";
import { clock } from "~/ui/clock";
import type { Chat } from "~/channel/create-channel";
import { handyEmoji } from "~/emoji/recent-emoji";
import { wordsOf } from "~/markdown/parse";
import { strings } from "~/strings";
import { ICONS } from "./action-icons";
import { Icon } from "~/ui/Icon";
import { NotLoaded } from "~/ui/LoadFailed";
import { onDemand } from "~/ui/on-demand";
import { followKeys, focusRow, idOf, rowOf } from "./keyboard-navigation";
import { followLongPress } from "./long-press";
import "./MessageActions.css";

const EmojiPicker = onDemand(
  import.meta.env.SSR || (() => import("~/emoji/EmojiPicker").then((module) => module.EmojiPicker)),
  NotLoaded,
);
const MessageMenu = onDemand(
  import.meta.env.SSR || (() => import("./MessageMenu").then((module) => module.MessageMenu)),
  NotLoaded,
);

const words = strings.messageActions;
const HANDY = 4;

interface MessageActionsProps {
  chat: Chat;
  list: HTMLElement;
  /** Called once this listens. */
  ready: () => void;
}

export function MessageActions(props: MessageActionsProps) {
  const [row, setRow] = createSignal<HTMLElement>();
  const [picking, setPicking] = createSignal<HTMLElement>(); // beside it
  const [menuAt, setMenuAt] = createSignal<DOMRect>();
  const [who, setWho] = createSignal<string>(); // gave the reaction that the menu was asked for on
  const message = createMemo(() => {
    const id = row() && idOf(row()!);
    const found = id === undefined ? undefined : props.chat.messageOf(id);
    return found?.deleted ? undefined : found;
  });
  const isOwn = () => message()?.user.id === props.chat.people().you.id;
  const actions = (): Action[] => (isOwn() ? ["react", "reply", "edit", "copy", "delete"] : ["react", "reply", "copy"]);
  const handy = createMemo(() => row() && handyEmoji(HANDY));

  const act = (action: Action, beside: HTMLElement = row()!) => {
    const on = message();
    setMenuAt(undefined);
    if (!on || !actions().includes(action)) return;
    if (action === "react") return setPicking(beside);
    actOn(props.chat, on, action);
    if (action === "copy" || action === "delete") focusRow(row());
  };
  /** What a mouse is told by resting on it. */
  const facts = () => [message() && clock().long(message()!.at), who()];
  const react = (emoji: string) => {
    const { chat } = props;
    const on = message()
      ?.reactions?.find((reaction) => reaction.emoji === emoji)
      ?.users.includes(chat.people().you.id);
    if (message()) chat.react(message()!.id, emoji, !on);
  };

  /** The bar goes to a row, unless its menu or picker is open on another. */
  const goTo = (target: EventTarget | null) => {
    const found = rowOf(target);
    if (!found || found === row() || menuAt() || picking()) return;
    leaveBar();
    setRow(found);
  };
  /** Who has the focus in the bar would be left nowhere when it goes. */
  const leaveBar = () => bar.contains(document.activeElement) && untrack(row)!.focus({ preventScroll: true });
  const openMenu = (on: HTMLElement, at: DOMRect, target?: EventTarget | null) => {
    goTo(on);
    const chip = target instanceof Element && target.closest("[data-who]");
    setWho((chip && chip.ariaLabel) || undefined);
    if (message()) setMenuAt(at);
  };

  // Made here, but not put here: it stands in its row
  const bar = (
    <div class="actions" role="toolbar" aria-label={words.label} aria-live="off">
      <For each={handy()}>
        {(emoji) => (
          <button
            type="button"
            class="action action-handy"
            aria-label={words.reactWith(emoji)}
            title={words.reactWith(emoji)}
            onClick={() => react(emoji)}
          >
            {emoji}
          </button>
        )}
      </For>
      <Tool action="react" onClick={(event) => act("react", event.currentTarget)} />
      <Tool action="reply" onClick={() => act("reply")} />
      <Show when={isOwn()}>
        <Tool action="edit" onClick={() => act("edit")} />
      </Show>
      <button
        type="button"
        class="action action-more"
        aria-label={words.more}
        title={words.more}
        aria-haspopup="menu"
        aria-expanded={menuAt() !== undefined}
        onClick={(event) => openMenu(row()!, event.currentTarget.getBoundingClientRect())}
      >
        <Icon of={Ellipsis} size={18} />
      </button>
    </div>
  ) as HTMLDivElement;

  onMount(() => {
    const left = new AbortController();
    const { list } = props;
    const on = <T extends keyof HTMLElementEventMap>(type: T, then: (event: HTMLElementEventMap[T]) => void) =>
      list.addEventListener(type, then, left);
    let [x, y] = [NaN, NaN];
    on("pointermove", ({ target, screenX, screenY }) => {
      if (screenX !== x || screenY !== y) goTo(target); // the list moves under a mouse that does not, too
      [x, y] = [screenX, screenY];
    });
    on("pointerdown", (event) => goTo(event.target));
    on("keydown", (event) => goTo(event.target)); // a key means the row that has the focus, wherever the mouse is
    const takeFocus = (target: EventTarget | null) => {
      goTo(target);
      // a list item has no name of its own to be read when it takes the focus
      if (target === row() && message()) row()!.ariaLabel = `${message()!.user.name}: ${wordsOf(message()!.text)}`;
    };
    takeFocus(document.activeElement);
    on("focusin", ({ target }) => takeFocus(target));
    on("focusout", ({ target }) => target === rowOf(target) && ((target as HTMLElement).ariaLabel = null));
    on("click", ({ target }) => {
      const button = target instanceof Element && target.closest<HTMLElement>("[data-action=react]");
      if (!button) return;
      goTo(button);
      act("react", button);
    });
    followKeys(list, { act, openMenu }, left.signal);
    followLongPress(list, openMenu, left.signal);
    props.ready();
    onCleanup(() => {
      left.abort();
      bar.remove();
    });
  });
  createEffect(() => {
    if (!message()) {
      leaveBar();
      bar.remove();
    } else if (bar.parentElement !== row()) row()!.append(bar); // once: what is put somewhere loses the focus
  });

  const close = (toRow: boolean) => {
    setMenuAt(undefined);
    setPicking(undefined);
    if (toRow) focusRow(untrack(row));
  };

  return (
    <>
      <Show when={menuAt()}>
        {(at) => (
          <MessageMenu
            mount={props.list.closest("main")!}
            actions={actions()}
            handy={handy() ?? []}
            facts={facts()}
            at={at()}
            act={act}
            react={react}
            close={close}
          />
        )}
      </Show>
      <Show when={picking()}>{(anchor) => <EmojiPicker anchor={anchor()} take={react} close={close} />}</Show>
    </>
  );
}

function Tool(props: {
  action: Exclude<Action, "delete">;
  onClick: (event: MouseEvent & { currentTarget: HTMLElement }) => void;
}) {
  return (
    <button
      type="button"
      class={`action action-${props.action}`}
      aria-label={words[props.action]}
      title={words[props.action]}
      onClick={(event) => props.onClick(event)}
    >
      <Icon of={ICONS[props.action]} size={18} />
    </button>
  );
}
