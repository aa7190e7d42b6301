/** Fetches something of a stranger's site for a preview (W38): only from public addresses, little of it, in a short time, without cookies. */
import { joined } from "./picture";
import { isPublicAddress } from "./public-address";

export const MAX_FETCHED = 524_288; // bytes
const FETCHED_WITHIN = 3_000; // ms, with all redirects
const MAX_REDIRECTS = 3;

export interface Fetched {
  /** After the redirects. */
  url: URL;
  type: string;
  /** Its beginning: at most one byte more than `MAX_FETCHED`, which tells that there is more. */
  bytes: Uint8Array;
}

/** Undefined if there is nothing of that type. Rejects if the site cannot be reached, or is too slow. */
export async function fetchPublic(address: string, type: string, more: readonly string[]): Promise<Fetched | undefined> {
  const signal = AbortSignal.timeout(FETCHED_WITHIN);
  const headers = { Accept: type, "User-Agent": "EdgewiseLinkPreview/1" };
  let url = new URL(address);
  for (let redirects = 0; redirects <= MAX_REDIRECTS && isPublicAddress(url, more); redirects++) {
    const response = await fetch(url, { redirect: "manual", signal, headers });
    const target = response.headers.get("Location");
    const found = response.headers.get("Content-Type")?.toLowerCase() ?? "";
    if (response.ok && response.body && found.startsWith(type))
      return { url, type: found, bytes: await beginningOf(response.body) };
    await response.body?.cancel();
    if (response.status < 300 || response.status > 399 || target === null) return undefined;
    url = new URL(target, url);
  }
  return undefined;
}

async function beginningOf(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    parts.push(part);
    size += part.length;
    if (size > MAX_FETCHED) break; // which cancels the rest
  }
  return joined(parts).subarray(0, MAX_FETCHED + 1);
}
