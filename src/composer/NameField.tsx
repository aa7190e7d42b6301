/** The field for one's own name. A typed name is taken when the field loses the focus, or on Enter. */
import { createMemo, createSignal, createUniqueId } from "solid-js";
import { isServer } from "solid-js/web";
import { useChannel } from "~/channel/ChannelProvider";
import { nameIn } from "~/shared/cookies";
import { strings } from "~/strings";
import { cleanName, nameProblem } from "~/shared/text";
import { isComposing } from "~/keyboard/focus";
import "./NameField.css";

export function NameField() {
  const channel = useChannel();
  const [fieldId, hintId] = [createUniqueId(), createUniqueId()];
  const [problem, setProblem] = createSignal<string>();
  // A memo, or each join would reset the field while the user types. Before the first welcome, it is the name of the cookie
  const name = createMemo(() => channel.people().you.name || (!isServer && nameIn(document.cookie)) || "");

  /** Returns the cleaned name, or shows why it is not valid. */
  const validate = (field: HTMLInputElement) => {
    const cleaned = cleanName(field.value);
    const found = nameProblem(cleaned);
    setProblem(found?.message);
    return found ? undefined : cleaned;
  };

  const save = (field: HTMLInputElement) => {
    const valid = validate(field);
    if (valid === undefined) return;
    field.value = valid;
    if (valid !== name()) channel.rename(valid);
  };

  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if ((event.key !== "Escape" && event.key !== "Enter") || isComposing(event)) return;
    if (event.key === "Escape") event.currentTarget.value = name();
    event.preventDefault();
    save(event.currentTarget);
  };

  return (
    <div class="name-box">
      <label for={fieldId}>{strings.nameBox.label}</label>
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
        {problem() ?? strings.nameBox.hint}
      </p>
    </div>
  );
}
