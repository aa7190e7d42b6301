/** The channel's settings (W24): a pure fold of the channel's events. */
import type { ServerEvent, Settings } from "~/shared/protocol";

/** Those of a new channel, and of a Worker that sends none. */
export const DEFAULTS: Settings = {
  topic: "",
  pins: [],
  slow: 0,
  write: "all",
  read: "all",
  keep: 0,
  files: "known",
  previews: "on",
  staff: [],
};

/** The settings after `event`. The same object if it brings none. */
export function fold(settings: Settings, event: ServerEvent): Settings {
  if (event.t === "settings") return event.d;
  return event.t === "welcome" ? (event.d.settings ?? DEFAULTS) : settings;
}
