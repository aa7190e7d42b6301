/** Provides a channel's state and the reader's position to everything on its page. */
import { createContext, useContext, type JSX } from "solid-js";
import type { Refusal, Snapshot } from "~/shared/protocol";
import { useSocket } from "~/socket/SocketProvider";
import { useToasts } from "~/toasts/ToastProvider";
import { createChannel, type Channel } from "./create-channel";
import { createViewport, type Viewport } from "./create-viewport";

const ChannelContext = createContext<Channel>();
const ViewportContext = createContext<Viewport>();

/** Needs a SocketProvider and a ToastProvider around it. */
export function ChannelProvider(props: { snapshot: Snapshot | undefined; refusal: Refusal | undefined; children: JSX.Element }) {
  const viewport = createViewport();
  const channel = createChannel(useSocket(), props.snapshot, viewport, useToasts(), props.refusal);
  return (
    <ViewportContext.Provider value={viewport}>
      <ChannelContext.Provider value={channel}>{props.children}</ChannelContext.Provider>
    </ViewportContext.Provider>
  );
}

/** The channel's timeline, people and settings, and what the user can send. */
export function useChannel(): Channel {
  const channel = useContext(ChannelContext);
  if (!channel) throw new Error("useChannel() needs a <ChannelProvider> around the component.");
  return channel;
}

/** The reader's position, and commands that move it. */
export function useViewport(): Viewport {
  const viewport = useContext(ViewportContext);
  if (!viewport) throw new Error("useViewport() needs a <ChannelProvider> around the component.");
  return viewport;
}
