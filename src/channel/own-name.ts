/** The name that one has given oneself, told to the channel until it has it (W10). */
import { onCleanup } from "solid-js";
import type { ClientEvent, Refusal, User } from "~/shared/protocol";

const RETRY_AFTER = 1_000; // ms, where a refusal does not say

export function createNaming(send: (event: ClientEvent) => boolean) {
  let asked: string | undefined; // until the channel has it
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    clearTimeout(timer);
    if (asked !== undefined) send({ t: "name", d: { name: asked } });
  };
  onCleanup(() => clearTimeout(timer));
  return {
    /** What the channel is still to hear. */
    asked: () => asked,
    take(name: string): void {
      asked = name;
      tell();
    },
    /** The channel is there anew, and calls one so. */
    welcome({ name }: User): void {
      if (name === asked) asked = undefined;
      tell();
    },
    /** It calls one so now. */
    confirm({ name }: User): void {
      if (name === asked) asked = undefined;
    },
    /** What has no cid may have been the name. To tell it again does no harm. */
    refused({ cid, code, retryAfter = RETRY_AFTER }: Refusal): void {
      if (cid !== undefined || asked === undefined) return;
      if (code === "rate_limited" || code === "storage") timer = setTimeout(tell, retryAfter);
    },
  };
}
