/** The page shown after an error: it says that nothing written is lost, and offers to reload. */
import { getRequestEvent, isServer } from "solid-js/web";
import type { Rendering } from "~/shared/page";
import { strings } from "~/strings";

const words = strings.errorPage;

export function ErrorPage(props: { error: unknown }) {
  // On the server, the router logs the error and answers; the browser reports it to its console
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
