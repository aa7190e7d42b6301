/** The message list by keyboard: one tab stop, arrows from row to row, Home and End, and a key for each action. */
import type { Action } from "./actions";
import { isField, toComposer } from "~/keyboard/focus";
import { nameOf } from "~/keyboard/keys";

const ROWS = "[data-id]";

/** On a Mac, the key that is called “delete” is Backspace. */
const KEYS: Record<string, Action> = {
  r: "reply",
  e: "edit",
  c: "copy",
  "+": "react",
  Delete: "delete",
  Backspace: "delete",
};

interface Handlers {
  act: (action: Action) => void;
  openMenu: (row: HTMLElement, at: DOMRect, on?: EventTarget | null) => void;
}

/** `list` is what scrolls, and is itself the tab stop. */
export function followKeys(list: HTMLElement, { act, openMenu }: Handlers, signal: AbortSignal): void {
  let pressedBy: string | undefined; // the type of the pointer, unless a key was pressed since
  // Not `:focus-visible`: what was clicked on becomes that by the next key. Who clicks on a message and types wants to write
  let isArmed = false;
  const openBy = (row: HTMLElement) => openMenu(row, row.getBoundingClientRect());

  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    const key = nameOf(event);
    if (event.ctrlKey || event.metaKey || event.altKey || isField(target)) return;
    const row = rowOf(target);
    const isOnRow = row !== undefined && row === target;
    if (key === "ArrowUp" || key === "ArrowDown") step(list, row, key === "ArrowUp" ? -1 : 1);
    else if (key === "Home" || key === "End") toEdge(list, key);
    else if (key === "Escape") toComposer();
    else if (isOnRow && (key === "Enter" || key === "ContextMenu")) openBy(row);
    else if (row && KEYS[key] && isArmed) act(KEYS[key]);
    else return;
    event.preventDefault();
  };

  // The menu key, and long presses where the browser tells of them; a mouse keeps the browser's own menu. Not all say which it is
  const onContextMenu = (event: MouseEvent) => {
    const row = rowOf(event.target);
    if (!row || pressedBy === "mouse" || isLink(event.target)) return;
    event.preventDefault();
    if (pressedBy === "touch") openMenu(row, new DOMRect(event.clientX, event.clientY), event.target);
    else openBy(row);
  };

  document.addEventListener(
    "pointerdown",
    ({ pointerType }) => {
      pressedBy = pointerType;
      isArmed = false;
    },
    { signal, capture: true },
  );
  document.addEventListener(
    "keydown",
    ({ key }) => {
      pressedBy = undefined;
      if (key === "Tab") keepOneStop(list);
    },
    { signal, capture: true },
  );
  list.addEventListener("focusin", () => (isArmed = pressedBy === undefined), { signal });
  list.addEventListener("keydown", onKeyDown, { signal });
  list.addEventListener("contextmenu", onContextMenu, { signal });
}

/** Tab stops at what is in the row that has the focus, and passes what is in all others. */
function keepOneStop(list: HTMLElement): void {
  const here = rowOf(document.activeElement);
  for (const stop of list.querySelectorAll<HTMLElement>(`${ROWS} :is(a, button)`)) stop.tabIndex = here?.contains(stop) ? 0 : -1;
}

/** The row of a stored message that `target` is in. */
export function rowOf(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>(ROWS)) || undefined;
}

export function idOf(row: HTMLElement): number {
  return Number(row.dataset.id);
}

/** What a browser has a menu of its own for. */
export function isLink(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("a") !== null;
}

/** A row takes the focus only here, so it costs the list nothing; if it is gone, the focus goes to where one writes. */
export function focusRow(row: HTMLElement | undefined): void {
  if (!row?.isConnected) return toComposer();
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function step(list: HTMLElement, from: HTMLElement | undefined, by: 1 | -1): void {
  const rows = [...list.querySelectorAll<HTMLElement>(ROWS)];
  const to = from ? rows[rows.indexOf(from) + by] : rows.findLast((row) => isOnScreen(row, list));
  if (to) focusRow(to);
  else if (by === 1) toComposer();
}

/** At once: the browser goes there bit by bit, and stops where the list is moved meanwhile because others talk. */
function toEdge(list: HTMLElement, key: "Home" | "End"): void {
  list.scrollTo({ top: key === "Home" ? -list.scrollHeight : 0 }); // upside down: its origin is the end
}

function isOnScreen(row: HTMLElement, list: HTMLElement): boolean {
  return row.getBoundingClientRect().top < list.getBoundingClientRect().bottom;
}
