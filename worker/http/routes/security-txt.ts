/** `/.well-known/security.txt`: where to report a vulnerability of this site (RFC 9116). */
import type { Env } from "../../env";
import { notFound, refuseWrite } from "../refusals";

/** RFC 9116 recommends less than a year. It counts from each request, so that it never runs out. */
const EXPIRES_AFTER = 180 * 24 * 60 * 60 * 1_000; // ms

export async function securityTxt(request: Request, { origin, hostname, pathname }: URL, env: Env): Promise<Response> {
  if (pathname !== "/.well-known/security.txt") return notFound(request);
  const refusal = refuseWrite(request);
  if (refusal) return refusal;
  const contact = env.SECURITY_CONTACT ?? `mailto:security@${hostname}`; // RFC 2142 reserves this mailbox
  const fields = {
    Contact: contact,
    Expires: new Date(Date.now() + EXPIRES_AFTER).toISOString(),
    "Preferred-Languages": "en",
    Canonical: `${origin}/.well-known/security.txt`,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`);
  return new Response(lines.join(""), { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
