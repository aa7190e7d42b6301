/** Components that are loaded when they are first shown: nobody waits for what they have not asked for. */
import { createSignal, Show, type Component, type JSX } from "solid-js";

/**
 * Not Solid's `lazy`: that one hides the page's nearest `Suspense` while it loads, and a tunnel would be an error of the whole page.
 * Here nothing is shown until it is there, and the next time it is asked for anew.
 * `import.meta.env.SSR ||` before the function keeps what it loads out of the Worker, which never shows it.
 */
export function onDemand<P extends object>(load: true | (() => Promise<Component<P>>)): Component<P> {
  let known: Component<P> | undefined;
  return (props: P): JSX.Element => {
    const [loaded, setLoaded] = createSignal(known);
    if (!known && load !== true)
      load().then(
        (component) => {
          known = component;
          return setLoaded(() => component);
        },
        () => undefined,
      );
    return (
      <Show when={loaded()} keyed>
        {(Loaded) => <Loaded {...props} />}
      </Show>
    );
  };
}
