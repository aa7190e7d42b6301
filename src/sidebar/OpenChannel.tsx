/** The box that opens another channel by its name or link. It suggests known channels. */
import { createSignal, createUniqueId, For, type JSX } from "solid-js";
import { hrefOf } from "~/shared/channel-name";
import { isComposing, focusComposer } from "~/keyboard/focus";
import { navigate } from "~/ui/navigation";
import { strings } from "~/strings/current";
import "./OpenChannel.css";

interface OpenChannelProps {
  label: string;
  /** The channels to suggest. Given to the box that Ctrl+K focuses. */
  known?: readonly string[];
  /** A submit button, if the box needs one. */
  children?: JSX.Element;
}

export function OpenChannel(props: OpenChannelProps) {
  const problemId = createUniqueId();
  const knownId = createUniqueId();
  const [problem, setProblem] = createSignal<string>();
  let input!: HTMLInputElement;

  const open = async () => {
    const typed = input.value.trim();
    if (typed === "") return input.focus();
    const { resolveChannel } = await import("./find-channel"); // in the file of what loads when the page is idle
    const name = resolveChannel(typed, props.known ?? [], location.host);
    setProblem(name ? undefined : strings().openChannel.rule);
    if (!name) return input.focus();
    input.value = "";
    input.blur();
    navigate(hrefOf(name));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || isComposing(event)) return;
    input.value = "";
    setProblem(undefined);
    focusComposer();
  };

  return (
    // Without the script, this method keeps the page and the typed text
    <form class="open-channel" method="dialog" onSubmit={(event) => (event.preventDefault(), void open())}>
      <input
        ref={input}
        list={knownId}
        aria-label={props.label}
        aria-describedby={problemId}
        aria-invalid={problem() ? true : undefined}
        aria-keyshortcuts={props.known && "Control+K Meta+K"}
        placeholder={strings().openChannel.placeholder}
        autocapitalize="none"
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="go"
        onKeyDown={onKeyDown}
        onInput={({ inputType }) => {
          setProblem(undefined);
          if (inputType === "insertReplacementText" && props.known?.includes(input.value)) void open(); // chosen from the suggestions
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
