/** What a page does for when its channel is not read: it reports new messages, takes pushes and shared texts, and keeps the channel. Loaded when idle. */
import { onMount } from "solid-js";
import { renewPush } from "~/away/choose-push";
import { createKept } from "~/away/create-kept";
import { createSync } from "~/away/create-sync";
import { createVisible } from "~/away/create-visible";
import { serviceWorker } from "~/away/register";
import { ShareDialog } from "~/away/ShareDialog";
import { useChannel } from "~/channel/ChannelProvider";
import { startSync } from "~/devices/start-sync";
import { Notifications } from "~/notifications/Notifications";
import { useStatus } from "~/socket/SocketProvider";

export function Away() {
  const channel = useChannel();
  const status = useStatus();
  createVisible(channel, status);
  createKept(channel, status);
  createSync(channel, status);
  onMount(() => {
    void serviceWorker();
    renewPush(channel.name).catch(() => undefined); // the next visit tries again
    void startSync();
  });
  return (
    <>
      <Notifications />
      <ShareDialog />
    </>
  );
}
