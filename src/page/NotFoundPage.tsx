/** The page for a path that is no channel name: explains the rule for names. */
import { Title } from "@solidjs/meta";
import { HttpStatusCode } from "@solidjs/start";
import { decode } from "~/shared/channel-name";
import { strings } from "~/strings";
import { OpenChannel } from "~/sidebar/OpenChannel";
import "./NotFoundPage.css";

export function NotFoundPage(props: { path: string }) {
  return (
    <main class="not-found">
      <Title>{`${strings.notFoundPage.title} · ${strings.app.name}`}</Title>
      <HttpStatusCode code={404} />
      <img src="/favicon.svg" alt="" width="48" height="48" />
      <h1>{strings.notFoundPage.heading}</h1>
      <p class="not-found-path" dir="auto">
        /{decode(props.path) ?? props.path}
      </p>
      <p>{strings.openChannel.rule}</p>
      <OpenChannel label={strings.openChannel.label}>
        <button class="button primary">{strings.welcome.open}</button>
      </OpenChannel>
      <p>
        {strings.notFoundPage.or}
        <a href="/">{strings.notFoundPage.lobby}</a>.
      </p>
    </main>
  );
}
