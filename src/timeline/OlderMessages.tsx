/** The top of the message list: loads older messages before it comes into view, and marks a gap. Loaded when the page is idle. */
import { createMemo, Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { useStatus } from "~/socket/SocketProvider";
import { onDemandStrings } from "~/strings/current";
import { loadAtEnd } from "./load-at-end";

export function OlderMessages() {
  const { timeline, pages } = useChannel();
  const status = useStatus();
  // Stays true through reconnect attempts, until the status is online
  const isOffline = createMemo((was: boolean) => (status() === "connecting" ? was : status() === "offline"), false);
  let mark!: HTMLDivElement;
  loadAtEnd("older", () => mark);

  return (
    <div ref={mark}>
      <Show when={timeline().skipped}>
        <span>{onDemandStrings().olderMessages.skipped} </span>
        <button onClick={() => pages.load("older")}>{onDemandStrings().olderMessages.load}</button>
      </Show>
      <Show when={pages.loading() === "older"}>
        <span>{onDemandStrings().olderMessages.loading}</span>
      </Show>
      <Show when={isOffline() && timeline().more}>
        <span>{onDemandStrings().olderMessages.offline}</span>
      </Show>
    </div>
  );
}
