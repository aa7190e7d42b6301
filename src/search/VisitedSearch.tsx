/** The button in the side bar that searches the visited channels, and its panel. Loaded when the page is idle. */
import SearchIcon from "lucide/dist/esm/icons/search.mjs";
import { createSignal, For, Show } from "solid-js";
import { hueOf } from "~/people/hue-and-initials";
import { hrefOf } from "~/shared/channel-name";
import { MAX_SEARCH } from "~/shared/protocol";
import { onDemandStrings } from "~/strings/current";
import { Icon } from "~/ui/Icon";
import { query } from "~/ui/navigation";
import { SidePanel } from "~/ui/SidePanel";
import { createVisitedSearch } from "./create-visited-search";
import { FoundMessage } from "./FoundMessage";
import "./SearchPanel.css";

const words = () => onDemandStrings().search;

/** `channels` in order of importance. */
export function VisitedSearch(props: { channels: readonly string[] }) {
  const search = createVisitedSearch(() => props.channels); // kept while the panel is closed
  const [isOpen, setOpen] = createSignal(query() === "?search"); // the installed app's shortcut
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-haspopup="dialog"
        aria-label={words().visited.title}
        title={words().visited.title}
        onClick={() => setOpen(true)}
      >
        <Icon of={SearchIcon} size={18} />
      </button>
      <Show when={isOpen()}>
        <Panel search={search} close={() => setOpen(false)} />
      </Show>
    </>
  );
}

function Panel(props: { search: ReturnType<typeof createVisitedSearch>; close: () => void }) {
  const { search } = props;
  let dialog!: HTMLDialogElement;
  const hits = () => [...(search.found() ?? [])].filter(([, { messages }]) => messages.length > 0);
  const isIncomplete = () => [...(search.found()?.values() ?? [])].some(({ complete }) => !complete);
  const result = () => {
    if (search.hasFailed()) return onDemandStrings().reasons.no_answer;
    if (search.found() === undefined) return "";
    return hits().length === 0 ? words().found(0, false) : words().visited.found(hits().length);
  };
  return (
    <SidePanel
      ref={(element) => (dialog = element)}
      class="search-panel"
      title={words().visited.title}
      closeLabel={words().close}
      close={props.close}
    >
      <div class="search">
        <form
          class="search-form"
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            void search.search();
          }}
        >
          <input
            type="text" // a search box would keep Escape for itself
            role="searchbox"
            class="search-box"
            aria-label={words().words}
            placeholder={words().words}
            maxLength={MAX_SEARCH}
            dir="auto"
            enterkeyhint="search"
            autofocus
            value={search.text()}
            onInput={({ currentTarget }) => search.setText(currentTarget.value)}
          />
          <button class="button primary">{words().submit}</button>
        </form>
        <output class="search-result quiet">
          <Show when={result()} keyed>
            {(text) => <span>{text}</span>}
          </Show>
          <Show when={isIncomplete()}>
            <span>
              {words().incomplete} <button onClick={() => void search.search()}>{words().again}</button>
            </span>
          </Show>
        </output>
        <For each={hits().map(([name]) => name)}>
          {(name) => {
            const found = () => search.found()?.get(name);
            return (
              <section>
                <h3 class="search-channel">
                  <a href={hrefOf(name)} dir="ltr" lang="" onClick={() => dialog.close()}>
                    /{name}
                  </a>
                </h3>
                <ol class="search-found">
                  <For each={found()?.messages}>
                    {(message) => (
                      <FoundMessage
                        channel={name}
                        message={message}
                        text={search.searched()}
                        author={
                          <bdi class={`author hue-${hueOf(message.user.id)}`} lang="">
                            {message.user.name}
                          </bdi>
                        }
                        close={() => dialog.close()}
                      />
                    )}
                  </For>
                </ol>
                <Show when={found()?.more}>
                  <button class="button search-more" onClick={() => void search.more(name)}>
                    {words().more}
                  </button>
                </Show>
              </section>
            );
          }}
        </For>
        <Show when={search.rest().length} keyed>
          {(n) => (
            <button class="button search-more" onClick={() => void search.searchRest()}>
              {words().visited.rest(n)}
            </button>
          )}
        </Show>
      </div>
    </SidePanel>
  );
}
