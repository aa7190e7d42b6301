/** Provides the message that is being written, so that a message's menu can start a reply or an edit. */
import { createContext, useContext, type JSX } from "solid-js";
import { useChannel, useViewport } from "~/channel/ChannelProvider";
import { createComposer, type Composer } from "./create-composer";

export type { Composer } from "./create-composer";

const ComposerContext = createContext<Composer>();

/** Needs a ChannelProvider around it. */
export function ComposerProvider(props: { children: JSX.Element }) {
  return (
    <ComposerContext.Provider value={createComposer(useChannel(), useViewport())}>{props.children}</ComposerContext.Provider>
  );
}

export function useComposer(): Composer {
  const composer = useContext(ComposerContext);
  if (!composer) throw new Error("useComposer() needs a <ComposerProvider> around the component.");
  return composer;
}
