/** The page of one channel. */
import { createResource, Show } from "solid-js";
import { getRequestEvent, isServer } from "solid-js/web";
import { nameIn } from "~/shared/cookies";
import type { PageData } from "~/shared/page";
import { SocketProvider } from "~/socket/SocketProvider";
import { ChannelView } from "./ChannelView";
import { Shell } from "./Shell";

/**
 * The page's data, on the server; the browser gets it with the page. After a change of channel in the browser there is none:
 * the welcome brings the same.
 */
function pageData(): PageData | null {
  return isServer ? getRequestEvent()!.locals.page : null;
}

export function ChannelPage(props: { channel: string }) {
  const [page] = createResource(() => props.channel, pageData);
  return (
    <Shell channel={props.channel}>
      <Show when={props.channel} keyed>
        {(channel) => (
          <SocketProvider
            path={channel}
            since={page()?.snapshot?.seq}
            epoch={page()?.snapshot?.epoch}
            name={isServer ? undefined : nameIn(document.cookie)}
          >
            <ChannelView page={page() ?? undefined} />
          </SocketProvider>
        )}
      </Show>
    </Shell>
  );
}
