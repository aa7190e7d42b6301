/** The box that opens another channel by its name or link, and completes those that are known here. */
import { useNavigate } from "@solidjs/router";
import { createSignal, createUniqueId, For, type JSX } from "solid-js";
import { pathOf } from "~/shared/channel-name";
import { channelAsked } from "./find-channel";
import { strings } from "~/strings";
import { isComposing, toComposer } from "~/keyboard/focus";
import "./OpenChannel.css";

interface OpenChannelProps {
  label: string;
  /** Where it is the one that Ctrl+K leads to: what it offers. */
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

  const open = () => {
    const asked = input.value.trim();
    if (asked === "") return input.focus();
    const name = channelAsked(asked, props.known ?? [], location.host);
    setProblem(name ? undefined : strings.openChannel.rule);
    if (!name) return input.focus();
    input.value = "";
    input.blur();
    navigate(pathOf(name));
  };

  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || isComposing(event)) return;
    input.value = "";
    setProblem(undefined);
    toComposer();
  };

  return (
    // its method keeps the page, and what is written in it, where there is no script yet
    <form class="open-channel" method="dialog" onSubmit={(event) => (event.preventDefault(), open())}>
      <input
        ref={input}
        list={knownId}
        aria-label={props.label}
        aria-describedby={problemId}
        aria-invalid={problem() ? true : undefined}
        aria-keyshortcuts={props.known && "Control+K Meta+K"}
        placeholder={strings.openChannel.placeholder}
        autocapitalize="none"
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="go"
        onKeyDown={leave}
        onInput={({ inputType }) => {
          setProblem(undefined);
          if (inputType === "insertReplacementText" && props.known?.includes(input.value)) open(); // chosen from the list
        }}
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
