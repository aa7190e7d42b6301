/** The pinned messages, each with a button that unpins it. */
import { createUniqueId, For, Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { summaryOf } from "~/markdown/parse";
import { staffStrings } from "~/strings/staff-strings";
import { useToasts } from "~/toasts/ToastProvider";
import { createActs } from "./create-acts";

const words = () => staffStrings().settings.pins;

export function Pins() {
  const channel = useChannel();
  const acts = createActs(channel, useToasts());
  const titleId = createUniqueId();
  return (
    <section aria-labelledby={titleId}>
      <h3 id={titleId}>{words().title}</h3>
      <ul>
        <For each={channel.settings().pins} fallback={<li class="staff-small">{words().none}</li>}>
          {(id) => {
            const quote = () => channel.settings().quotes?.find((quote) => quote.id === id) ?? channel.quoteOf(id);
            const text = () => summaryOf(quote() ?? { text: "" });
            return (
              <li class="staff-row">
                <Show when={quote()} keyed fallback={<span>{id}</span>}>
                  {({ user }) => (
                    <span dir="auto" lang="">
                      <b>{user.name}</b> {text()}
                    </span>
                  )}
                </Show>
                <button
                  type="button"
                  class="button"
                  aria-label={words().unpinOf(text())}
                  onClick={() => void acts.pin(id, false)}
                >
                  {words().unpin}
                </button>
              </li>
            );
          }}
        </For>
      </ul>
    </section>
  );
}
