/** Asks for the welcome over HTTP (W2), and learns why there is none. */
import { pathOf } from "~/shared/channel-name";
import type { Refusal, ServerEvent } from "~/shared/protocol";
import { eventsIn } from "~/socket/frame";

export interface Answer {
  /** HTTP works; something asks for a sign-in; or nothing answers. Undefined if the site refused, or the user may not read the channel. */
  obstacle?: "blocked" | "signIn" | "unreachable" | undefined;
  events: readonly ServerEvent[];
  /** Why the user may not read the channel (W26, W29). */
  refusal?: Refusal;
}

/** `query` is that of the socket (W1). */
export async function askWelcome(channel: string, query: URLSearchParams, signal?: AbortSignal): Promise<Answer> {
  try {
    const url = `/api/welcome${pathOf(channel)}?${query}`;
    const response = await fetch(url, { cache: "no-store", redirect: "manual", ...(signal && { signal }) });
    const isJson = response.headers.get("Content-Type")?.includes("json");
    if (response.ok && isJson) return { obstacle: "blocked", events: eventsIn(await response.text(), () => {}) };
    if (response.status === 403 && isJson) return { events: [], refusal: (await response.json()) as Refusal };
    const isGate = response.type === "opaqueredirect" || response.ok || [401, 403, 407, 511].includes(response.status);
    return { obstacle: isGate ? "signIn" : undefined, events: [] };
  } catch {
    return { obstacle: "unreachable", events: [] };
  }
}
