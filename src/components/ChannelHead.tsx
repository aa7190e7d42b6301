/** The head of a channel: what it is called, who is here, how the connection is, and the way to another channel. */
import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { People } from "~/chat/people";
import { ConnectionStatus } from "./ConnectionStatus";
import { OpenChannel } from "./OpenChannel";
import "./ChannelHead.css";

export function ChannelHead(props: { channel: string; people: People }) {
  const others = () => props.people.n - props.people.users.length;
  return (
    <header class="head">
      <A class="home" href="/" aria-label="Edgewise: to the lobby">
        <img src="/favicon.svg" alt="" width="28" height="28" />
      </A>
      <h1 class="head-name">
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
      <details class="people">
        <summary>
          <span class="people-n">{props.people.n}</span> online
        </summary>
        <ul class="people-list">
          <For each={props.people.users}>
            {(user) => (
              <li>
                <bdi>{user.name}</bdi>
                <Show when={user.id === props.people.you.id}> (you)</Show>
              </li>
            )}
          </For>
          <Show when={others() > 0}>
            <li class="quiet">and {others()} more, other tabs included</li>
          </Show>
        </ul>
      </details>
      <ConnectionStatus />
      <OpenChannel />
    </header>
  );
}
