/** Around what is loaded when it is wanted: the page stays as it is until it is there, and whole if it never comes. */
import { ErrorBoundary, Suspense, type JSX } from "solid-js";
import { strings } from "~/strings";

/** Without a network, or after a deploy, a part may not be had any more; a `quiet` one is not missed. */
export function Loaded(props: { quiet?: boolean; children: JSX.Element }) {
  return (
    <ErrorBoundary fallback={props.quiet ? undefined : <p role="alert">{strings.loaded.failed}</p>}>
      <Suspense>{props.children}</Suspense>
    </ErrorBoundary>
  );
}
