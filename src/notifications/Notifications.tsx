/** Reports new messages to users who do not look at the page: it is hidden, or they use a screen reader. */
import { useChannel } from "~/channel/ChannelProvider";
import { Announcer } from "./Announcer";
import { createNotifications } from "./create-notifications";

export function Notifications() {
  createNotifications(useChannel());
  return <Announcer />;
}
