/** The address of a file (W38): `/_file/team/<id>/cat.webp`. */
import { pathOf } from "./channel-name";
import type { MessageFile } from "./protocol";

export function fileHref(channel: string, { id, name }: Pick<MessageFile, "id" | "name">): string {
  return `/_file${pathOf(channel)}/${id}/${encodeURIComponent(name)}`;
}
