/** The page for a path that is no channel name: explains the rule for names. */
import { onMount } from "solid-js";
import { getRequestEvent, isServer } from "solid-js/web";
import { decode } from "~/shared/channel-name";
import { OpenChannel } from "~/sidebar/OpenChannel";
import { strings } from "~/strings/current";
import "./NotFoundPage.css";

export function NotFoundPage(props: { path: string }) {
  if (isServer) getRequestEvent()!.response.status = 404;
  onMount(() => (document.title = strings().app.titleOf(strings().notFoundPage.title)));
  return (
    <main class="not-found">
      <img src="/favicon.svg" alt="" width="48" height="48" />
      <h1>{strings().notFoundPage.heading}</h1>
      <p class="not-found-path" dir="auto">
        /{decode(props.path) ?? props.path}
      </p>
      <p>{strings().openChannel.rule}</p>
      <OpenChannel label={strings().openChannel.label}>
        <button class="button primary">{strings().welcome.open}</button>
      </OpenChannel>
      <p>
        {strings().notFoundPage.or((lobby) => (
          <a href="/">{lobby}</a>
        ))}
      </p>
    </main>
  );
}
