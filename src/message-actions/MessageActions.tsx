/** One toolbar for all messages, which moves to the row that the pointer or the focus is on, with its menu and its emoji picker. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createEffect, createMemo, createSignal, onCleanup, onMount, Show, untrack } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { useComposer } from "~/composer/ComposerProvider";
import { quickReactions as quickEmoji } from "~/emoji/recent-emoji";
import { summaryOf } from "~/markdown/parse";
import type { Message } from "~/shared/protocol";
import type { StaffAct } from "~/staff/staff";
import { strings } from "~/strings/current";
import { useToasts } from "~/toasts/ToastProvider";
import { pageLocale } from "~/strings/load";
import { clock } from "~/ui/clock";
import { LoadFailed } from "~/ui/LoadFailed";
import { onDemand } from "~/ui/on-demand";
import { runAction, type Action } from "./actions";
import { focusRow, listenForKeys, messageIdOf, rowOf } from "./keyboard-navigation";
import { listenForLongPress } from "./long-press";
import { Toolbar } from "./Toolbar";

const EmojiPicker = onDemand(
  import.meta.env.SSR || (() => import("~/emoji/EmojiPicker").then((module) => module.EmojiPicker)),
  LoadFailed,
);
const MessageMenu = onDemand(
  import.meta.env.SSR || (() => import("./MessageMenu").then((module) => module.MessageMenu)),
  LoadFailed,
);

const StaffActs = onDemand(
  import.meta.env.SSR || (() => import("~/staff/load").then(({ loadStaff }) => loadStaff()).then((parts) => parts.StaffActs)),
);
const ReportDialog = onDemand(
  import.meta.env.SSR || (() => import("./ReportDialog").then((module) => module.ReportDialog)),
  LoadFailed,
);

const QUICK_REACTIONS = 4;

interface MessageActionsProps {
  list: HTMLElement;
  /** Called once this listens. */
  onReady: () => void;
}

export function MessageActions(props: MessageActionsProps) {
  const channel = useChannel();
  const composer = useComposer();
  const toasts = useToasts();
  const [row, setRow] = createSignal<HTMLElement>();
  const [pickerAnchor, setPickerAnchor] = createSignal<HTMLElement>();
  const [menuAt, setMenuAt] = createSignal<DOMRect>();
  const [staffActsOn, setStaffActsOn] = createSignal((_message: Message): StaffAct[] => []);
  const [reported, setReported] = createSignal<Message>();
  const [reactors, setReactors] = createSignal<string>(); // the label of the reaction that the menu was opened on

  const message = createMemo(() => {
    const element = row();
    const found = element && channel.messageOf(messageIdOf(element));
    return found && (!found.deleted || staffActsOn()(found).length > 0) ? found : undefined;
  });
  const isOwn = () => message()?.user.id === channel.people().you.id;
  /** Staff have acts of their own. */
  const canReport = () => channel.settings().staff.length > 0 && !channel.you().role;
  const actions = (): Action[] => {
    if (!message() || message()!.deleted) return [];
    if (isOwn()) return ["react", "reply", "edit", "copy", "link", "delete"];
    return ["react", "reply", "copy", "link", ...(canReport() ? ["report" as const] : [])];
  };
  const staffActs = createMemo(() => (message() ? staffActsOn()(message()!) : []));
  const quickReactions = createMemo(() => (actions().includes("react") ? quickEmoji(QUICK_REACTIONS) : []));
  /** The menu shows what a mouse shows by hovering. */
  const details = () => [message() && clock(pageLocale()).long(message()!.at), reactors()];

  const act = (action: Action, anchor: HTMLElement = row()!) => {
    const target = message();
    setMenuAt(undefined);
    if (action === "delete" && target && !isOwn()) return void remove(target);
    if (!target || !actions().includes(action)) return;
    if (action === "react") return setPickerAnchor(anchor);
    if (action === "report") return setReported(target);
    runAction(action, target, { channel, composer, toasts });
    if (action === "copy" || action === "link" || action === "delete") focusRow(row());
  };
  /** Removes a message as staff. The key may be pressed before the acts of staff are loaded. */
  const remove = async (target: Message) => {
    if (channel.you().role) await StaffActs.preload();
    staffActsOn()(target)
      .find(({ name }) => name === "remove")
      ?.run(() => focusRow(row()));
  };
  const react = (emoji: string) => {
    const target = message();
    const users = target?.reactions?.find((reaction) => reaction.emoji === emoji)?.users;
    if (target) channel.changes.react(target.id, emoji, !users?.includes(channel.people().you.id));
  };

  const openMenu = (on: HTMLElement, at: DOMRect, target?: EventTarget | null) => {
    moveTo(on);
    const reaction = target instanceof Element && target.closest("[data-who]");
    setReactors((reaction && reaction.ariaLabel) || undefined);
    if (message()) setMenuAt(at);
  };
  const close = (returnFocus: boolean) => {
    setMenuAt(undefined);
    setPickerAnchor(undefined);
    if (returnFocus) focusRow(untrack(row));
  };

  const toolbar = (
    <Toolbar
      actions={actions()}
      quickReactions={quickReactions()}
      isMenuOpen={menuAt() !== undefined}
      act={act}
      react={react}
      openMenu={(at) => openMenu(row()!, at)}
    />
  ) as HTMLDivElement; // appended to its row below

  /** Moves the toolbar to the row of `target`, unless its menu or picker is open on another row. */
  const moveTo = (target: EventTarget | null) => {
    const found = rowOf(target);
    if (!found || found === row() || menuAt() || pickerAnchor()) return;
    focusRowIfInToolbar();
    setRow(found);
  };
  /** If the toolbar moves away, the focus in it would be lost. */
  const focusRowIfInToolbar = () => toolbar.contains(document.activeElement) && untrack(row)!.focus({ preventScroll: true });

  createEffect(() => {
    if (!message()) {
      focusRowIfInToolbar();
      toolbar.remove();
    } else if (toolbar.parentElement !== row()) row()!.append(toolbar); // only if needed: appending again would drop the focus
  });

  onMount(() => {
    const { list } = props;
    let [x, y] = [NaN, NaN];
    makeEventListener(list, "pointermove", ({ target, screenX, screenY }) => {
      if (screenX !== x || screenY !== y) moveTo(target); // the event also fires if the list scrolls below a still mouse
      [x, y] = [screenX, screenY];
    });
    makeEventListener(list, "pointerdown", ({ target }) => moveTo(target));
    makeEventListener(list, "keydown", ({ target }) => moveTo(target)); // a key acts on the focused row, not on the hovered one
    makeEventListener(list, "click", ({ target }) => {
      const button = target instanceof Element && target.closest<HTMLElement>("[data-action=react]");
      if (!button) return;
      moveTo(button);
      act("react", button);
    });

    const onFocus = (target: EventTarget | null) => {
      moveTo(target);
      // A list item has no accessible name of its own, so it gets one while it is focused
      if (target === row() && message()) row()!.ariaLabel = labelOf(message()!);
    };
    onFocus(document.activeElement);
    makeEventListener(list, "focusin", ({ target }) => onFocus(target));
    makeEventListener(list, "focusout", ({ target }) => {
      if (target === rowOf(target)) (target as HTMLElement).ariaLabel = null;
    });

    listenForKeys(list, { runAction: act, openMenu });
    listenForLongPress(list, openMenu);
    props.onReady();
  });
  onCleanup(() => toolbar.remove());

  return (
    <>
      <Show when={menuAt()}>
        {(at) => (
          <MessageMenu
            mount={props.list.closest("main")!}
            actions={actions()}
            quickReactions={quickReactions()}
            staffActs={staffActs()}
            details={details()}
            at={at()}
            act={act}
            finish={() => focusRow(untrack(row))}
            react={react}
            close={close}
          />
        )}
      </Show>
      <Show when={channel.you().role}>
        <StaffActs onReady={(actsOn) => setStaffActsOn(() => actsOn)} />
      </Show>
      <Show when={reported()}>
        {(message) => <ReportDialog message={message()} close={() => (setReported(undefined), focusRow(row()))} />}
      </Show>
      <Show when={pickerAnchor()}>{(anchor) => <EmojiPicker anchor={anchor()} onSelect={react} close={close} />}</Show>
    </>
  );
}

function labelOf(message: Message): string {
  return `${message.user.name}: ${message.deleted ? strings().messageRow.deleted : summaryOf(message)}`;
}
