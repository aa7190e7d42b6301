/** The one route there is: `/`, which is the lobby, and every other path. */
import { useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { canonical } from "~/shared/channel-name";
import { ChannelPage } from "./ChannelPage";
import { NotFoundPage } from "./NotFoundPage";

export function AnyPath() {
  const params = useParams<{ path: string }>();
  return (
    <Show when={canonical(params.path)} fallback={<NotFoundPage path={params.path} />}>
      {(channel) => <ChannelPage channel={channel()} />}
    </Show>
  );
}
