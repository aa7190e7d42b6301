/** The only route: `/`, which is the lobby, and every other path. */
import { useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { canonical } from "~/shared/channel-name";
import { ChannelPage } from "./ChannelPage";
import { NotFoundPage } from "./NotFoundPage";

export function ChannelRoute() {
  const params = useParams<{ path: string }>();
  return (
    <Show when={canonical(params.path)} fallback={<NotFoundPage path={params.path} />}>
      {(channel) => <ChannelPage channel={channel()} />}
    </Show>
  );
}
