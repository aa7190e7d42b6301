/** The frame around the channel, which stays when the channel changes: the side bar, or a drawer on a narrow screen. */
import Menu from "lucide/dist/esm/icons/menu.mjs";
import { makeEventListener } from "@solid-primitives/event-listener";
import { createEffect, createSignal, on, onMount, Show, type JSX } from "solid-js";
import { createVisited } from "~/sidebar/create-visited";
import { sortedByUse } from "~/sidebar/visited";
import { themeIn } from "~/shared/cookies";
import { cookies } from "~/ui/cookies";
import { applyTheme } from "~/ui/theme";
import { followVirtualKeyboard } from "~/keyboard/virtual-keyboard";
import { Icon } from "~/ui/Icon";
import { hasSoftKeyboard, isField, focusComposer } from "~/keyboard/focus";
import { isCharacter, isCommand } from "~/keyboard/key-press";
import { WhenIdle } from "~/ui/WhenIdle";
import { LoadFailed } from "~/ui/LoadFailed";
import { onDemand } from "~/ui/on-demand";
import type { ShownUnread } from "~/sidebar/UnreadCounts";
import { SideBar } from "~/sidebar/SideBar";
import { strings } from "~/strings/current";
import "./Shell.css";

const UnreadCounts = onDemand(
  import.meta.env.SSR || (() => import("~/sidebar/UnreadCounts").then((module) => module.UnreadCounts)),
);
const SideBarTools = onDemand(import.meta.env.SSR || (() => import("./SideBarTools").then((module) => module.SideBarTools)));
const Settings = onDemand(
  import.meta.env.SSR || (() => import("~/settings/Settings").then((module) => module.Settings)),
  LoadFailed,
);

/** While one of these is open, key presses belong to it. */
const OVERLAYS = "dialog[open], [role=dialog], [role=menu]";

/** The drawer is a modal `<dialog>`: the browser traps and returns the focus, and closes it on Escape or Back. */
export function Shell(props: { channel: string; children: JSX.Element }) {
  const visited = createVisited();
  const [unread, setUnread] = createSignal((_channel: string): ShownUnread | undefined => undefined);
  const channelsByUse = () => sortedByUse(visited.list()).map(({ name }) => name);
  const total = () => visited.list().reduce((sum, { name }) => sum + (unread()(name)?.n ?? 0), 0);
  const [drawerIsOpen, setDrawerOpen] = createSignal(false);
  const [settingsAreOpen, setSettingsOpen] = createSignal(false);
  let nav!: HTMLElement;
  let drawer!: HTMLDialogElement;

  const openDrawer = () => {
    setDrawerOpen(true);
    drawer.showModal();
  };

  const focusOpenChannel = () => {
    const isNarrow = nav.offsetParent === null; // not displayed
    if (isNarrow && !drawer.open) openDrawer();
    (isNarrow ? drawer : nav).querySelector("input")?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (isCommand(event, "k")) {
      event.preventDefault();
      focusOpenChannel();
    } else if (isCharacter(event) && !isField(event.target) && !document.querySelector(OVERLAYS)) focusComposer(); // the character is typed there
  };

  /** Another tab may have chosen another theme. */
  const onVisibilityChange = () => document.visibilityState === "visible" && applyTheme(themeIn(cookies()));

  onMount(() => {
    makeEventListener(window, "keydown", onKeyDown); // on window, so that it runs after all other handlers
    makeEventListener(document, "visibilitychange", onVisibilityChange);
    followVirtualKeyboard();
    createEffect(
      on(
        () => props.channel,
        (channel, before) => {
          visited.visit(channel);
          drawer.close();
          if (before === undefined && document.activeElement !== document.body) return; // the user has focused something already
          if (!hasSoftKeyboard()) focusComposer(); // a screen reader reads its label, which names the channel
          else if (before && document.activeElement === document.body) document.getElementById("channel")?.focus(); // the focused element is gone
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
      search={
        <WhenIdle>
          <SideBarTools channels={channelsByUse()} />
        </WhenIdle>
      }
      {...(close && { close })}
    />
  );

  return (
    <div class="shell">
      <a class="skip" href="#channel">
        {strings().shell.skip}
      </a>
      <button
        class="icon-button drawer-button"
        aria-haspopup="dialog"
        aria-label={strings().shell.openDrawer(total())}
        onClick={openDrawer}
      >
        <Icon of={Menu} />
        <Show when={total()} keyed>
          {(total) => (
            <span class="unread" aria-hidden="true">
              {total > 99 ? "99+" : total}
            </span>
          )}
        </Show>
      </button>
      <nav ref={nav} class="side-bar" aria-label={strings().shell.channels}>
        {sideBar()}
      </nav>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Escape closes it by keyboard */}
      <dialog
        ref={drawer}
        class="drawer"
        aria-label={strings().shell.channels}
        onClose={() => setDrawerOpen(false)}
        onClick={({ target }) => (target === drawer || (target as Element).closest("a[href]")) && drawer.close()}
      >
        <Show when={drawerIsOpen()}>{sideBar(() => drawer.close())}</Show>
      </dialog>
      {props.children}
      <WhenIdle>
        <UnreadCounts channels={channelsByUse()} current={props.channel} onReady={(unreadOf) => setUnread(() => unreadOf)} />
      </WhenIdle>
      <Show when={settingsAreOpen()}>
        <Settings channel={props.channel} close={() => setSettingsOpen(false)} />
      </Show>
    </div>
  );
}
