/** Copies a selection of several messages as lines: the name once for each group, then the texts as they were written. */
import { makeEventListener } from "@solid-primitives/event-listener";
import type { TimelineItem } from "~/message-row/items";
import { textOrFiles } from "~/shared/text-or-files";
import { strings } from "~/strings/current";
import type { KeepRowsProps } from "./KeepRows";

/** Listens for as long as the calling component lives. */
export function copySelection(props: KeepRowsProps): void {
  const itemOf = (row: HTMLElement | undefined) => row && props.items.at(-1 - Number(row.dataset.index));

  makeEventListener(document, "selectionchange", () => {
    const [first, last] = endsOf(selectedRange(props.scroller)).map(itemOf);
    if (first && last) props.keep(first, last);
    else props.keep();
  });

  makeEventListener(document, "copy", (event) => {
    const range = selectedRange(props.scroller);
    if (!range || event.defaultPrevented) return;
    const [firstRow, lastRow] = endsOf(range);
    const [first, last] = [itemOf(firstRow), itemOf(lastRow)];
    // If an end is outside of the list, everything is selected up to there, also rows that are not in the document
    const from = first ? props.items.indexOf(first) : 0;
    const to = last ? props.items.indexOf(last) + 1 : props.items.length;
    const lines = props.items.slice(from, to).map((item): Line => {
      const row = item === first ? firstRow : item === last ? lastRow : undefined;
      return { user: item.user, text: (row && partIn(row, range)) ?? wholeOf(item) };
    });
    const selected = lines.filter(({ text }) => text !== "");
    if (selected.length < 2) return; // within one message, the browser copies what is selected
    event.clipboardData!.setData("text/plain", linesToText(selected));
    event.preventDefault();
  });
}

interface Line extends Pick<TimelineItem, "user"> {
  text: string;
}

export function linesToText(lines: readonly Line[]): string {
  return lines
    .map(({ user, text }, index) => {
      const above = lines[index - 1]?.user;
      if (above?.id === user.id && above.name === user.name) return text;
      return `${index === 0 ? "" : "\n"}${user.name}\n${text}`;
    })
    .join("\n");
}

function wholeOf({ deleted, text, message, unsent }: TimelineItem): string {
  return deleted ? strings().messageRow.deleted : textOrFiles({ text, files: message?.files ?? unsent?.files });
}

/** The selection, if it covers anything of the list. */
function selectedRange(scroller: HTMLElement): Range | undefined {
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  return range && !range.collapsed && range.intersectsNode(scroller.querySelector(".messages")!) ? range : undefined;
}

/** The rows in which a range begins and ends; undefined for an end outside of the list. */
function endsOf(range: Range | undefined): (HTMLElement | undefined)[] {
  return [range?.startContainer, range?.endContainer].map((node) => {
    const element = node instanceof Element ? node : node?.parentElement;
    return element?.closest<HTMLElement>(".message") ?? undefined;
  });
}

/** The selected part of a row's text; undefined if that is all of it. */
function partIn(row: HTMLElement, range: Range): string | undefined {
  const text = row.querySelector(".text")!;
  const part = document.createRange();
  part.selectNodeContents(text);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  return part.toString() === text.textContent ? undefined : part.toString();
}
