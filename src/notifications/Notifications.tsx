/** Reports new messages to users who are not reading the page, or who use a screen reader. */
import { useChannel } from "~/channel/ChannelProvider";
import { Announcer } from "./Announcer";
import { createNotifications } from "./create-notifications";

export function Notifications() {
  createNotifications(useChannel());
  return <Announcer />;
}
