/** The box that opens another channel by its name, and completes those that are known here. */
import { useNavigate } from "@solidjs/router";
import { createSignal, createUniqueId, For, type JSX } from "solid-js";
import { canonical, pathOf } from "~/channel-name";
import { strings } from "~/strings";
import "./OpenChannel.css";

interface OpenChannelProps {
  label: string;
  known?: readonly string[];
  /** A button, where the box alone would not say enough. */
  children?: JSX.Element;
}

export function OpenChannel(props: OpenChannelProps) {
  const navigate = useNavigate();
  const problemId = createUniqueId();
  const knownId = createUniqueId();
  const [problem, setProblem] = createSignal<string>();
  let input!: HTMLInputElement;

  const open = (event: SubmitEvent) => {
    event.preventDefault();
    const asked = input.value.trim();
    if (asked === "") return input.focus();
    const name = canonical(encodeURI(asked.replaceAll("%", "%25")));
    setProblem(name ? undefined : strings.openChannel.rule);
    if (!name) return input.focus();
    input.value = "";
    input.blur();
    navigate(pathOf(name));
  };

  return (
    // its method keeps the page, and what is written in it, where there is no script yet
    <form class="open-channel" method="dialog" onSubmit={open}>
      <input
        ref={input}
        list={knownId}
        aria-label={props.label}
        aria-describedby={problemId}
        aria-invalid={problem() ? true : undefined}
        aria-keyshortcuts="Control+K Meta+K"
        placeholder={strings.openChannel.placeholder}
        autocapitalize="none"
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="go"
        onInput={() => setProblem(undefined)}
      />
      <datalist id={knownId}>
        <For each={props.known}>{(name) => <option>{name}</option>}</For>
      </datalist>
      {props.children}
      <p class="problem" id={problemId} role="alert">
        {problem()}
      </p>
    </form>
  );
}
