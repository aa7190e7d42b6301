/**
 * The field for one's own name. A typed name is taken when the field loses the focus, or on Enter. On a narrow screen, a chosen name is
 * in the composer (NameButton), and the field is shown over the messages while it has the focus.
 */
import { createSignal, createUniqueId } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { chosenName } from "~/shared/guest-name";
import { LIMITS } from "~/shared/protocol";
import { cleanName, nameProblem } from "~/shared/text";
import { focusComposer, isComposing } from "~/keyboard/focus";
import { strings } from "~/strings/current";
import { refusalText } from "~/strings/refusal-text";
import "./NameField.css";

/** As in NameField.css. */
const isNarrow = () => matchMedia("(width < 48rem)").matches;

export function NameField() {
  const channel = useChannel();
  const [fieldId, hintId] = [createUniqueId(), createUniqueId()];
  const [problem, setProblem] = createSignal<ReturnType<typeof nameProblem>>();
  const name = channel.ownName;
  // Not by itself when the name comes from another tab: nothing may move while the user writes
  const [isCollapsible, setCollapsible] = createSignal(chosenName(name()) !== undefined);

  /** Returns the cleaned name, or shows why it is not valid. */
  const validate = (field: HTMLInputElement) => {
    const cleaned = cleanName(field.value);
    const found = nameProblem(cleaned);
    setProblem(found);
    return found ? undefined : cleaned;
  };

  /** Returns whether the name is valid. */
  const save = (field: HTMLInputElement): boolean => {
    const valid = validate(field);
    if (valid === undefined) return false;
    field.value = valid;
    if (valid !== name()) channel.rename(valid);
    setCollapsible(chosenName(valid) !== undefined);
    return true;
  };

  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if ((event.key !== "Escape" && event.key !== "Enter") || isComposing(event)) return;
    if (event.key === "Escape") event.currentTarget.value = name();
    event.preventDefault();
    if (save(event.currentTarget) && isNarrow()) focusComposer();
  };

  return (
    <div class="name-box" classList={{ collapsible: isCollapsible() }}>
      <label for={fieldId}>{strings().nameBox.label}</label>
      <input
        id={fieldId}
        value={name()}
        dir="auto"
        lang=""
        aria-describedby={hintId}
        aria-invalid={problem() ? true : undefined}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => validate(currentTarget)}
        onChange={({ currentTarget }) => save(currentTarget)}
        onKeyDown={onKeyDown}
      />
      <p class="name-box-hint" classList={{ problem: problem() !== undefined }} id={hintId} aria-live="polite">
        {problem() ? refusalText(problem()!) : strings().nameBox.hint(LIMITS.name)}
      </p>
    </div>
  );
}
