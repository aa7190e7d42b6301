/** The document's head: for browsers, search engines and link previews. Rendered by the server only. */
import type { PageEvent } from "@solidjs/start/server";
import { Show } from "solid-js";
import { getRequestEvent } from "solid-js/web";
import languageFiles from "virtual:language-files";
import { summaryOf } from "~/markdown/parse";
import { beginningOf } from "~/shared/beginning";
import { LOBBY, pathOf } from "~/shared/channel-name";
import type { Theme } from "~/shared/cookies";
import { linkedId, messageHref } from "~/shared/message-link";
import { THEME_COLORS } from "~/ui/theme";
import { strings } from "~/strings/current";
import { DESCRIPTIONS } from "~/strings/descriptions";

const MAX_DESCRIPTION = 200; // UTF-16 units

export function DocumentHead(props: { theme: Theme }) {
  const { request, locals, nonce } = getRequestEvent() as PageEvent;
  const { origin, pathname, search } = new URL(request.url);
  const { channel, snapshot, refusal } = locals.page;
  const description = DESCRIPTIONS[locals.page.language];
  const color = (scheme: "light" | "dark") => THEME_COLORS[props.theme === "system" ? scheme : props.theme];
  const title = channel === undefined || channel === LOBBY ? strings().app.name : `${channel} · ${strings().app.name}`;
  const isPrivate = refusal?.reason === "members_only" || snapshot?.settings?.read === "members";
  const linked = snapshot?.messages.find(({ id, deleted }) => id === linkedId(search) && !deleted);
  return (
    <>
      <meta charset="utf-8" />
      <title>{strings().app.titleOf(channel ?? strings().notFoundPage.title)}</title>
      <meta
        name="viewport"
        content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
      />
      <meta name="color-scheme" content={props.theme === "system" ? "light dark" : props.theme} />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={color("light")} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={color("dark")} />
      <meta name="description" content={description} />
      <Show when={channel !== LOBBY}>
        {/* A channel is open to everyone who has its link, but search engines must not list it */}
        <meta name="robots" content="noindex" />
      </Show>
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={strings().app.name} />
      <Show when={!isPrivate}>
        <meta property="og:title" content={linked ? `${linked.user.name} · ${title}` : title} />
        <meta property="og:description" content={linked ? beginningOf(summaryOf(linked), MAX_DESCRIPTION) : description} />
      </Show>
      {/* The address of which the preview is: a link's preview must not be replaced by that of the channel */}
      <meta property="og:url" content={origin + (linked ? messageHref(channel!, linked.id) : pathname)} />
      <meta property="og:image" content={`${origin}/og.png`} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta name="twitter:card" content="summary_large_image" />
      <Show when={channel !== undefined}>
        {/* Renders the channel in one piece: otherwise the messages move when the composer arrives below them */}
        <link rel="expect" href="#channel" blocking="render" />
      </Show>
      {/* Its script asks for this file only when it runs */}
      <link rel="modulepreload" href={languageFiles[locals.page.language][0]} nonce={nonce} />
      <Show when={snapshot && !isPrivate && channel}>
        {(channel) => <link rel="alternate" type="application/atom+xml" href={`/api/feed${pathOf(channel())}`} />}
      </Show>
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <link rel="manifest" href="/manifest.webmanifest" />
    </>
  );
}
