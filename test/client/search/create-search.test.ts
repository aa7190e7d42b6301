/** The search in a channel, without its panel: what it asks for, and what it keeps of the answers. */
import { createRoot } from "solid-js";
import { expect, it, onTestFinished, vi } from "vitest";
import { createSearch } from "../../../src/search/create-search";
import type { Found } from "../../../src/shared/protocol";
import "../support/browser";
import { message, openPage, type ChannelPage } from "../support/channel-page";

async function openSearch() {
  const page = await openPage();
  await page.online();
  const search = createRoot((dispose) => {
    onTestFinished(dispose);
    return createSearch(page.channel);
  });
  return { page, search };
}

/** Answers the latest question with the messages of these ids. */
async function answer(page: ChannelPage, ids: number[], state: Partial<Found> = {}): Promise<void> {
  const found = { text: "apple", messages: ids.map((id) => message(id)), more: true, complete: true, ...state };
  page.say({ t: "found", d: { ...found, ref: page.latestRef()! } });
  await Promise.resolve(); // the search goes on
}

const latest = (page: ChannelPage) => page.sent().at(-1);

it("W33 more results are those of the search that is shown, whatever is in the box by then", async () => {
  const { page, search } = await openSearch();
  search.setText(" apple ");
  void search.search();
  expect(latest(page)).toEqual({ t: "search", d: { text: "apple", limit: 20 } });
  await answer(page, [9, 7]);
  search.setText("pear");
  search.setFrom("someone---------");
  void search.more();
  expect(latest(page)).toEqual({ t: "search", d: { text: "apple", limit: 20, before: 7 } });
  await answer(page, [5], { more: false });
  expect(search.found()).toMatchObject({ text: "apple", messages: [{ id: 9 }, { id: 7 }, { id: 5 }], more: false });
  void search.search();
  expect(latest(page)).toEqual({ t: "search", d: { text: "pear", limit: 20, from: "someone---------" } });
  page.say({ t: "error", d: { code: "rate_limited", message: "Slow down.", retryAfter: 1_000, ref: page.latestRef()! } });
  await vi.waitFor(() => expect(search.refusal()).toMatchObject({ code: "rate_limited" }));
  void search.more();
  expect(latest(page)).toEqual({ t: "search", d: { text: "apple", limit: 20, before: 5 } });
});

it("W33 while the index is made, the search is repeated as it was asked for, until it is complete", async () => {
  const { page, search } = await openSearch();
  onTestFinished(() => void vi.useRealTimers());
  vi.useFakeTimers();
  search.setText("apple");
  void search.search();
  await answer(page, [9], { complete: false });
  search.setText("pe");
  vi.advanceTimersByTime(1_000);
  expect(page.sent()).toEqual(Array.from({ length: 2 }, () => ({ t: "search", d: { text: "apple", limit: 20 } })));
  await answer(page, [9, 3]);
  vi.advanceTimersByTime(10_000);
  expect([page.sent().length, search.found()?.messages.length]).toEqual([2, 2]);
});

it("W33 a search for nothing asks nothing, and keeps what was found", async () => {
  const { page, search } = await openSearch();
  search.setText("apple");
  void search.search();
  await answer(page, [9]);
  search.setText("  ");
  void search.search();
  void search.more();
  expect(latest(page)).toEqual({ t: "search", d: { text: "apple", limit: 20, before: 9 } });
});
