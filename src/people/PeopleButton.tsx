/** The number of people online. The button opens their list. */
import Users from "lucide/dist/esm/icons/users.mjs";
import { createSignal, Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { Icon } from "~/ui/Icon";
import { LoadFailed } from "~/ui/LoadFailed";
import { onDemand } from "~/ui/on-demand";
import { strings } from "~/strings/current";
import "./PeopleButton.css";

const PeopleList = onDemand(import.meta.env.SSR || (() => import("./PeopleList").then((module) => module.PeopleList)), () => (
  <LoadFailed />
));

/** A native popover: Escape or a click elsewhere closes it, and it follows its button in the focus order. */
export function PeopleButton() {
  const { people } = useChannel();
  const [isOpen, setOpen] = createSignal(false);
  return (
    <>
      <button class="people" popovertarget="people">
        <Icon of={Users} size={18} />
        <span>
          <Show when={String(people().n)} keyed>
            {(n) => <span class="people-n">{n}</span>}
          </Show>{" "}
          <span class="people-word">{strings().channelHead.online}</span>
          <span class="for-ears">{strings().channelHead.whoIsHere}</span>
        </span>
      </button>
      <dialog
        id="people"
        class="people-list"
        popover="auto"
        aria-label={strings().peopleList.title}
        onToggle={(event) => setOpen(event.newState === "open")}
      >
        <Show when={isOpen()}>
          <PeopleList />
        </Show>
      </dialog>
    </>
  );
}
