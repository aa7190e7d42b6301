/** Opens the keyboard shortcuts: on `?` outside of text boxes, or by the `open` that its children are given. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createSignal, onMount, Show, type JSX } from "solid-js";
import { isField } from "./focus";
import { LoadFailed } from "~/ui/LoadFailed";
import { onDemand } from "~/ui/on-demand";

const KeyMap = onDemand(import.meta.env.SSR || (() => import("./KeyMap").then((module) => module.KeyMap)), LoadFailed);

export function KeyMapShortcut(props: { children: (open: () => void) => JSX.Element }) {
  const [isOpen, setOpen] = createSignal(false);
  onMount(() =>
    makeEventListener(document, "keydown", (event) => {
      if (event.key !== "?" || event.ctrlKey || event.metaKey || isField(event.target)) return;
      event.preventDefault();
      setOpen(true);
    }),
  );
  return (
    <>
      {props.children(() => setOpen(true))}
      <Show when={isOpen()}>
        <KeyMap close={() => setOpen(false)} />
      </Show>
    </>
  );
}
