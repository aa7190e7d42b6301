/** The page shown after an error: it says that nothing written is lost, and offers to reload. */
import { getRequestEvent, isServer } from "solid-js/web";
import { strings } from "~/strings/current";

const words = () => strings().errorPage;

export function ErrorPage(props: { error: unknown }) {
  // On the server the Worker logs it and answers with its own error page; in the browser it goes to the console
  if (isServer) getRequestEvent()!.locals.failure = props.error;
  else reportError(props.error);
  return (
    <main class="not-found">
      <h1>{words().title}</h1>
      <p>{words().text}</p>
      <button onClick={() => location.reload()}>{words().reload}</button>
    </main>
  );
}
