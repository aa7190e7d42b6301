/** Components that are loaded when they are first shown: nobody waits for what they have not asked for. */
import { createSignal, onCleanup, onMount, Show, type Component, type JSX } from "solid-js";

/**
 * Not Solid's `lazy`: that one hides the page's nearest `Suspense` while it loads, and a tunnel would be an error of the whole page.
 * Here nothing is shown until it is there. If it cannot be had, `missing` stands in its place, or nothing, and it is asked for anew
 * as soon as the browser is online, and the next time that it is shown. Chromium gives a failed import the same answer for as long
 * as the page lives, so a browser that says it is offline has to reach this site first.
 * `import.meta.env.SSR ||` before the function keeps what it loads out of the Worker, which never shows it.
 */
export function onDemand<P extends object>(
  load: true | (() => Promise<Component<P>>),
  missing: Component<P> = () => null,
): Component<P> & { ask: () => Promise<boolean> } {
  const [known, setKnown] = createSignal<Component<P>>();
  let asking: Promise<boolean> | undefined;
  const find = async () => {
    if (load === true) return false;
    if (!navigator.onLine) await fetch("/api/health", { cache: "no-store" });
    const component = await load();
    setKnown(() => component);
    return true;
  };
  /** Says whether it is there. */
  const ask = () =>
    (asking ??= find().catch(() => {
      asking = undefined;
      return false;
    }));

  const Late = (props: P): JSX.Element => {
    const [isMissing, setMissing] = createSignal(false);
    const look = () => void ask().then((found) => setMissing(!found));
    if (load !== true && !known()) look();
    onMount(() => {
      window.addEventListener("online", look);
      onCleanup(() => window.removeEventListener("online", look));
    });
    return (
      <Show when={known() ?? (isMissing() ? missing : undefined)} keyed>
        {(Shown) => <Shown {...props} />}
      </Show>
    );
  };
  return Object.assign(Late, { ask });
}
