/** The button in the header that opens the search, and its key. Loaded when the page is idle. */
import { makeEventListener } from "@solid-primitives/event-listener";
import SearchIcon from "lucide/dist/esm/icons/search.mjs";
import { createSignal, Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { isCommand } from "~/keyboard/key-press";
import { onDemandStrings } from "~/strings/current";
import { Icon } from "~/ui/Icon";
import { createSearch } from "./create-search";
import { SearchPanel } from "./SearchPanel";

export function SearchButton() {
  const search = createSearch(useChannel()); // kept here, so that what was found is there again after the panel was closed
  const [isOpen, setOpen] = createSignal(false);
  makeEventListener(window, "keydown", (event) => {
    // With a panel or a dialog open, and so also the second time, it is the browser's own search
    if (!isCommand(event, "f") || document.querySelector("dialog:modal")) return;
    event.preventDefault();
    setOpen(true);
  });
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-haspopup="dialog"
        aria-label={onDemandStrings().search.title}
        title={onDemandStrings().search.title}
        onClick={() => setOpen(true)}
      >
        <Icon of={SearchIcon} size={18} />
      </button>
      <Show when={isOpen()}>
        <SearchPanel search={search} close={() => setOpen(false)} />
      </Show>
    </>
  );
}
