/** Reloads the page into a newer build by itself, while nobody uses the page. */
import { createEffect, onCleanup, type Accessor } from "solid-js";
import type { Channel } from "~/channel/create-channel";
import type { Composer } from "~/composer/create-composer";
import { isWriting } from "~/keyboard/focus";
import { reload } from "~/ui/reload";
import { isUnsaved } from "~/ui/unsaved";
import type { PageParts } from "./place";

/** ms between two looks whether nobody uses the page, at most. Random, or all pages would reload together after a deploy. */
const LOOK_WITHIN = 10_000;
const TRIED = "edgewise:tried-builds"; // in session storage
const OVERLAYS = "dialog[open], :popover-open, [role=dialog], [role=menu]";

/** Reloads by itself, at most once for each build: a cache or a gradual deploy may answer with the old page again. */
export function reloadWhileUnused(newBuild: Accessor<string | undefined>, page: PageParts): void {
  createEffect(() => {
    const build = newBuild();
    if (build === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      if (!isInUse(page.channel, page.composer) && isFirstTry(build)) return reload();
      timer = setTimeout(look, Math.random() * LOOK_WITHIN);
    };
    timer = setTimeout(look, Math.random() * LOOK_WITHIN);
    onCleanup(() => clearTimeout(timer));
  });
}

/** Whether the page is visible, or something is being written, sent, shown over the page, or played. */
function isInUse(channel: Channel, composer: Composer): boolean {
  return (
    document.visibilityState !== "hidden" ||
    isUnsaved() ||
    channel.unsent.entries().length > 0 ||
    channel.changes.pending().length > 0 ||
    composer.editing() !== undefined ||
    composer.replyTo() !== undefined ||
    [...document.querySelectorAll("input, textarea")].some(isBeingWritten) ||
    document.querySelector(OVERLAYS) !== null ||
    [...document.querySelectorAll<HTMLMediaElement>("audio, video")].some(({ paused }) => !paused)
  );
}

/** The field for one's own name always has a text. */
function isBeingWritten(field: Element): boolean {
  return isWriting(field) && (field === document.activeElement || !field.closest(".name-box"));
}

/** False also if that cannot be remembered. */
function isFirstTry(build: string): boolean {
  try {
    const tried = sessionStorage.getItem(TRIED)?.split(" ") ?? [];
    if (tried.includes(build)) return false;
    sessionStorage.setItem(TRIED, [...tried, build].join(" "));
    return true;
  } catch {
    return false;
  }
}
