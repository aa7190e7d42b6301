/** The page of one channel. */
import { Show } from "solid-js";
import { isServer } from "solid-js/web";
import { nameIn } from "~/shared/cookies";
import { SocketProvider } from "~/socket/SocketProvider";
import { cookies } from "~/ui/cookies";
import { ChannelView } from "./ChannelView";
import { takePageData } from "./page-data";
import { Shell } from "./Shell";

export function ChannelPage(props: { channel: string }) {
  return (
    <Shell channel={props.channel}>
      <Show when={props.channel} keyed>
        {(channel) => {
          const page = takePageData();
          return (
            <SocketProvider
              path={channel}
              since={page?.snapshot?.newer ? undefined : page?.snapshot?.seq} // in the past, the latest messages are not here yet
              epoch={page?.snapshot?.epoch}
              name={isServer ? undefined : nameIn(cookies())}
            >
              <ChannelView page={page} />
            </SocketProvider>
          );
        }}
      </Show>
    </Shell>
  );
}
