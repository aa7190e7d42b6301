/** The header of a channel: its name, its link, the people online and the connection status. */
import { For } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { PeopleButton } from "~/people/PeopleButton";
import { CopyLink } from "~/ui/CopyLink";
import { ConnectionStatus } from "./ConnectionStatus";
import "./ChannelHeader.css";

export function ChannelHeader() {
  const { name } = useChannel();
  return (
    <header class="head">
      <h1 class="head-name" title={name}>
        <For each={name.split("/")}>
          {(segment, index) => (
            <>
              <span class="head-slash">/</span>
              {index() > 0 && <wbr />}
              {segment}
            </>
          )}
        </For>
      </h1>
      <CopyLink channel={name} />
      <PeopleButton />
      <ConnectionStatus />
    </header>
  );
}
