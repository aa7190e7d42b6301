/** The message list by keyboard: one tab stop, arrow keys between rows, Home and End, and a key for each action. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { isField, focusComposer } from "~/keyboard/focus";
import { nameOf } from "~/keyboard/key-press";
import type { Action } from "./actions";

const ROWS = "[data-id]";

/** On a Mac, the key labelled “delete” is Backspace. */
const KEYS: Record<string, Action> = {
  r: "reply",
  e: "edit",
  c: "copy",
  l: "link",
  "+": "react",
  Delete: "delete",
  Backspace: "delete",
};

interface Handlers {
  runAction: (action: Action) => void;
  openMenu: (row: HTMLElement, at: DOMRect, on?: EventTarget | null) => void;
}

/** Listens for as long as the calling component lives. `list` is the scroller, and itself the tab stop. */
export function listenForKeys(list: HTMLElement, { runAction, openMenu }: Handlers): void {
  let pointer: string | undefined = "any"; // the type of the latest pointer press, until a key is pressed
  // Action keys work only in a row that was reached by keyboard: a user who clicks on a message and types wants to write.
  // `:focus-visible` would not tell, because the next key press makes a clicked row match it.
  let hasKeyboardFocus = false;
  const openMenuBeside = (row: HTMLElement) => openMenu(row, row.getBoundingClientRect());

  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    const key = nameOf(event);
    if (event.ctrlKey || event.metaKey || event.altKey || isField(target)) return;
    const row = rowOf(target);
    const isOnRow = row !== undefined && row === target;
    if (key === "ArrowUp" || key === "ArrowDown") step(list, row, key === "ArrowUp" ? -1 : 1);
    else if (key === "Home" || key === "End") scrollToEdge(list, key);
    else if (key === "Escape") focusComposer();
    else if (isOnRow && (key === "Enter" || key === "ContextMenu")) openMenuBeside(row);
    else if (row && KEYS[key] && hasKeyboardFocus) runAction(KEYS[key]);
    else return;
    event.preventDefault();
  };

  // From the menu key, and from a long press in browsers that report it so. A mouse keeps the browser's own menu.
  // Not all browsers tell which of them it was.
  const onContextMenu = (event: MouseEvent) => {
    const row = rowOf(event.target);
    if (!row || pointer === "mouse" || isLink(event.target)) return;
    event.preventDefault();
    if (pointer === "touch") openMenu(row, new DOMRect(event.clientX, event.clientY), event.target);
    else openMenuBeside(row);
  };

  const onPointerDown = ({ pointerType }: PointerEvent) => {
    pointer = pointerType;
    hasKeyboardFocus = false;
  };
  const onAnyKey = ({ key }: KeyboardEvent) => {
    pointer = undefined;
    if (key === "Tab") keepOneTabStop(list);
  };
  makeEventListener(document, "pointerdown", onPointerDown, { capture: true });
  makeEventListener(document, "keydown", onAnyKey, { capture: true });
  makeEventListener(list, "focusin", () => (hasKeyboardFocus = pointer === undefined));
  makeEventListener(list, "keydown", onKeyDown);
  makeEventListener(list, "contextmenu", onContextMenu);
}

/** The Tab key reaches the controls of the focused row, and skips those of all others. */
function keepOneTabStop(list: HTMLElement): void {
  const current = rowOf(document.activeElement);
  for (const control of list.querySelectorAll<HTMLElement>(`${ROWS} :is(a:not(.at), button)`))
    control.tabIndex = current?.contains(control) ? 0 : -1;
}

/** The row of the stored message that contains `target`. */
export function rowOf(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>(ROWS)) || undefined;
}

export function messageIdOf(row: HTMLElement): number {
  return Number(row.dataset.id);
}

/** Links have a context menu of the browser's own. */
export function isLink(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("a") !== null;
}

/** Focuses a row, or the composer if the row is gone. Rows become focusable only here, which keeps rendering them cheap. */
export function focusRow(row: HTMLElement | undefined): void {
  if (!row?.isConnected) return focusComposer();
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function step(list: HTMLElement, from: HTMLElement | undefined, by: 1 | -1): void {
  const rows = [...list.querySelectorAll<HTMLElement>(ROWS)];
  const to = from ? rows[rows.indexOf(from) + by] : rows.findLast((row) => isOnScreen(row, list));
  if (to) focusRow(to);
  else if (by === 1) focusComposer();
}

/** Jumps at once: the browser's smooth scrolling stops if the list moves meanwhile because others write. */
function scrollToEdge(list: HTMLElement, key: "Home" | "End"): void {
  list.scrollTo({ top: key === "Home" ? -list.scrollHeight : 0 }); // the scroller runs from the bottom up
}

function isOnScreen(row: HTMLElement, list: HTMLElement): boolean {
  return row.getBoundingClientRect().top < list.getBoundingClientRect().bottom;
}
