/** What is kept of a channel for when there is no network, and what a page shows of it. */
import { createRoot, createSignal } from "solid-js";
import { expect, it, vi } from "vitest";
import { createKept, lastUpdate } from "../../../src/away/create-kept";
import { MAX_SEEN, seenIn } from "../../../src/away/seen-messages";
import { DEFAULTS } from "../../../src/channel/settings";
import { timelineOf, type Timeline } from "../../../src/channel/timeline";
import type { Refusal, Settings } from "../../../src/shared/protocol";
import type { Status } from "../../../src/socket/StrongSocket";
import "../support/browser";
import { message } from "../support/channel-page";

vi.mock("../../../src/away/register", () => ({ tellWorker: async () => undefined })); // there is no service worker

const talk = (n: number) => Array.from({ length: n }, (_, index) => message(index + 1));

/** A page of the channel, with what it has from the server. */
function openPage(name: string, has: Partial<Timeline> = {}, settings: Partial<Settings> = {}) {
  const [latest, setLatest] = createSignal(timelineOf({ epoch: "", messages: [], more: false, ...(has as object) }));
  const [status, setStatus] = createSignal<Status>("connecting");
  const close = createRoot((dispose) => {
    const channel = {
      name,
      latest,
      setLatest,
      settings: () => ({ ...DEFAULTS, ...settings }),
      refusal: () => undefined as Refusal | undefined,
    };
    createKept(channel, status);
    return dispose;
  });
  return { setLatest, setStatus, close, ids: () => latest().messages.map(({ id }) => id) };
}

it("keeps the latest 200 messages, which a page without a network shows with the time", async () => {
  const before = openPage("many", { epoch: "e", messages: talk(MAX_SEEN + 50) });
  before.setStatus("online");
  before.close();
  await vi.waitFor(async () => expect((await seenIn("many"))?.messages.length).toBe(MAX_SEEN));
  expect((await seenIn("many"))!.more).toBe(true);
  const page = openPage("many", { epoch: "e", messages: talk(20) });
  page.setStatus("offline");
  await vi.waitFor(() => expect(page.ids().at(-1)).toBe(MAX_SEEN + 50));
  expect(page.ids().length).toBe(MAX_SEEN);
  expect(Date.now() - lastUpdate()!).toBeLessThan(60_000);
  page.setStatus("online");
  expect(lastUpdate()).toBeUndefined();
  page.close();
});

it("keeps nothing of a private channel", async () => {
  const page = openPage("secret", { epoch: "e", messages: talk(3) }, { read: "members" });
  page.setStatus("online");
  page.close();
  const other = openPage("open", { epoch: "e", messages: talk(3) });
  other.setStatus("online");
  other.close();
  await vi.waitFor(async () => expect(await seenIn("open")).toBeDefined());
  expect(await seenIn("secret")).toBeUndefined();
});

it("shows nothing that is older than the page, or than the channel keeps its messages", async () => {
  const before = openPage("old", { epoch: "e", messages: talk(3) });
  before.setStatus("online");
  before.close();
  await vi.waitFor(async () => expect(await seenIn("old")).toBeDefined());
  const newer = openPage("old", { epoch: "e", messages: talk(4) });
  newer.setStatus("offline");
  await vi.waitFor(() => expect(lastUpdate()).toBeDefined());
  expect(newer.ids()).toEqual([1, 2, 3, 4]);
  newer.close();
  const strict = openPage("old", {}, { keep: 60 });
  strict.setStatus("offline");
  await vi.waitFor(() => expect(lastUpdate()).toBeDefined());
  expect(strict.ids()).toEqual([]);
  strict.close();
});
