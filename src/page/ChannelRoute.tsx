/** The only route: `/`, which is the lobby, and every other path. */
import { Show } from "solid-js";
import { canonical } from "~/shared/channel-name";
import { createPath } from "~/ui/navigation";
import { ChannelPage } from "./ChannelPage";
import { NotFoundPage } from "./NotFoundPage";

export function ChannelRoute() {
  const path = createPath();
  return (
    <Show when={canonical(path())} fallback={<NotFoundPage path={path().slice(1)} />}>
      {(channel) => <ChannelPage channel={channel()} />}
    </Show>
  );
}
