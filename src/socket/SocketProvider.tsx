/** Provides the socket of one channel to the components below. */

import { batch, createContext, createSignal, onCleanup, onMount, Show, useContext, type Accessor, type JSX } from "solid-js";
import { followPage } from "./follow-page";
import { StrongSocket, type Status } from "./StrongSocket";

/** The page's identity, for its sockets in all channels, if the browser refuses cookies. Empty if it does not. */
export const pageIdentity = { signed: "" };

export const SocketContext = createContext<StrongSocket>();

interface SocketProviderProps {
  /** The channel's canonical name. Another path means another socket, and the children are created again. */
  path: string;
  /** The seq and the epoch of the snapshot that the page was rendered from. */
  since?: number | undefined;
  epoch?: string | undefined;
  /** The name to connect with, read at each attempt. */
  name?: string | undefined;
  children: JSX.Element;
}

export function SocketProvider(props: SocketProviderProps): JSX.Element {
  return (
    <Show when={props.path} keyed>
      {(path) => <Provider {...props} path={path} />}
    </Show>
  );
}

/** Does not connect: the component that has the handlers calls `connect`, in `onMount`. */
function Provider(props: SocketProviderProps): JSX.Element {
  const socket = StrongSocket.create(props.path, {
    since: props.since,
    epoch: props.epoch,
    name: () => props.name,
    identity: pageIdentity,
    batch,
  });
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
  return watchSocket((socket) => socket.status);
}

/** Milliseconds from ping to pong; undefined before the first pong. */
export function useLag(): Accessor<number | undefined> {
  return watchSocket((socket) => socket.lag);
}

function watchSocket<T>(read: (socket: StrongSocket) => T): Accessor<T> {
  const socket = useSocket();
  const [value, setValue] = createSignal(read(socket));
  onCleanup(socket.watch(() => setValue(() => read(socket))));
  return value;
}
