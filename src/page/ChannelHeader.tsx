/** The header of a channel: its name, its topic, its link, the people online and the connection status. */
import { For, Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { PeopleButton } from "~/people/PeopleButton";
import { CopyLink } from "~/ui/CopyLink";
import { WhenIdle } from "~/ui/WhenIdle";
import { onDemand } from "~/ui/on-demand";
import { ConnectionStatus } from "~/connection/ConnectionStatus";
import "./ChannelHeader.css";

const StaffButton = onDemand(
  import.meta.env.SSR || (() => import("~/staff/load").then(({ loadStaff }) => loadStaff()).then((parts) => parts.StaffButton)),
);

/** The last characters (with their combining marks), which stay visible if a name does not fit. Before them is room for an ellipsis. */
const ENDING = /(?<=...)(?:\P{M}\p{M}*){1,12}$/u;

const SearchButton = onDemand(
  import.meta.env.SSR || (() => import("~/search/SearchButton").then((module) => module.SearchButton)),
);
const ChannelInfo = onDemand(import.meta.env.SSR || (() => import("./ChannelInfo").then((module) => module.ChannelInfo)));

export function ChannelHeader() {
  const { name, refusal, settings, you } = useChannel();
  const isSpecial = () => {
    const { topic, pins, slow, write, read, keep } = settings();
    return topic || pins[0] || slow || keep || write !== "all" || read !== "all";
  };
  const segments = name.split("/");
  const last = segments.pop()!;
  const start = last.replace(ENDING, "");
  return (
    <header class="head">
      {/* With the focus, after a tap, it shows the whole name. A path is read from left to right in every language */}
      <div class="head-title">
        <h1 class="head-name" title={name} tabindex="-1" lang="" dir="ltr">
          <span class="head-part">
            <For each={segments}>
              {(segment) => (
                <>
                  <span class="head-slash">/</span>
                  {segment}
                </>
              )}
            </For>
          </span>
          <span class="head-last">
            <span class="head-part">
              <span class="head-slash">/</span>
              {start}
            </span>
            <span class="head-end">{last.slice(start.length)}</span>
          </span>
        </h1>
        <Show when={isSpecial()}>
          <ChannelInfo />
        </Show>
      </div>
      <CopyLink channel={name} />
      <Show when={!refusal()}>
        <span class="head-tool">
          <WhenIdle>
            <SearchButton />
          </WhenIdle>
        </span>
      </Show>
      <Show when={you().role}>
        {/* Its room is kept while it loads */}
        <span class="head-tool">
          <StaffButton />
        </span>
      </Show>
      <Show when={!refusal()}>
        <PeopleButton />
      </Show>
      <ConnectionStatus />
    </header>
  );
}
