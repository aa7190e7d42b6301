/** What stays when the channel changes: the side bar, which is a drawer on a narrow screen. */
import Menu from "lucide/dist/esm/icons/menu.mjs";
import { createEffect, createSignal, lazy, on, onCleanup, onMount, Show, type JSX } from "solid-js";
import { createVisited } from "~/chat/create-visited";
import { byUse } from "~/chat/visited";
import { strings } from "~/strings";
import { Icon } from "./Icon";
import { Later } from "./Later";
import { Loaded } from "./Loaded";
import { SideBar } from "./SideBar";
import "./Shell.css";

const UnreadCounts = lazy(() => import("./UnreadCounts"));
const Settings = lazy(() => import("./Settings"));

/** A modal `<dialog>` is all that a drawer needs: the browser keeps the focus in it, gives it back, and closes it by Escape or Back. */
export function Shell(props: { channel: string; children: JSX.Element }) {
  const visited = createVisited();
  const [unread, setUnread] = createSignal((_channel: string): number => 0);
  const total = () => visited.list().reduce((sum, { name }) => sum + unread()(name), 0);
  const [drawerIsOpen, setDrawerOpen] = createSignal(false);
  const [settingsAreOpen, setSettingsOpen] = createSignal(false);
  let nav!: HTMLElement;
  let drawer!: HTMLDialogElement;

  const openDrawer = () => {
    setDrawerOpen(true);
    drawer.showModal();
  };

  const openAnother = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const isNarrow = nav.offsetParent === null; // not displayed
    if (isNarrow && !drawer.open) openDrawer();
    (isNarrow ? drawer : nav).querySelector("input")?.focus();
  };

  onMount(() => {
    window.addEventListener("keydown", openAnother);
    onCleanup(() => window.removeEventListener("keydown", openAnother));
    createEffect(
      on(
        () => props.channel,
        (channel, before) => {
          visited.visit(channel);
          drawer.close();
          if (before && document.activeElement === document.body) document.getElementById("channel")?.focus(); // what had it is gone
        },
      ),
    );
  });

  const sideBar = (close?: () => void) => (
    <SideBar
      channel={props.channel}
      visited={visited}
      unread={unread()}
      openSettings={() => setSettingsOpen(true)}
      {...(close && { close })}
    />
  );

  return (
    <div class="shell">
      <a class="skip" href="#channel">
        {strings.shell.skip}
      </a>
      <button
        class="icon-button drawer-button"
        aria-haspopup="dialog"
        aria-label={strings.shell.openDrawer(total())}
        onClick={openDrawer}
      >
        <Icon of={Menu} />
        <Show when={total() > 0}>
          <span class="unread" aria-hidden="true">
            {total() > 99 ? "99+" : total()}
          </span>
        </Show>
      </button>
      <nav ref={nav} class="side-bar" aria-label={strings.shell.channels}>
        {sideBar()}
      </nav>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- keys have Escape */}
      <dialog
        ref={drawer}
        class="drawer"
        aria-label={strings.shell.channels}
        onClose={() => setDrawerOpen(false)}
        onClick={({ target }) => (target === drawer || (target as Element).closest("a[href]")) && drawer.close()}
      >
        <Show when={drawerIsOpen()}>{sideBar(() => drawer.close())}</Show>
      </dialog>
      {props.children}
      <Later>
        <UnreadCounts
          channels={byUse(visited.list()).map(({ name }) => name)}
          current={props.channel}
          give={(unread) => setUnread(() => unread)}
        />
      </Later>
      <Show when={settingsAreOpen()}>
        <Loaded>
          <Settings close={() => setSettingsOpen(false)} />
        </Loaded>
      </Show>
    </div>
  );
}
