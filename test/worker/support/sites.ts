/** Sites for the tests of previews, in place of the internet: a stub of `fetch`. */
import { runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, expect, vi } from "vitest";
import type { LinkPreview, Message } from "../../../src/shared/protocol";
import { bindings, fetchPath, join, newUserCookie, type TestPeer } from "./peer";

export const PNG = Uint8Array.fromBase64(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
);
export const PICTURE = "https://news.example.com/picture.png";

export type Answer = (signal: AbortSignal) => Response;
/** What the internet has, by address. */
export const sites = new Map<string, Answer>();
/** What was asked of it. */
export const requests: { url: string; init: RequestInit }[] = [];
export const asked = () => requests.map(({ url }) => url);

export const html = (body: BodyInit, type = "text/html; charset=utf-8"): Answer => {
  return () => new Response(body, { headers: { "Content-Type": type } });
};
export const picture = (body: BodyInit): Answer => html(body, "image/png");
export const redirect = (to: string): Answer => {
  return () => new Response(null, { status: 302, headers: { Location: to } });
};
export const pageOf = (title: string, more = "") =>
  `<!doctype html><html><head><title>${title}</title>${more}</head><body>Hello</body>`;

/** Call it in each file: its previews come from `sites`. */
export function useSites(): void {
  beforeEach(() => {
    bindings.PREVIEWS = "on";
    vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init = {}) => {
      const url = String(input);
      requests.push({ url, init });
      const site = sites.get(url);
      if (!site) throw new Error(`There is no ${url}.`);
      return site(init.signal!);
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
    delete bindings.PREVIEWS;
    delete bindings.PREVIEW_HOSTS;
    delete bindings.FILES;
    sites.clear();
    requests.length = 0;
  });
}

export const filesOf = (channel: string) => bindings.FILE_STORE.getByName(channel);

/** Sends a message, and returns its state with its preview. */
export async function previewed(peer: TestPeer, text: string): Promise<Message & { preview: LinkPreview }> {
  const { id } = await peer.sendMessage(text);
  return withPreview(peer, id);
}

export async function withPreview(peer: TestPeer, id: number): Promise<Message & { preview: LinkPreview }> {
  for (;;) {
    const { d, seq } = await peer.nextOf("chat");
    if (d.id !== id || !d.preview) continue;
    expect(d.seq).toBe(seq);
    return d as Message & { preview: LinkPreview };
  }
}

/** Nothing is being fetched in the channel any more, and its messages have no preview. */
export async function expectNone(channel: string): Promise<void> {
  await vi.waitFor(() => runInDurableObject(filesOf(channel), (_files, { storage }) => storage.kv.get("channel")));
  await expect.poll(() => pagesOf(channel), { timeout: 8_000 }).toHaveLength(1);
  const { messages } = (await join(channel)).welcome;
  expect(messages.filter(({ preview }) => preview)).toEqual([]);
}

/** What the channel remembers of pages. */
export const pagesOf = (channel: string) =>
  runInDurableObject(filesOf(channel), (_files, { storage }) =>
    storage.kv.get("channel") === undefined ? [] : storage.sql.exec("SELECT * FROM previews").toArray(),
  );

/** The ids of stored files. */
export const storedIn = (channel: string) =>
  runInDurableObject(filesOf(channel), (_files, { storage }) =>
    storage.kv.get("channel") === undefined
      ? []
      : storage.sql
          .exec<{ id: string }>("SELECT id FROM files ORDER BY n")
          .toArray()
          .map(({ id }) => id),
  );

export const statusOf = async (channel: string, { image }: LinkPreview, cookie = newUserCookie()) =>
  (await fetchPath(`/_file/${channel}/${image!.id}/preview`, { headers: { Cookie: cookie } })).status;

export const NEWS = "https://news.example.com/story";
export const withPicture = pageOf(
  "A &amp; B &#x2014; news",
  `<meta name="description" content=" Two
   lines "><meta property="og:image" content="/picture.png">`,
);
