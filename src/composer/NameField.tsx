/** The box with the name one goes by; what is typed counts when the box is left or Enter is pressed. */
import { createMemo, createSignal, createUniqueId } from "solid-js";
import { isServer } from "solid-js/web";
import type { Chat } from "~/channel/create-channel";
import { nameIn } from "~/shared/cookies";
import { strings } from "~/strings";
import { cleanName, nameProblem } from "~/shared/text";
import { isComposing } from "~/keyboard/focus";
import "./NameField.css";

export function NameBox(props: { chat: Chat }) {
  const [boxId, hintId] = [createUniqueId(), createUniqueId()];
  const [problem, setProblem] = createSignal<string>();
  // A memo, or whoever comes would empty the box under its writer; until the channel says who one is, the name is the one kept
  const name = createMemo(() => props.chat.people().you.name || (!isServer && nameIn(document.cookie)) || "");

  /** Cleaned, and whether it can be a name is said at once. */
  const asked = (box: HTMLInputElement) => {
    const asked = cleanName(box.value);
    const found = nameProblem(asked);
    setProblem(found?.message);
    return found ? undefined : asked;
  };

  const take = (box: HTMLInputElement) => {
    const taken = asked(box);
    if (taken === undefined) return;
    box.value = taken;
    if (taken !== name()) props.chat.rename(taken);
  };

  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if ((event.key !== "Escape" && event.key !== "Enter") || isComposing(event)) return;
    if (event.key === "Escape") event.currentTarget.value = name();
    event.preventDefault();
    take(event.currentTarget);
  };

  return (
    <div class="name-box">
      <label for={boxId}>{strings.nameBox.label}</label>
      <input
        id={boxId}
        value={name()}
        dir="auto"
        aria-describedby={hintId}
        aria-invalid={problem() ? true : undefined}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => asked(currentTarget)}
        onChange={({ currentTarget }) => take(currentTarget)}
        onKeyDown={onKeyDown}
      />
      <p class="name-box-hint" classList={{ problem: problem() !== undefined }} id={hintId} aria-live="polite">
        {problem() ?? strings.nameBox.hint}
      </p>
    </div>
  );
}
