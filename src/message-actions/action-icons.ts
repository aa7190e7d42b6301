/** The icon of each message action. */
import type { IconNode } from "lucide";
import Link from "lucide/dist/esm/icons/link.mjs";
import Copy from "lucide/dist/esm/icons/copy.mjs";
import SmilePlus from "lucide/dist/esm/icons/face-slightly-smiling-plus.mjs";
import Pencil from "lucide/dist/esm/icons/pencil.mjs";
import Reply from "lucide/dist/esm/icons/reply.mjs";
import Trash from "lucide/dist/esm/icons/trash.mjs";
import Flag from "lucide/dist/esm/icons/flag.mjs";
import type { Action } from "./actions";

export const ICONS: Record<Action, IconNode> = {
  react: SmilePlus,
  reply: Reply,
  edit: Pencil,
  copy: Copy,
  link: Link,
  delete: Trash,
  report: Flag,
};
