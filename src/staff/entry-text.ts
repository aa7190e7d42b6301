/** What an entry of the moderation log says: “Ada muted Ben for 10 minutes”. */
import type { ChangeableSettings, RecordEntry } from "~/shared/protocol";
import { staffStrings } from "~/strings/staff-strings";
import { durationOf } from "./durations";
import { isolated } from "./isolated";

const words = () => staffStrings().entries;

/** An entry that has not what its act needs, or is of an act from a newer Worker, says the act's name. */
export function entryText(entry: RecordEntry): string {
  const by = isolated(entry.by.name);
  const who = isolated(entry.user?.name ?? "");
  const duration = durationOf(entry.for ?? 0);
  const { role } = entry;
  switch (entry.act) {
    case "set":
      return words().set(by, changesIn(entry.set ?? {}));
    case "invite":
      if (!role || role === "none") break;
      return words().invite[role](by, staffStrings().invitations.usesOf(entry.count ?? 1), duration);
    case "redeem":
      if (!role || role === "none") break;
      return words().redeem[role](by);
    case "role":
      return words().role[role ?? "none"](by, who);
    case "revoke":
    case "restore":
    case "resolve":
      return words()[entry.act](by);
    case "remove":
    case "unmute":
    case "unban":
      return words()[entry.act](by, who);
    case "mute":
    case "ban":
      return words()[entry.act](by, who, duration);
    case "purge":
      return words().purge(by, who, entry.count ?? 0);
    default:
      entry.act satisfies never;
  }
  return words().other(by, entry.act);
}

function changesIn({ topic, pins, slow, write, read, keep, files, previews }: Partial<ChangeableSettings>): string[] {
  const say = words().changes;
  return [
    topic === undefined ? "" : topic === "" ? say.noTopic : say.topic(isolated(topic)),
    pins === undefined ? "" : say.pins(pins.length),
    slow === undefined ? "" : slow === 0 ? say.noSlow : say.slow(durationOf(slow)),
    write === undefined ? "" : say.write[write],
    read === undefined ? "" : say.read[read],
    files === undefined ? "" : say.files[files],
    keep === undefined ? "" : keep === 0 ? say.noKeep : say.keep(durationOf(keep)),
    previews === undefined ? "" : say.previews[previews],
  ].filter((change) => change !== "");
}
