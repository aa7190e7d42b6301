/** What stays when the channel changes: the side bar, which is a drawer on a narrow screen. */
import Menu from "lucide/dist/esm/icons/menu.mjs";
import { createEffect, createSignal, on, onCleanup, onMount, Show, type JSX } from "solid-js";
import { createVisited } from "~/sidebar/create-visited";
import { byUse } from "~/sidebar/visited";
import { themeIn } from "~/shared/cookies";
import { wear } from "~/settings/preferences";
import { strings } from "~/strings";
import { followKeyboard } from "~/keyboard/virtual-keyboard";
import { Icon } from "~/ui/Icon";
import { hasSoftKeyboard, isField, toComposer } from "~/keyboard/focus";
import { isCharacter, isCommand } from "~/keyboard/keys";
import { Later } from "~/ui/WhenIdle";
import { NotLoaded } from "~/ui/LoadFailed";
import { onDemand } from "~/ui/on-demand";
import { SideBar } from "~/sidebar/SideBar";
import "./Shell.css";

const UnreadCounts = onDemand(
  import.meta.env.SSR || (() => import("~/sidebar/UnreadCounts").then((module) => module.UnreadCounts)),
);
const Settings = onDemand(
  import.meta.env.SSR || (() => import("~/settings/Settings").then((module) => module.Settings)),
  NotLoaded,
);

/** What is over the channel keeps the keys. */
const OVER = "dialog[open], [role=dialog], [role=menu]";

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

  const openAnother = () => {
    const isNarrow = nav.offsetParent === null; // not displayed
    if (isNarrow && !drawer.open) openDrawer();
    (isNarrow ? drawer : nav).querySelector("input")?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (isCommand(event, "k")) {
      event.preventDefault();
      openAnother();
    } else if (isCharacter(event) && !isField(event.target) && !document.querySelector(OVER)) toComposer(); // it lands there
  };

  /** Another tab may have chosen a theme meanwhile. */
  const comesBack = () => document.visibilityState === "visible" && wear(themeIn(document.cookie));

  onMount(() => {
    const left = new AbortController();
    window.addEventListener("keydown", onKeyDown, left); // after all that listens further in
    document.addEventListener("visibilitychange", comesBack, left);
    followKeyboard(left.signal);
    onCleanup(() => left.abort());
    createEffect(
      on(
        () => props.channel,
        (channel, before) => {
          visited.visit(channel);
          drawer.close();
          if (before === undefined && document.activeElement !== document.body) return; // someone was faster
          if (!hasSoftKeyboard()) toComposer(); // its name says which channel this is
          else if (before && document.activeElement === document.body) document.getElementById("channel")?.focus(); // what had it is gone
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
        <Settings close={() => setSettingsOpen(false)} />
      </Show>
    </div>
  );
}
