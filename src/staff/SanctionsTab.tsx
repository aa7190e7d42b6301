/** Who is muted or banned, until when and by whom, each with a button that ends it. */
import { createUniqueId, For, Show } from "solid-js";
import { ask } from "~/channel/ask";
import { useChannel } from "~/channel/ChannelProvider";
import { PersonName } from "~/people/PersonName";
import type { Sanction, User } from "~/shared/protocol";
import { staffStrings } from "~/strings/staff-strings";
import { useToasts } from "~/toasts/ToastProvider";
import { createActs } from "./create-acts";
import { createAnswer } from "./create-answer";
import { momentOf } from "./durations";
import { isolated } from "./isolated";
import { Loaded } from "./Loaded";

const words = () => staffStrings().sanctions;

export function SanctionsTab() {
  const channel = useChannel();
  const acts = createActs(channel, useToasts());
  const answer = createAnswer(() => ask(channel, { t: "sanctions" }));
  const end = async (act: (user: User) => Promise<boolean>, user: User) => {
    if (await act(user)) await answer.load();
  };
  return (
    <Loaded answer={answer}>
      {(sanctions) => (
        <Show
          when={sanctions().muted.length + sanctions().banned.length > 0}
          fallback={<p class="staff-small">{words().none}</p>}
        >
          <Sanctions
            title={words().banned}
            sanctions={sanctions().banned}
            end={words().unban}
            onEnd={(user) => void end(acts.unban, user)}
          />
          <Sanctions
            title={words().muted}
            sanctions={sanctions().muted}
            end={words().unmute}
            onEnd={(user) => void end(acts.unmute, user)}
          />
        </Show>
      )}
    </Loaded>
  );
}

interface SanctionsProps {
  title: string;
  sanctions: readonly Sanction[];
  /** The label of the button. */
  end: string;
  onEnd: (user: User) => void;
}

function Sanctions(props: SanctionsProps) {
  const titleId = createUniqueId();
  return (
    <Show when={props.sanctions.length > 0}>
      <section aria-labelledby={titleId}>
        <h3 id={titleId}>{props.title}</h3>
        <ul>
          <For each={props.sanctions}>
            {({ user, until, by }) => (
              <li class="staff-row">
                <div>
                  <PersonName user={user} />
                  <p class="staff-small">{words().until(momentOf(until), isolated(by.name))}</p>
                </div>
                <button type="button" class="button" aria-label={`${props.end}: ${user.name}`} onClick={() => props.onEnd(user)}>
                  {props.end}
                </button>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
