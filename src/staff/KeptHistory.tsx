/** How much of its history the channel keeps, since when, and links to take it along before it is deleted. */
import { Show } from "solid-js";
import { ask } from "~/channel/ask";
import { useChannel } from "~/channel/ChannelProvider";
import { staffStrings } from "~/strings/staff-strings";
import { ExportLinks } from "~/ui/ExportLinks";
import { createAnswer } from "./create-answer";
import { momentOf } from "./durations";
import { Loaded } from "./Loaded";

export function KeptHistory() {
  const channel = useChannel();
  const words = () => staffStrings().settings.keep;
  const answer = createAnswer(() => ask(channel, { t: "kept" }));
  return (
    <Loaded answer={answer}>
      {(kept) => (
        <Show when={kept().since} fallback={<p class="staff-small">{words().nothing}</p>} keyed>
          {(since) => (
            <>
              <p class="staff-small">{words().kept(kept().messages, momentOf(since))}</p>
              <ExportLinks channel={channel.name} />
            </>
          )}
        </Show>
      )}
    </Loaded>
  );
}
