/** The box that opens another channel by its name. */
import { useNavigate } from "@solidjs/router";
import { createSignal, createUniqueId, Show } from "solid-js";
import { canonical, pathOf } from "~/channel-name";
import "./OpenChannel.css";

export const NAME_RULE =
  "A channel's name is made of letters, digits, “-”, “_” and “.”, in up to 8 parts with “/” between them, each beginning with a letter or digit.";

export function OpenChannel() {
  const navigate = useNavigate();
  const problemId = createUniqueId();
  const [problem, setProblem] = createSignal<string>();
  let input!: HTMLInputElement;

  const open = (event: SubmitEvent) => {
    event.preventDefault();
    const asked = input.value.trim();
    if (asked === "") return input.focus();
    const name = canonical(encodeURI(asked.replaceAll("%", "%25")));
    setProblem(name ? undefined : NAME_RULE);
    if (!name) return input.focus();
    input.value = "";
    input.blur();
    navigate(pathOf(name));
  };

  return (
    <form class="open-channel" onSubmit={open}>
      <input
        ref={input}
        aria-label="Open another channel"
        aria-describedby={problemId}
        aria-invalid={problem() ? true : undefined}
        placeholder="open channel…"
        autocapitalize="none"
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="go"
      />
      <p class="problem" id={problemId} role="alert">
        <Show when={problem()}>{problem()}</Show>
      </p>
    </form>
  );
}
