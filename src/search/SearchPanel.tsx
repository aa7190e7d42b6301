/** The panel of the search. A message that was found is a link to its place. */
import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import type { RefusedError } from "~/channel/ask";
import { useChannel } from "~/channel/ChannelProvider";
import { isApple } from "~/keyboard/key-press";
import { PersonName } from "~/people/PersonName";
import { messageHref } from "~/shared/message-link";
import { MAX_SEARCH, type User } from "~/shared/protocol";
import { onDemandStrings } from "~/strings/current";
import { refusalText } from "~/strings/refusal-text";
import { pageLocale } from "~/strings/load";
import { navigate } from "~/ui/navigation";
import { ExportLinks } from "~/ui/ExportLinks";
import { SidePanel } from "~/ui/SidePanel";
import type { Search } from "./create-search";
import { findDate, reader } from "./find-date";
import { FoundMessage } from "./FoundMessage";
import "./SearchPanel.css";

const words = () => onDemandStrings().search;

export function SearchPanel(props: { search: Search; close: () => void }) {
  const { search } = props;
  const channel = useChannel();
  const id = createUniqueId();
  const [failure, setFailure] = createSignal("");
  let dialog!: HTMLDialogElement;
  let day!: HTMLInputElement;

  const people = createMemo(() => {
    const users = new Map<string, User>();
    for (const { user } of channel.latest().messages) users.set(user.id, user);
    for (const user of channel.people().users) users.set(user.id, user);
    return [...users.values()].toSorted((a, b) => a.name.localeCompare(b.name, pageLocale()));
  });
  const result = () => {
    const found = search.found();
    if (failure()) return failure();
    if (search.refusal()) return refusalText(search.refusal()!);
    return found && words().found(found.messages.length, found.more);
  };

  /** Goes to the first message of a day, `2026-11-28`, in this browser's time zone. */
  const goTo = async (day: string) => {
    const newest = channel.latest().messages.at(-1)?.id;
    const at = new Date(`${day}T00:00`).getTime();
    if (newest === undefined || Number.isNaN(at)) return;
    try {
      const found = await findDate(newest, at, reader(channel));
      if (!dialog.open) return; // closed meanwhile
      dialog.close();
      navigate(messageHref(channel.name, found));
    } catch (why) {
      setFailure(refusalText(why as RefusedError));
    }
  };

  return (
    <SidePanel
      ref={(element) => (dialog = element)}
      class="search-panel"
      title={words().title}
      closeLabel={words().close}
      close={props.close}
    >
      <div class="search">
        <form
          class="search-form"
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            setFailure("");
            void search.search();
          }}
        >
          <input
            type="text" // a search box would keep Escape for itself
            role="searchbox"
            class="search-box"
            aria-label={words().words}
            placeholder={words().words}
            aria-describedby={`${id}-hint`}
            maxLength={MAX_SEARCH}
            dir="auto"
            enterkeyhint="search"
            autofocus
            value={search.text()}
            onInput={({ currentTarget }) => search.setText(currentTarget.value)}
          />
          <select
            class="search-people"
            aria-label={words().people}
            onChange={({ currentTarget }) => {
              search.setFrom(currentTarget.value);
              void search.search();
            }}
          >
            <option value="">{words().everyone}</option>
            <For each={people()}>
              {(user) => (
                <option value={user.id} selected={user.id === search.from()}>
                  {user.name}
                </option>
              )}
            </For>
          </select>
          <button class="button primary">{words().submit}</button>
        </form>
        <p id={`${id}-hint`} class="search-hint quiet">
          {words().hint(isApple() ? "⌘F" : `${onDemandStrings().keyMap.keys.ctrl}+F`)}
        </p>
        <form
          class="search-date"
          onSubmit={(event) => {
            event.preventDefault();
            void goTo(day.value); // not while the date is typed
          }}
        >
          <input ref={day} type="date" required aria-label={words().date} />
          <button class="button">{words().date}</button>
        </form>
        <output class="search-result quiet">
          <Show when={result()} keyed>
            {(text) => <span>{text}</span>}
          </Show>
          <Show when={search.found() && !search.found()!.complete && !search.refusal()}>
            <span>
              {words().incomplete} <button onClick={() => void search.search()}>{words().again}</button>
            </span>
          </Show>
        </output>
        <ol class="search-found">
          <For each={search.found()?.messages}>
            {(message) => (
              <FoundMessage
                channel={channel.name}
                message={message}
                text={search.found()!.text}
                author={<PersonName user={message.user} />}
                close={() => dialog.close()}
              />
            )}
          </For>
        </ol>
        <Show when={search.found()?.more}>
          <button class="button search-more" onClick={() => void search.more()}>
            {words().more}
          </button>
        </Show>
        <ExportLinks channel={channel.name} />
      </div>
    </SidePanel>
  );
}
