/** The head of a channel: what it is called, who is here, and how the connection is. */
import { For } from "solid-js";
import type { People } from "~/channel/people";
import { ConnectionStatus } from "./ConnectionStatus";
import { CopyLink } from "~/ui/CopyLink";
import { PeopleButton } from "~/people/PeopleButton";
import "./ChannelHeader.css";

export function ChannelHead(props: { channel: string; people: People }) {
  return (
    <header class="head">
      <h1 class="head-name" title={props.channel}>
        <For each={props.channel.split("/")}>
          {(segment, index) => (
            <>
              <span class="head-slash">/</span>
              {index() > 0 && <wbr />}
              {segment}
            </>
          )}
        </For>
      </h1>
      <CopyLink channel={props.channel} />
      <PeopleButton people={props.people} />
      <ConnectionStatus />
    </header>
  );
}
