/** SocketProvider and useSocket: the smallest chat, as a component. */
import { createSignal, For, onMount } from "solid-js";
import { SocketProvider, useSocket, useStatus } from "../SocketProvider";

export function Chat() {
  return (
    <SocketProvider path="lobby">
      <Messages />
    </SocketProvider>
  );
}

function Messages() {
  const socket = useSocket();
  const status = useStatus();
  const [lines, setLines] = createSignal<string[]>([]);

  onMount(() =>
    socket.connect({
      chat: ({ user, text }) => setLines((lines) => [...lines, `${user.name}: ${text}`]),
    }),
  );

  const send = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    const box = event.currentTarget;
    if (event.key !== "Enter" || box.value === "") return;
    if (socket.send({ t: "chat", d: { cid: crypto.randomUUID(), text: box.value } })) box.value = "";
  };

  return (
    <>
      <p>{status()}</p>
      <For each={lines()}>{(line) => <p>{line}</p>}</For>
      <input aria-label="Message" onKeyDown={send} />
    </>
  );
}
