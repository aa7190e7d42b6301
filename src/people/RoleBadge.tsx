/** Marks a moderator or an owner, by shape and word: beside their name at messages and in the list of people (W21). */
import Crown from "lucide/dist/esm/icons/crown.mjs";
import Shield from "lucide/dist/esm/icons/shield.mjs";
import type { StaffRole } from "~/shared/protocol";
import { Icon } from "~/ui/Icon";
import { onDemandStrings } from "~/strings/current";
import "./RoleBadge.css";

export function RoleBadge(props: { role: StaffRole }) {
  return (
    <span class={`role-badge role-${props.role}`}>
      <Icon of={props.role === "owner" ? Crown : Shield} size={10} />
      {onDemandStrings().roles[props.role]}
    </span>
  );
}
