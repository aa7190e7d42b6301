/** The open reports by message: who reported it and why, with buttons that remove the message or leave it. */
import { createEffect, For, on, Show } from "solid-js";
import { ask } from "~/channel/ask";
import { useChannel, useViewport } from "~/channel/ChannelProvider";
import { PersonName } from "~/people/PersonName";
import type { Report } from "~/shared/protocol";
import { textOrFiles } from "~/shared/text-or-files";
import { staffStrings } from "~/strings/staff-strings";
import { useToasts } from "~/toasts/ToastProvider";
import { createActs } from "./create-acts";
import { createAnswer } from "./create-answer";
import { momentOf } from "./durations";
import { isolated } from "./isolated";
import { Loaded } from "./Loaded";

const words = () => staffStrings().reports;

/** `n` is their number as the channel told it last: another one means another list. */
export function ReportsTab(props: { n: number; closePanel: () => void }) {
  const channel = useChannel();
  const viewport = useViewport();
  const acts = createActs(channel, useToasts());
  const answer = createAnswer(() => ask(channel, { t: "reports" }));
  createEffect(on(() => props.n, () => void answer.load(), { defer: true })); // prettier-ignore

  const show = (id: number) => {
    props.closePanel();
    viewport.scrollTo(id);
  };
  return (
    <Loaded answer={answer}>
      {(list) => (
        <ul>
          <For each={byMessage(list().reports ?? [])} fallback={<li class="staff-small">{words().none}</li>}>
            {({ id, reports }) => (
              <li class="staff-report">
                <Show when={channel.quoteOf(id)} fallback={<p class="staff-small">{words().notLoaded}</p>}>
                  {(quote) => (
                    <blockquote class="staff-quote">
                      <PersonName user={quote().user} />{" "}
                      <span dir="auto" lang="">
                        {textOrFiles(quote())}
                      </span>
                    </blockquote>
                  )}
                </Show>
                <ul>
                  <For each={reports}>
                    {({ by, reason, at }) => (
                      <li>
                        <Show when={reason}>
                          <span dir="auto" lang="">
                            {reason}
                          </span>
                        </Show>
                        <p class="staff-small">{words().from(isolated(by.name), momentOf(at))}</p>
                      </li>
                    )}
                  </For>
                </ul>
                <div class="staff-row-buttons">
                  <button type="button" class="button" onClick={() => show(id)}>
                    {words().show}
                  </button>
                  <button type="button" class="button" onClick={() => void acts.remove(id)}>
                    {words().remove}
                  </button>
                  <button type="button" class="button" onClick={() => void acts.resolve(id)}>
                    {words().resolve}
                  </button>
                </div>
              </li>
            )}
          </For>
        </ul>
      )}
    </Loaded>
  );
}

/** The message with the newest report first. */
function byMessage(reports: readonly Report[]): { id: number; reports: Report[] }[] {
  const ids = new Set(reports.map(({ id }) => id));
  return [...ids].map((id) => ({ id, reports: reports.filter((report) => report.id === id) }));
}
