/** What is on screen when a part of the page has failed: that it did, that nothing written is lost, and the way back. */
import { getRequestEvent, isServer } from "solid-js/web";
import type { Rendering } from "~/shared/page";
import { strings } from "~/strings";

const words = strings.errorPage;

export function ErrorPage(props: { error: unknown }) {
  // The server's answer is then the front door's, which has it in the log; the browser has a console
  if (isServer) Object.assign(getRequestEvent()!.nativeEvent.context, { failure: props.error } satisfies Partial<Rendering>);
  else reportError(props.error);
  return (
    <main class="not-found">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <button onClick={() => location.reload()}>{words.reload}</button>
    </main>
  );
}
