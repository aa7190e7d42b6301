/** One setting of the channel: its control, what the value in it does, and buttons that save or discard a changed value. */
import { createSignal, createUniqueId, Show, type JSX } from "solid-js";
import type { SetStoreFunction } from "solid-js/store";
import { ask } from "~/channel/ask";
import { useChannel } from "~/channel/ChannelProvider";
import type { ChangeableSettings } from "~/shared/protocol";
import { staffStrings } from "~/strings/staff-strings";
import { useToasts } from "~/toasts/ToastProvider";
import { reasonOf } from "./create-acts";
import "./Setting.css";

const words = () => staffStrings().settings;

/** What was chosen or typed and is not saved. A change of the same setting by others leaves it as it is. */
export type Drafts = Partial<Omit<ChangeableSettings, "pins">>;
export type Field = keyof Drafts;
type Value<F extends Field> = ChangeableSettings[F];

/** By its title as a text: axe takes a heading for invisible that the panel has to scroll to. */
export interface ControlAria {
  "aria-label": string;
  "aria-describedby": string;
}

interface SettingProps<F extends Field> {
  field: F;
  title: string;
  drafts: Drafts;
  setDrafts: SetStoreFunction<Drafts>;
  /** What a value does, as a sentence. */
  effect: (value: Value<F>) => string;
  /** A value in short. */
  name: (value: Value<F>) => string;
  /** The label of the button that saves a value, if it is a special one. */
  save?: (value: Value<F>) => string | undefined;
  /** The form in which a value is saved. */
  clean?: (value: Value<F>) => Value<F>;
  control: (value: () => Value<F>, choose: (value: Value<F>) => void, aria: ControlAria) => JSX.Element;
}

export function Setting<F extends Field>(props: SettingProps<F>) {
  const channel = useChannel();
  const toasts = useToasts();
  const [problem, setProblem] = createSignal("");
  const effectId = createUniqueId();
  const current = () => channel.settings()[props.field];
  const value = () => (props.drafts[props.field] ?? current()) as Value<F>;
  const clean = () => (props.clean ? props.clean(value()) : value());
  const isChanged = () => clean() !== current();

  const choose = (value: Value<F> | undefined) => {
    setProblem("");
    props.setDrafts({ [props.field]: value } as Drafts);
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!isChanged()) return choose(undefined);
    const saved = clean();
    try {
      await ask(channel, { t: "set", d: { [props.field]: saved } });
      if (clean() === saved) choose(undefined); // otherwise something else was chosen meanwhile
      toasts.show({ text: words().saved });
    } catch (error) {
      setProblem(reasonOf(error));
    }
  };

  return (
    <form class="setting" onSubmit={(event) => void save(event)}>
      <h3>{props.title}</h3>
      {props.control(value, choose, { "aria-label": props.title, "aria-describedby": effectId })}
      <p id={effectId} class="staff-small" aria-live="polite">
        <Show when={props.effect(value())} keyed>
          {(effect) => <span>{effect}</span>}
        </Show>{" "}
        <Show when={isChanged() && words().now(props.name(current()))} keyed>
          {(now) => <span class="setting-now">{now}</span>}
        </Show>
      </p>
      <Show when={isChanged()}>
        <div class="staff-row-buttons">
          <button class="button primary">{props.save?.(value()) ?? words().save}</button>
          <button type="button" class="button" onClick={() => choose(undefined)}>
            {words().discard}
          </button>
        </div>
      </Show>
      <p class="problem" role="alert">
        {problem()}
      </p>
    </form>
  );
}
