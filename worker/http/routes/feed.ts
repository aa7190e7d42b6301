/** `GET /api/feed/<channel>`: the latest messages of a channel as an Atom feed (W35). */
import { createHash } from "node:crypto";
import { beginningOf } from "../../../src/shared/beginning";
import { pathOf } from "../../../src/shared/channel-name";
import { messageHref } from "../../../src/shared/message-link";
import type { Message, Snapshot } from "../../../src/shared/protocol";
import { textOrFiles } from "../../../src/shared/text-or-files";
import type { Env } from "../../env";
import { escape } from "../../escape";
import { isHost } from "../../identity/host";
import { identify } from "../../identity/identify";
import { newSecret, publicId } from "../../identity/public-id";
import { apiChannel } from "../api-channel";
import { isOverLimit } from "../rate-limit";
import { forbidden, tooManyRequests } from "../refusals";

const MAX_TITLE = 80; // UTF-16 units

export async function feed(request: Request, url: URL, env: Env): Promise<Response> {
  const channel = apiChannel("/api/feed", request, url);
  if (typeof channel !== "string") return channel;
  if (await isOverLimit(request, env, env.PAGES)) return tooManyRequests(request);
  const { secret } = (await identify(request, env)) ?? { secret: newSecret() }; // without a cookie for it: programs that read feeds keep none
  const state = await env.CHANNEL.getByName(channel).snapshot(publicId(secret, channel), undefined, isHost(request, env));
  if ("refusal" in state) return forbidden(state.refusal);
  const xml = feedOf(channel, state, url);
  const tag = `"${createHash("sha256").update(xml).digest().toBase64()}"`;
  const headers = { "Cache-Control": "private, no-cache", "Content-Type": "application/atom+xml; charset=utf-8", ETag: tag };
  const known = request.headers.get("If-None-Match");
  const isKnown = known?.trim() === "*" || known?.includes(tag); // also among others, and as a weak one
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(xml, { headers });
}

function feedOf(channel: string, { messages, epoch, settings }: Snapshot, { origin, hostname }: URL): string {
  const shown = messages.filter(({ deleted }) => !deleted).reverse();
  const id = `tag:${hostname},2026:${pathOf(channel)}`;
  const entries = shown.map((message) =>
    entryOf(message, `${id}/${epoch}/${message.id}`, origin + messageHref(channel, message.id)),
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>${escape(channel)} · Edgewise</title>
<subtitle>${escape(settings?.topic ?? "")}</subtitle>
<id>${escape(id)}</id>
<updated>${time(Math.max(0, ...shown.map(updatedAt)))}</updated>
<link rel="self" type="application/atom+xml" href="${escape(`${origin}/api/feed${pathOf(channel)}`)}"/>
<link rel="alternate" type="text/html" href="${escape(origin + pathOf(channel))}"/>
${entries.join("")}</feed>
`;
}

function entryOf(message: Message, id: string, href: string): string {
  return `<entry>
<title>${escape(beginningOf(textOrFiles(message), MAX_TITLE))}</title>
<id>${escape(id)}</id>
<author><name>${escape(message.user.name)}</name></author>
<published>${time(message.at)}</published>
<updated>${time(updatedAt(message))}</updated>
<link rel="alternate" type="text/html" href="${escape(href)}"/>
<content type="text">${escape(textOrFiles(message))}</content>
</entry>
`;
}

function updatedAt({ at, editedAt = at }: Message): number {
  return editedAt;
}

function time(at: number): string {
  return new Date(at).toISOString();
}
