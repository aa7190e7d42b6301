/** The data that the Worker passes to the page's server rendering. */
import type { Theme } from "./cookies";
import type { Language } from "./languages";
import type { Refusal, Snapshot } from "./protocol";

export interface PageData {
  /** The canonical channel name. Absent if the path has no canonical form. */
  channel?: string;
  /** Absent if the channel cannot be reached or the address is over its rate limit. The socket's welcome then brings the same. */
  snapshot?: Snapshot | undefined;
  /** Why this visitor may not read the channel: they are banned, or it is private (W26, W29). Then there is no snapshot. */
  refusal?: Refusal;
  /** The one that the visitor has chosen, or else the best one in Accept-Language that Edgewise has. */
  language: Language;
  /** The BCP 47 tag for times and numbers: that of the language, with the visitor's region if Accept-Language has one. */
  locale: string;
  /** The visitor's IANA time zone, from Cloudflare's request data; "UTC" if it is unknown. */
  timeZone: string;
  /** From the visitor's cookies. */
  theme: Theme;
  /** Whether the visitor's identity is new with this page. */
  isNewcomer?: true;
  /** Whether the visitor has dismissed the lobby's welcome. */
  isWelcomed: boolean;
  /** Whether the visitor sees previews of links; `none` if this deployment has none. */
  previews: "on" | "off" | "none";
}

declare global {
  namespace App {
    /** The type of `getRequestEvent().locals`. Without SolidStart's own declaration, which allows any key. */
    interface RequestEventLocals {
      page: PageData;
      /** Set by the error page: what a component threw while the server rendered it. */
      failure?: unknown;
    }
  }
}
