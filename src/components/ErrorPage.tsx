/** What is on screen when a part of the page has failed: that it did, that nothing written is lost, and the way back. */
import { getRequestEvent, isServer } from "solid-js/web";
import type { Rendering } from "~/page";

export function ErrorPage(props: { error: unknown }) {
  // The server's answer is then the front door's, which has it in the log; the browser has a console
  if (isServer) Object.assign(getRequestEvent()!.nativeEvent.context, { failure: props.error } satisfies Partial<Rendering>);
  else reportError(props.error);
  return (
    <main class="not-found">
      <h1>Something went wrong in this page</h1>
      <p>It cannot go on like this. What you have written and not yet sent is kept in this browser.</p>
      <button onClick={() => location.reload()}>Load the page again</button>
    </main>
  );
}
