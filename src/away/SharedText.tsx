/** Asks in which channel a text from another app is to be written, and puts it there as a draft. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createSignal, For, onMount, Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { useComposer } from "~/composer/ComposerProvider";
import { draftOf, keepDraft } from "~/composer/drafts";
import { beginningOf } from "~/shared/beginning";
import { hrefOf } from "~/shared/channel-name";
import { MAX_SHARED, sharedText } from "~/shared/share";
import { parseVisited, sortedByUse } from "~/sidebar/visited";
import { onDemandStrings } from "~/strings/current";
import { ModalDialog } from "~/ui/ModalDialog";
import { navigate } from "~/ui/navigation";
import { stored, STORAGE_KEYS } from "~/ui/stored";
import "./SharedText.css";

const MAX_SHOWN = 300; // UTF-16 units

const words = () => onDemandStrings().share;

export function SharedText() {
  const { name } = useChannel();
  const composer = useComposer();
  const [shared, setShared] = createSignal<ReturnType<typeof sharedText>>();
  const take = () => {
    const found = sharedText(location.hash);
    if (!found) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    setShared(found);
  };
  onMount(() => {
    take();
    makeEventListener(window, "hashchange", take);
  });
  const channels = () => sortedByUse(stored(STORAGE_KEYS.visited, parseVisited).read()).map(({ name }) => name);
  const write = (channel: string, text: string) => {
    setShared(undefined);
    if (channel === name) return composer.restore(text);
    keepDraft(channel, [text, draftOf(channel)].filter(Boolean).join("\n"));
    navigate(hrefOf(channel));
  };

  return (
    <Show when={shared()} keyed>
      {({ text, isCut }) => (
        <ModalDialog class="shared-text" title={words().title} close={() => setShared(undefined)}>
          <p class="shared-text-words" lang="" dir="auto">
            {beginningOf(text, MAX_SHOWN)}
          </p>
          <Show when={isCut}>
            <p>{words().cut(MAX_SHARED)}</p>
          </Show>
          <ul>
            <For each={channels()}>
              {(channel) => (
                <li>
                  <button type="button" class="button" onClick={() => write(channel, text)}>
                    <bdi dir="ltr" lang="">
                      /{channel}
                    </bdi>
                  </button>
                </li>
              )}
            </For>
          </ul>
          <button class="button shared-text-cancel">{words().cancel}</button>
        </ModalDialog>
      )}
    </Show>
  );
}
