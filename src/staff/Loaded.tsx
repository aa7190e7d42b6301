/** Shows the answer of the channel. Before it is there: that it loads, or why it could not be loaded. */
import { Show, type JSX } from "solid-js";
import { staffStrings } from "~/strings/staff-strings";
import type { Answer } from "./create-answer";

const words = () => staffStrings().panel;

export function Loaded<T>(props: { answer: Answer<T>; children: (value: () => T) => JSX.Element }) {
  const answer = () => props.answer;
  return (
    <>
      <Show when={answer().problem()} keyed>
        {(problem) => (
          <div class="staff-row">
            <p class="problem" role="alert">
              {problem}
            </p>
            <button type="button" class="button" onClick={() => void answer().load()}>
              {words().retry}
            </button>
          </div>
        )}
      </Show>
      <Show
        when={answer().value() !== undefined}
        fallback={
          <Show when={!answer().problem()}>
            <p class="staff-small">{words().loading}</p>
          </Show>
        }
      >
        {props.children(() => answer().value() as T)}
      </Show>
    </>
  );
}
