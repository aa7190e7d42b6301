/** A channel on screen: its header, its messages and the composer. */
import { onMount, Show } from "solid-js";
import { ChannelProvider, useChannel } from "~/channel/ChannelProvider";
import { Composer, ComposerMode } from "~/composer/Composer";
import { ComposerProvider } from "~/composer/ComposerProvider";
import { NameField } from "~/composer/NameField";
import { KeyMapShortcut } from "~/keyboard/KeyMapShortcut";
import { RowStatus } from "~/message-row/MessageRow";
import { LOBBY } from "~/shared/channel-name";
import type { PageData } from "~/shared/page";
import { MessageList } from "~/timeline/MessageList";
import { ToastProvider } from "~/toasts/ToastProvider";
import { Toast, ToastRegion } from "~/toasts/ToastRegion";
import { onDemand } from "~/ui/on-demand";
import { WhenIdle, whenIdle } from "~/ui/WhenIdle";
import { strings } from "~/strings/current";
import { ChannelHeader } from "./ChannelHeader";
import { Welcome } from "./Welcome";
import "./ChannelView.css";
import "./print.css";

const ConnectionBar = onDemand(
  import.meta.env.SSR || (() => import("~/connection/ConnectionBar").then((module) => module.ConnectionBar)),
  () => <output class="note">{strings().loadFailed}</output>, // the files of this page's build may be gone
);
const ChannelNotices = onDemand(
  import.meta.env.SSR || (() => import("./ChannelNotices").then((module) => module.ChannelNotices)),
);
const CookieNotice = onDemand(import.meta.env.SSR || (() => import("./CookieNotice").then((module) => module.CookieNotice)));
const Away = onDemand(import.meta.env.SSR || (() => import("./Away").then((module) => module.Away)));

export function ChannelView(props: { page: PageData | undefined }) {
  // Loaded early: they are shown when there may be no network to load them
  whenIdle(() => [ComposerMode, RowStatus, Toast].forEach(({ preload }) => void preload()));
  return (
    <ToastProvider>
      <ChannelProvider snapshot={props.page?.snapshot} refusal={props.page?.refusal}>
        <ComposerProvider>
          <Layout page={props.page} />
        </ComposerProvider>
      </ChannelProvider>
    </ToastProvider>
  );
}

function Layout(props: { page: PageData | undefined }) {
  const channel = useChannel();
  onMount(() => (document.title = strings().app.titleOf(channel.name)));
  return (
    <div class="channel" id="channel" tabindex="-1">
      <ChannelHeader />
      <Show when={channel.name === LOBBY}>
        <Welcome />
      </Show>
      <WhenIdle>
        <ChannelNotices />
      </WhenIdle>
      <div class="talk">
        <div class="bars">
          <WhenIdle>
            <ConnectionBar unsent={channel.unsent.entries().length} />
            <CookieNotice />
          </WhenIdle>
        </div>
        <MessageList locale={props.page?.locale} timeZone={props.page?.timeZone} />
      </div>
      <footer class="writing">
        <ToastRegion />
        <NameField />
        <KeyMapShortcut>{(open) => <Composer openKeyMap={open} />}</KeyMapShortcut>
        <WhenIdle>
          <Away />
        </WhenIdle>
      </footer>
    </div>
  );
}
