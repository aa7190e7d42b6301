/** Asks what a person wants to hear of a channel while its page is closed (W36). */
import { createSignal, createUniqueId, For } from "solid-js";
import { onDemandStrings } from "~/strings/current";
import { choosePush } from "./choose-push";
import { subscribedTo } from "./push-channels";
import "~/ui/choices.css";

const CHOICES = ["mentions", "all", "nothing"] as const;
type Choice = (typeof CHOICES)[number];

const words = () => onDemandStrings().push;

export function PushChoice(props: { channel: string }) {
  const name = createUniqueId();
  const [chosen, setChosen] = createSignal<Choice>(subscribedTo(props.channel)?.wants ?? "nothing");
  const [problem, setProblem] = createSignal<string>();

  const choose = async (choice: Choice) => {
    const before = chosen();
    setChosen(choice);
    setProblem(await choosePush(props.channel, choice === "nothing" ? undefined : choice));
    if (problem() !== undefined) setChosen(before);
  };

  return (
    <fieldset class="choices">
      <legend>{words().title(props.channel)}</legend>
      <For each={CHOICES}>
        {(choice) => (
          <label>
            <input type="radio" name={name} checked={choice === chosen()} onChange={() => void choose(choice)} />
            {words()[choice]}
          </label>
        )}
      </For>
      <p class="problem" role="alert">
        {problem()}
      </p>
    </fieldset>
  );
}
