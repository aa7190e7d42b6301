/** Components that are loaded when they are first shown: nobody waits for what they have not asked for. */
import { createSignal, Show, type Component, type JSX } from "solid-js";

/**
 * Not Solid's `lazy`: that one hides the page's nearest `Suspense` while it loads, and a tunnel would be an error of the whole page.
 * Here nothing is shown until it is there. If it cannot be had, `missing` stands in its place, or nothing, and the next time it is
 * asked for anew; some browsers have the same answer then, until the page is reloaded.
 * `import.meta.env.SSR ||` before the function keeps what it loads out of the Worker, which never shows it.
 */
export function onDemand<P extends object>(
  load: true | (() => Promise<Component<P>>),
  missing: Component<P> = () => null,
): Component<P> {
  let known: Component<P> | undefined;
  return (props: P): JSX.Element => {
    const [shown, show] = createSignal(known);
    if (!known && load !== true)
      load().then(
        (component) => show(() => (known = component)),
        () => show(() => missing),
      );
    return (
      <Show when={shown()} keyed>
        {(Shown) => <Shown {...props} />}
      </Show>
    );
  };
}
