/** Components that are loaded when they are first shown. */
import { ALL_KEPT } from "~/shared/all-kept";
import { makeEventListener } from "@solid-primitives/event-listener";
import { loadOnDemandStrings } from "~/strings/load";
import { createSignal, onMount, Show, type Component, type JSX } from "solid-js";

/**
 * The sentences of such components are loaded with the first of them.
 *
 * Solid's `lazy` does not fit: it hides the nearest `Suspense` of the page while it loads, and without a network its error would
 * replace the whole page. This one shows nothing while it loads. If loading fails, it shows `fallback`, or nothing, and loads again
 * when the browser is online or the component is shown again. Chromium remembers a failed import for as long as the page lives, so
 * a browser that reports to be offline has to reach this site first, unless the service worker has kept all files.
 * `import.meta.env.SSR ||` before the function keeps the loaded code out of the Worker, which never shows it. One that the Worker shows,
 * too, is provided by src/entry-server.tsx; in an element of its own, what the Worker has rendered stays until the component is loaded.
 */
export function onDemand<P extends object>(
  importComponent: true | (() => Promise<Component<P>>),
  fallback: Component<P> = () => null,
): Component<P> & { preload: () => Promise<boolean>; provide: (component: Component<P>) => void } {
  const [loaded, setLoaded] = createSignal<Component<P>>();
  let loading: Promise<boolean> | undefined;
  const load = async () => {
    if (importComponent === true) return false;
    if (!navigator.onLine && !(await globalThis.caches?.match(ALL_KEPT))) await fetch("/api/health", { cache: "no-store" });
    const [component] = await Promise.all([importComponent(), loadOnDemandStrings()]);
    setLoaded(() => component);
    return true;
  };
  /** Loads the component ahead of time. Resolves to whether it is loaded. */
  const preload = () =>
    (loading ??= load().catch(() => {
      loading = undefined;
      return false;
    }));

  const OnDemand = (props: P): JSX.Element => {
    const [hasFailed, setFailed] = createSignal(false);
    const tryToLoad = () => void preload().then((isLoaded) => setFailed(!isLoaded));
    if (importComponent !== true && !loaded()) tryToLoad();
    onMount(() => makeEventListener(window, "online", tryToLoad));
    return (
      <Show when={loaded() ?? (hasFailed() ? fallback : undefined)} keyed>
        {(Shown) => <Shown {...props} />}
      </Show>
    );
  };
  return Object.assign(OnDemand, { preload, provide: (component: Component<P>) => void setLoaded(() => component) });
}
