/** Loaded when the list needs it: creates the virtual window. Renders nothing. */
import { createVirtualWindow, type VirtualWindow as Virtual, type VirtualWindowOptions } from "./virtual-window";

export function VirtualWindow(props: VirtualWindowOptions & { onReady: (virtual: Virtual) => void }) {
  const virtual = createVirtualWindow(props, () => props.onReady(virtual));
  return null;
}
