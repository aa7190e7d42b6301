/** The box with the name one goes by; what is typed counts when the box is left or Enter is pressed. */
import { createSignal, createUniqueId } from "solid-js";
import type { Chat } from "~/chat/create-chat";
import { cleanName, nameProblem } from "~/text";
import "./NameBox.css";

export function NameBox(props: { chat: Chat }) {
  const problemId = createUniqueId();
  const [problem, setProblem] = createSignal<string>();
  const name = () => props.chat.people().you.name;

  const take = (box: HTMLInputElement) => {
    const asked = cleanName(box.value);
    const found = nameProblem(asked);
    setProblem(found?.message);
    if (found || asked === name()) return;
    box.value = asked;
    props.chat.rename(asked);
  };

  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if (event.key === "Escape") event.currentTarget.value = name();
    if (event.key !== "Escape" && (event.key !== "Enter" || event.isComposing)) return;
    event.preventDefault();
    take(event.currentTarget);
  };

  return (
    <div class="name-box">
      <input
        value={name()}
        dir="auto"
        aria-label="Your name"
        aria-describedby={problemId}
        aria-invalid={problem() ? true : undefined}
        autocomplete="off"
        spellcheck={false}
        onChange={(event) => take(event.currentTarget)}
        onKeyDown={onKeyDown}
      />
      <p class="problem" id={problemId} role="alert">
        {problem()}
      </p>
    </div>
  );
}
