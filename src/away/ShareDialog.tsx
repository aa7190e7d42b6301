/** Asks in which channel what another app shares is to be written, and puts it there: the text as a draft, the files attached. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createSignal, For, onMount, Show } from "solid-js";
import { forgetSharedFiles, sharedFiles } from "./shared-files";
import { useChannel } from "~/channel/ChannelProvider";
import { useComposer } from "~/composer/ComposerProvider";
import { draftOf, keepDraft } from "~/composer/drafts";
import { beginningOf } from "~/shared/beginning";
import { hrefOf } from "~/shared/channel-name";
import { MAX_SHARED, sharedIn } from "~/shared/share";
import { parseVisited, sortedByUse } from "~/sidebar/visited";
import { onDemandStrings } from "~/strings/current";
import { ModalDialog } from "~/ui/ModalDialog";
import { navigate } from "~/ui/navigation";
import { stored, STORAGE_KEYS } from "~/ui/stored";
import "./ShareDialog.css";

const MAX_SHOWN = 300; // UTF-16 units

const words = () => onDemandStrings().share;

type Shared = NonNullable<ReturnType<typeof sharedIn>> & { files: readonly File[] };

/** Files for a channel that is being opened. */
let forChannel: { channel: string; files: readonly File[] } | undefined;

export function ShareDialog() {
  const { name } = useChannel();
  const composer = useComposer();
  const [shared, setShared] = createSignal<Shared>();
  const take = async () => {
    const found = sharedIn(location.hash);
    if (!found) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    setShared({ ...found, files: found.hasFiles ? await sharedFiles() : [] });
  };
  onMount(() => {
    if (forChannel?.channel === name) composer.pick(forChannel.files);
    forChannel = undefined;
    void take();
    makeEventListener(window, "hashchange", () => void take());
  });
  const close = () => {
    setShared(undefined);
    void forgetSharedFiles();
  };
  const channels = () => sortedByUse(stored(STORAGE_KEYS.visited, parseVisited).read()).map(({ name }) => name);
  const write = (channel: string, { text, files }: Shared) => {
    close();
    if (channel === name) {
      if (text) composer.restore(text);
      return composer.pick(files);
    }
    if (text) keepDraft(channel, [text, draftOf(channel)].filter(Boolean).join("\n"));
    forChannel = { channel, files };
    navigate(hrefOf(channel));
  };

  return (
    <Show when={shared()} keyed>
      {(shared) => (
        <ModalDialog class="share-dialog" title={words().title} close={close}>
          <For each={[beginningOf(shared.text, MAX_SHOWN), ...shared.files.map((file) => file.name)].filter(Boolean)}>
            {(line) => (
              <p class="share-quote" lang="" dir="auto">
                {line}
              </p>
            )}
          </For>
          <Show when={shared.isCut}>
            <p>{words().cut(MAX_SHARED)}</p>
          </Show>
          <Show when={shared.hasFiles && shared.files.length === 0}>
            <p>{words().noFiles}</p>
          </Show>
          <ul>
            <For each={channels()}>
              {(channel) => (
                <li>
                  <button type="button" class="button" onClick={() => write(channel, shared)}>
                    <bdi dir="ltr" lang="">
                      /{channel}
                    </bdi>
                  </button>
                </li>
              )}
            </For>
          </ul>
          <button class="button share-cancel">{words().cancel}</button>
        </ModalDialog>
      )}
    </Show>
  );
}
