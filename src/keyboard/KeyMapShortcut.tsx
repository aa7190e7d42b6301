/** Opens the keyboard map: by `?` anywhere but in a box, or by whatever is given `open`. */
import { createSignal, onCleanup, onMount, Show, type JSX } from "solid-js";
import { isField } from "./focus";
import { NotLoaded } from "~/ui/LoadFailed";
import { onDemand } from "~/ui/on-demand";

const KeyMap = onDemand(import.meta.env.SSR || (() => import("./KeyMap").then((module) => module.KeyMap)), NotLoaded);

export function KeyMapKey(props: { children: (open: () => void) => JSX.Element }) {
  const [shown, setShown] = createSignal(false);
  onMount(() => {
    const left = new AbortController();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "?" || event.ctrlKey || event.metaKey || isField(event.target)) return;
      event.preventDefault();
      setShown(true);
    };
    document.addEventListener("keydown", onKeyDown, left);
    onCleanup(() => left.abort());
  });
  return (
    <>
      {props.children(() => setShown(true))}
      <Show when={shown()}>
        <KeyMap close={() => setShown(false)} />
      </Show>
    </>
  );
}
