/** The shield in the channel's header, with the number of open reports. It opens the panel of the staff. */
import Shield from "lucide/dist/esm/icons/shield.mjs";
import { createSignal, onCleanup, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { ask } from "~/channel/ask";
import { useChannel } from "~/channel/ChannelProvider";
import type { Channel } from "~/channel/create-channel";
import { staffStrings } from "~/strings/staff-strings";
import { Icon } from "~/ui/Icon";
import { StaffPanel } from "./StaffPanel";
import type { Invitation } from "./Invitations";
import type { Drafts } from "./Setting";
import "./StaffButton.css";

const words = () => staffStrings().panel;

export function StaffButton() {
  const reports = createReportCount(useChannel());
  const [isOpen, setOpen] = createSignal(false);
  // Kept here, so that they are there again after the panel was closed
  const [drafts, setDrafts] = createStore<Drafts>({});
  const [invitations, setInvitations] = createSignal<readonly Invitation[]>([]);
  const label = () => (reports() === 0 ? words().open : `${words().open}: ${words().reports(reports())}`);
  return (
    <>
      <button
        type="button"
        class="icon-button staff-button"
        aria-haspopup="dialog"
        aria-label={label()}
        title={label()}
        onClick={() => setOpen(true)}
      >
        <Icon of={Shield} size={20} />
        <Show when={reports()} keyed>
          {(n) => (
            <span class="unread staff-badge" aria-hidden="true">
              {n > 99 ? "99+" : n}
            </span>
          )}
        </Show>
      </button>
      <output class="for-ears">
        <Show when={reports() > 0 && words().reports(reports())} keyed>
          {(text) => <span>{text}</span>}
        </Show>
      </output>
      <Show when={isOpen()}>
        <StaffPanel
          reports={reports()}
          drafts={drafts}
          setDrafts={setDrafts}
          invitations={invitations()}
          setInvitations={setInvitations}
          close={() => setOpen(false)}
        />
      </Show>
    </>
  );
}

/** The number of open reports. The channel tells it when it changes, and after a welcome if it is not 0. */
function createReportCount(channel: Channel) {
  const [count, setCount] = createSignal(0);
  const stop = channel.listen((events) => {
    for (const event of events) {
      if (event.t === "welcome") setCount(0);
      else if (event.t === "reports") setCount(event.d.n);
    }
  });
  onCleanup(stop);
  ask(channel, { t: "reports" }).catch(() => undefined); // its number is told to the listener; after a lost connection, a welcome brings it
  return count;
}
