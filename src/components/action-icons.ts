/** The icon of each action on a message. */
import Copy from "lucide-solid/icons/copy";
import SmilePlus from "lucide-solid/icons/face-slightly-smiling-plus";
import Pencil from "lucide-solid/icons/pencil";
import Reply from "lucide-solid/icons/reply";
import Trash from "lucide-solid/icons/trash";
import type { Action } from "~/chat/act-on";

type Icon = typeof Reply;

export const ICONS: Record<Action, Icon> = { react: SmilePlus, reply: Reply, edit: Pencil, copy: Copy, delete: Trash };
