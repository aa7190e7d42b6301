/** The address of a message (W32): `/team?m=17`. */
import { hrefOf } from "./channel-name";

export function messageHref(channel: string, id: number): string {
  return `${hrefOf(channel)}?m=${id}`;
}

/** The id that the query of an address names, if it is one. */
export function linkedId(query: string): number | undefined {
  const id = new URLSearchParams(query).get("m");
  return id !== null && /^[1-9]\d{0,14}$/.test(id) ? Number(id) : undefined;
}
