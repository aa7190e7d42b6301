/** Asks for how long a person is muted or banned, or how much of theirs is removed, and says what will happen. */
import { createSignal, For, Show } from "solid-js";
import { MAX_PURGE, PLACE_BAN_FOR, type User } from "~/shared/protocol";
import { staffStrings } from "~/strings/staff-strings";
import { ModalDialog } from "~/ui/ModalDialog";
import type { Acts } from "./create-acts";
import { BAN_FOR, DAY, durationOf, MUTE_FOR, PURGE, PURGE_WITH_BAN } from "./durations";
import { isolated } from "./isolated";
import "./SanctionDialog.css";

const words = () => staffStrings().dialogs;

export interface Sanctioning {
  kind: "mute" | "ban" | "purge";
  user: User;
}

const CHOICES = { mute: MUTE_FOR, ban: BAN_FOR, purge: PURGE };
const FIRST_CHOICE = { mute: MUTE_FOR[0]!, ban: DAY, purge: PURGE[0]! };

export function SanctionDialog(props: Sanctioning & { acts: Acts; close: () => void }) {
  const { kind, user, acts } = props; // fixed for as long as the dialog is open
  const [seconds, setSeconds] = createSignal(FIRST_CHOICE[kind]);
  const [purge, setPurge] = createSignal(0);
  const name = isolated(user.name);

  const confirm = () => {
    if (kind === "mute") void acts.mute(user, seconds());
    else if (kind === "ban") void acts.ban(user, seconds(), purge());
    else void acts.purge(user, seconds());
  };

  return (
    <ModalDialog class="sanction" title={words()[kind].title(name)} close={props.close}>
      <Durations
        legend={kind === "purge" ? words().purge.since : words().duration}
        choices={CHOICES[kind]}
        chosen={seconds()}
        choose={setSeconds}
      />
      <Show when={kind === "ban"}>
        <Durations legend={words().ban.purge} choices={PURGE_WITH_BAN} chosen={purge()} choose={setPurge} />
      </Show>
      <div class="sanction-effect" aria-live="polite">
        <Show when={durationOf(seconds())} keyed>
          {(duration) => <p>{words()[kind].effect(name, duration, MAX_PURGE)}</p>}
        </Show>
        <Show when={kind === "ban" && durationOf(Math.min(seconds(), PLACE_BAN_FOR / 1_000))} keyed>
          {(duration) => <p>{words().ban.address(duration)}</p>}
        </Show>
      </div>
      <div class="sanction-buttons">
        <button type="button" class="button" onClick={({ currentTarget }) => currentTarget.closest("dialog")!.close()}>
          {words().cancel}
        </button>
        <button class="button primary" onClick={confirm}>
          {words()[kind].confirm}
        </button>
      </div>
    </ModalDialog>
  );
}

interface DurationsProps {
  legend: string;
  /** Seconds; 0 stands for nothing. */
  choices: readonly number[];
  chosen: number;
  choose: (seconds: number) => void;
}

/** In a radio button, Enter would confirm the dialog: also the Enter that has just opened it from a menu. */
const ignoreEnter = (event: KeyboardEvent) => event.key === "Enter" && event.preventDefault();

function Durations(props: DurationsProps) {
  return (
    <fieldset class="sanction-durations" on:keypress={ignoreEnter}>
      <legend>{props.legend}</legend>
      <For each={props.choices}>
        {(seconds) => (
          <label>
            <input
              type="radio"
              name={props.legend}
              checked={seconds === props.chosen}
              autofocus={seconds === props.chosen}
              onChange={() => props.choose(seconds)}
            />
            <span>{seconds === 0 ? words().ban.purgeNothing : durationOf(seconds)}</span>
          </label>
        )}
      </For>
    </fieldset>
  );
}
