/** The panel of the staff, with a tab for each subject. */
import { createSignal, createUniqueId, For, Show, type JSX } from "solid-js";
import type { SetStoreFunction } from "solid-js/store";
import { staffStrings } from "~/strings/staff-strings";
import { ToastProvider } from "~/toasts/ToastProvider";
import { ToastRegion } from "~/toasts/ToastRegion";
import { SidePanel } from "~/ui/SidePanel";
import type { Invitation } from "./Invitations";
import { LogTab } from "./LogTab";
import { PeopleTab } from "./PeopleTab";
import { ReportsTab } from "./ReportsTab";
import { SanctionsTab } from "./SanctionsTab";
import type { Drafts } from "./Setting";
import { SettingsTab } from "./SettingsTab";
import "./StaffPanel.css";

const words = () => staffStrings().panel;

interface StaffPanelProps {
  /** The number of open ones. */
  reports: number;
  drafts: Drafts;
  setDrafts: SetStoreFunction<Drafts>;
  invitations: readonly Invitation[];
  setInvitations: (invitations: readonly Invitation[]) => void;
  close: () => void;
}

const TABS = ["settings", "people", "sanctions", "reports", "log"] as const;
type Tab = (typeof TABS)[number];

export function StaffPanel(props: StaffPanelProps) {
  const [tab, setTab] = createSignal<Tab>(props.reports > 0 ? "reports" : "settings");
  const id = createUniqueId();
  let dialog!: HTMLDialogElement;

  const content: Record<Tab, () => JSX.Element> = {
    settings: () => <SettingsTab drafts={props.drafts} setDrafts={props.setDrafts} />,
    people: () => <PeopleTab invitations={props.invitations} setInvitations={props.setInvitations} />,
    sanctions: () => <SanctionsTab />,
    reports: () => <ReportsTab n={props.reports} closePanel={() => dialog.close()} />,
    log: () => <LogTab />,
  };

  return (
    <SidePanel
      ref={(element) => (dialog = element)}
      class="staff-panel"
      title={words().title}
      closeLabel={words().close}
      close={props.close}
    >
      <ToastProvider>
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its tabs have the focus */}
        <div role="tablist" class="staff-tabs" aria-label={words().title} onKeyDown={stepBetweenTabs}>
          <For each={TABS}>
            {(name) => (
              <button
                type="button"
                role="tab"
                id={`${id}-${name}`}
                aria-selected={name === tab()}
                aria-controls={`${id}-content`}
                tabindex={name === tab() ? 0 : -1}
                autofocus={name === tab()}
                onFocus={() => setTab(name)}
                onClick={() => setTab(name)}
              >
                {words().tabs[name]}
                <Show when={name === "reports" && props.reports} keyed>
                  {(n) => <span class="unread">{n > 99 ? "99+" : n}</span>}
                </Show>
              </button>
            )}
          </For>
        </div>
        <div role="tabpanel" id={`${id}-content`} class="staff-tab" aria-labelledby={`${id}-${tab()}`} tabindex="0">
          <Show when={tab()} keyed>
            {(tab) => content[tab]()}
          </Show>
        </div>
        <ToastRegion />
      </ToastProvider>
    </SidePanel>
  );
}

/** Arrow keys, Home and End: the tab that gets the focus is shown. */
function stepBetweenTabs(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")];
  const at = tabs.indexOf(document.activeElement as HTMLElement);
  const forward = event.currentTarget.matches(":dir(rtl)") ? "ArrowLeft" : "ArrowRight";
  const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
  const to = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: -1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  tabs.at(to % tabs.length)!.focus();
}
