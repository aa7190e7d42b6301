/** `GET /_file/<channel>/<id>/<name>`: serves a file (W38). Whether it exists, and who may read it, is asked at each request. */
import { waitUntil } from "cloudflare:workers";
import { canonical } from "../../../src/shared/channel-name";
import { areFilesOff, type Env } from "../../env";
import type { FileRow } from "../../files/FileStore";
import { isShown } from "../../files/sniff";
import { isHost } from "../../identity/host";
import { identify } from "../../identity/identify";
import { newSecret, publicId } from "../../identity/public-id";
import { attachment } from "../attachment";
import { forbidden, notFound, refuseWrite } from "../refusals";

const ADDRESS = /^\/_file\/(.+)\/([\w-]{22})\/[^/]*$/;

export async function file(request: Request, url: URL, env: Env): Promise<Response> {
  const refusal = refuseWrite(request);
  if (refusal) return refusal;
  const [, path, id] = ADDRESS.exec(url.pathname) ?? [];
  const channel = path === undefined ? undefined : canonical(`/${path}`);
  if (channel === undefined || id === undefined || areFilesOff(env)) return notFound(request);
  const { secret } = (await identify(request, env)) ?? { secret: newSecret() }; // as for a feed, no cookie is set
  const user = publicId(secret, channel);
  const [access, found] = await Promise.all([
    env.CHANNEL.getByName(channel).readAccess({ user, isHost: isHost(request, env) }),
    env.FILE_STORE.getByName(channel).find(id, user),
  ]);
  if ("refusal" in access) return forbidden(access.refusal);
  if (!found) return notFound(request);
  const headers = headersFor(found, access.isPrivate);
  const known = request.headers.get("If-None-Match");
  if (known === "*" || known?.includes(headers.ETag)) return new Response(null, { status: 304, headers });
  const range = rangeIn(request, headers.ETag, found.size);
  if (range === "unsatisfiable")
    return new Response(null, { status: 416, headers: { ...headers, "Content-Range": `bytes */${found.size}` } });
  const [from, to] = range ?? [0, found.size];
  const length = { "Content-Length": String(to - from) };
  const part = range && { "Content-Range": `bytes ${from}-${to - 1}/${found.size}` };
  const init = { status: range ? 206 : 200, headers: { ...headers, ...length, ...part } };
  if (request.method === "HEAD") return new Response(null, init);
  const body = await bytesOf(found, from, to, channel, access.isPrivate, env);
  // The runtime sends a Content-Length only with a stream of known length
  return body ? new Response(body.pipeThrough(new FixedLengthStream(to - from)), init) : notFound(request);
}

function headersFor({ id, type, name }: FileRow, isPrivate: boolean) {
  return {
    "Accept-Ranges": "bytes",
    "Cache-Control": isPrivate ? "no-store" : "private, max-age=31536000, immutable", // one year, in seconds
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Content-Type": type,
    ETag: `"${id}"`,
    ...(!isShown(type) && { "Content-Disposition": attachment(name) }),
  };
}

/**
 * The bytes that a `Range` header asks for: from the first to before the last. Undefined for all of them, also if the header asks for
 * several ranges, is malformed, comes with HEAD, or is for another file's bytes by `If-Range` (RFC 9110, sections 13.1.5 and 14.2).
 */
function rangeIn(
  { method, headers }: Request,
  etag: string,
  size: number,
): [from: number, to: number] | "unsatisfiable" | undefined {
  if (method !== "GET" || (headers.get("If-Range") ?? etag) !== etag) return undefined;
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.get("Range") ?? "") ?? [];
  if (first === undefined || last === undefined || first + last === "") return undefined;
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size : Math.min(size, Number(last) + 1);
  if (first !== "" && last !== "" && Number(last) < Number(first)) return undefined;
  return from < to ? [from, to] : "unsatisfiable";
}

/** Those of a public channel come from the edge's cache, if it has them. No address of this site leads to what is in there. */
async function bytesOf(
  { id, size }: FileRow,
  from: number,
  to: number,
  channel: string,
  isPrivate: boolean,
  env: Env,
): Promise<ReadableStream | undefined> {
  const isWhole = from === 0 && to === size;
  const stored = () => env.FILE_STORE.getByName(channel).body(id, from, to);
  if (isPrivate) return stored();
  const key = `https://files.invalid/${encodeURIComponent(channel)}/${id}`;
  const range = isWhole ? {} : { headers: { Range: `bytes=${from}-${to - 1}` } };
  const cached = await caches.default.match(new Request(key, range));
  if (cached?.body) return cached.body;
  const body = await stored();
  if (!body || !isWhole) return body;
  const [served, kept] = body.tee();
  const headers = { "Cache-Control": "max-age=86400", "Content-Length": String(size) };
  waitUntil(caches.default.put(key, new Response(kept, { headers })));
  return served;
}
