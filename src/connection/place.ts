/** Keeps the user's place over a reload: what the scroller and the side bar show, and which message is answered or edited. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createEffect, onCleanup, type Accessor } from "solid-js";
import type { Channel } from "~/channel/create-channel";
import type { Viewport } from "~/channel/create-viewport";
import type { Composer } from "~/composer/create-composer";

const KEY = "edgewise:place"; // in session storage
const SETTLED_AFTER = 20; // looks in a row at which the message is where it was; on a busy machine the jump to it comes late
const LOOK_EVERY = 50; // ms
const MAX_LOOKS = 200;

export interface PageParts {
  channel: Channel;
  viewport: Viewport;
  composer: Composer;
}

interface Place {
  channel: string;
  sideBarTop: number;
  /** The first message in view, and its distance from the top of the scroller (px). Absent at the end of the list. */
  first?: { id: number; top: number } | undefined;
  replyTo?: number | undefined;
  edit?: { id: number; text: string } | undefined;
}

export function keepPlace({ channel, viewport, composer }: PageParts): void {
  composer.keepOwnDraft();
  const editing = composer.editing();
  const place: Place = {
    channel: channel.name,
    sideBarTop: sideBar()?.scrollTop ?? 0,
    first: viewport.isAtEnd() ? undefined : firstInView(),
    replyTo: composer.replyTo()?.id,
    edit: editing && { id: editing.id, text: textBox()?.value ?? "" },
  };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // denied: the page opens at its end
  }
}

/** Goes back to the kept place, once. An older message may have to be loaded, so that part waits for the connection. */
export function restorePlace({ channel, viewport, composer }: PageParts, isOnline: Accessor<boolean>): void {
  const place = takePlace();
  if (place?.channel !== channel.name) return;
  sideBar()?.scrollTo({ top: place.sideBarTop });
  if (place.replyTo !== undefined) composer.replyToId(place.replyTo);
  if (place.edit) composer.resumeEditing(place.edit.id, place.edit.text);
  const { first } = place;
  if (!first) return;
  let isDone = false;
  createEffect(() => {
    if (!isOnline() || isDone) return;
    isDone = true;
    viewport.scrollTo(first.id);
    align(first);
  });
}

function takePlace(): Place | undefined {
  try {
    const json = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return json === null ? undefined : (JSON.parse(json) as Place);
  } catch {
    return undefined;
  }
}

/** Moves the message to where it was, until its row and those above have their heights, or the user scrolls. Timers, because a hidden page draws no frames. */
function align({ id, top }: { id: number; top: number }): void {
  let settled = 0;
  let looks = 0;
  const timer = setInterval(() => {
    const row = document.querySelector(`.message[data-id="${id}"]`);
    const off = row ? topOf(row) - top : 0;
    if (Math.abs(off) > 1) {
      scroller()!.scrollTop += off;
      scroller()!.dispatchEvent(new Event("scroll")); // a hidden page tells nobody
      settled = 0;
    } else if (row) settled++;
    if (settled === SETTLED_AFTER || ++looks === MAX_LOOKS) stop();
  }, LOOK_EVERY);
  const stop = () => clearInterval(timer);
  for (const type of ["wheel", "pointerdown", "keydown"] as const) makeEventListener(window, type, stop, { passive: true });
  onCleanup(stop);
}

function firstInView(): Place["first"] {
  const rows = [...(scroller()?.querySelectorAll<HTMLElement>(".message[data-id]") ?? [])];
  const row = rows.find((row) => topOf(row) + row.offsetHeight > 0);
  return row && { id: Number(row.dataset.id), top: topOf(row) };
}

const scroller = () => document.querySelector(".scroller");
const sideBar = () => document.querySelector(".side-bar .channel-links");
const textBox = () => document.querySelector<HTMLTextAreaElement>(".composer-text");

function topOf(row: Element): number {
  return row.getBoundingClientRect().top - (scroller()?.getBoundingClientRect().top ?? 0);
}
