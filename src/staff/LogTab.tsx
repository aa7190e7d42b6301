/** The moderation log, newest first: what staff did, and the removed texts that can be restored. */
import { createSignal, For, Show } from "solid-js";
import { ask } from "~/channel/ask";
import { useChannel } from "~/channel/ChannelProvider";
import { PAGE_SIZE, type RecordEntry } from "~/shared/protocol";
import { staffStrings } from "~/strings/staff-strings";
import { useToasts } from "~/toasts/ToastProvider";
import { createActs, reasonOf } from "./create-acts";
import { createAnswer } from "./create-answer";
import { momentOf } from "./durations";
import { entryText } from "./entry-text";
import { IsolatedText } from "./IsolatedText";
import { Loaded } from "./Loaded";

const words = () => staffStrings().log;

export function LogTab() {
  const channel = useChannel();
  const toasts = useToasts();
  const acts = createActs(channel, toasts);
  const [entries, setEntries] = createSignal<readonly RecordEntry[]>([]);
  const [hasMore, setMore] = createSignal(false);

  const newest = createAnswer(async () => {
    const { entries: fresh, more } = await ask(channel, { t: "record", d: { limit: PAGE_SIZE } });
    const older = entries().filter(({ n }) => n < (fresh.at(-1)?.n ?? 0));
    if (older.length === 0) setMore(more);
    setEntries([...fresh, ...older]);
    return true;
  });
  const loadOlder = async () => {
    try {
      const { entries: older, more } = await ask(channel, { t: "record", d: { before: entries().at(-1)!.n, limit: PAGE_SIZE } });
      setEntries([...entries(), ...older]);
      setMore(more);
    } catch (error) {
      toasts.show({ text: reasonOf(error) });
    }
  };
  const restore = async (restored: number) => {
    if (!(await acts.restore(restored))) return;
    setEntries(entries().map(({ text, ...entry }) => (text === undefined || entry.id === restored ? entry : { ...entry, text })));
    await newest.load();
  };

  return (
    <Loaded answer={newest}>
      {() => (
        <>
          <ol>
            <For each={entries()} fallback={<li class="staff-small">{words().none}</li>}>
              {(entry) => (
                <li class="staff-row">
                  <div>
                    <p>
                      <IsolatedText text={entryText(entry)} />
                    </p>
                    <p class="staff-small">{momentOf(entry.at)}</p>
                    <Show when={entry.text}>
                      <p class="for-ears">{words().removedText}</p>
                      <blockquote class="staff-quote" dir="auto" lang="">
                        {entry.text}
                      </blockquote>
                    </Show>
                  </div>
                  <Show when={entry.text !== undefined}>
                    <button type="button" class="button" onClick={() => void restore(entry.id!)}>
                      {words().restore}
                    </button>
                  </Show>
                </li>
              )}
            </For>
          </ol>
          <Show when={hasMore()}>
            <button type="button" class="button" onClick={() => void loadOlder()}>
              {words().more}
            </button>
          </Show>
        </>
      )}
    </Loaded>
  );
}
