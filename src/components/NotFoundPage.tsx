/** For a path that no channel can have: says what a channel may be called. */
import { Title } from "@solidjs/meta";
import { A } from "@solidjs/router";
import { HttpStatusCode } from "@solidjs/start";
import { decode } from "~/channel-name";
import { NAME_RULE, OpenChannel } from "./OpenChannel";
import "./NotFoundPage.css";

export function NotFoundPage(props: { path: string }) {
  return (
    <main class="not-found">
      <Title>No such channel · Edgewise</Title>
      <HttpStatusCode code={404} />
      <h1>No channel can be called that</h1>
      <p class="not-found-path" dir="auto">
        /{decode(props.path) ?? props.path}
      </p>
      <p>{NAME_RULE}</p>
      <OpenChannel />
      <p>
        Or start in the <A href="/">lobby</A>.
      </p>
    </main>
  );
}
