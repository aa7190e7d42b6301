/** How many are online, and the list of them behind it. */
import Users from "lucide/dist/esm/icons/users.mjs";
import { createSignal, Show } from "solid-js";
import type { People } from "~/channel/people";
import { strings } from "~/strings";
import { Icon } from "~/ui/Icon";
import { NotLoaded } from "~/ui/LoadFailed";
import { onDemand } from "~/ui/on-demand";
import "./PeopleButton.css";

const PeopleList = onDemand(import.meta.env.SSR || (() => import("./PeopleList").then((module) => module.PeopleList)), () => (
  <NotLoaded />
));

/** The browser's own popover: it closes by Escape or a click elsewhere, and is in the focus order where its button is. */
export function PeopleButton(props: { people: People }) {
  const [isOpen, setOpen] = createSignal(false);
  return (
    <>
      <button class="people" popovertarget="people">
        <Icon of={Users} size={18} />
        <span>
          <span class="people-n">{props.people.n}</span> <span class="people-word">{strings.channelHead.online}</span>
          <span class="for-ears">{strings.channelHead.whoIsHere}</span>
        </span>
      </button>
      <dialog
        id="people"
        class="people-list"
        popover="auto"
        aria-label={strings.peopleList.title}
        onToggle={(event) => setOpen(event.newState === "open")}
      >
        <Show when={isOpen()}>
          <PeopleList people={props.people} />
        </Show>
      </dialog>
    </>
  );
}
