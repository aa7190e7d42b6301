/** Gives the components below it the socket of one channel. */

import { batch, createContext, createSignal, onCleanup, onMount, Show, useContext, type Accessor, type JSX } from "solid-js";
import { followPage } from "./follow-page";
import { StrongSocket, type Status } from "./StrongSocket";

export const SocketContext = createContext<StrongSocket>();

interface SocketProviderProps {
  /** The channel's canonical name. Another path is another socket: the children are then made anew. */
  path: string;
  /** Of the snapshot that the page was rendered from. */
  since?: number | undefined;
  epoch?: string | undefined;
  /** The name to connect with; read at each connect. */
  name?: string | undefined;
  children: JSX.Element;
}

export function SocketProvider(props: SocketProviderProps): JSX.Element {
  return (
    <Show when={props.path} keyed>
      {(path) => <OneSocket {...props} path={path} />}
    </Show>
  );
}

/** It does not connect: whoever has handlers does, in its `onMount`. */
function OneSocket(props: SocketProviderProps): JSX.Element {
  const socket = StrongSocket.create(props.path, { since: props.since, epoch: props.epoch, name: () => props.name, batch });
  onMount(() => {
    onCleanup(followPage(socket));
    onCleanup(() => socket.close());
  });
  return <SocketContext.Provider value={socket}>{props.children}</SocketContext.Provider>;
}

export function useSocket(): StrongSocket {
  const socket = useContext(SocketContext);
  if (!socket) throw new Error("useSocket() finds no socket: put a <SocketProvider path=…> around the component that calls it.");
  return socket;
}

export function useStatus(): Accessor<Status> {
  return watched((socket) => socket.status);
}

/** Milliseconds to the channel and back, undefined before they were measured. */
export function useLag(): Accessor<number | undefined> {
  return watched((socket) => socket.lag);
}

function watched<T>(read: (socket: StrongSocket) => T): Accessor<T> {
  const socket = useSocket();
  const [value, setValue] = createSignal(read(socket));
  onCleanup(socket.watch(() => setValue(() => read(socket))));
  return value;
}
