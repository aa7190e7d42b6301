/** A link that people take along: it can be read, selected and copied. */
import { createSignal, onMount, Show } from "solid-js";
import { strings } from "~/strings/current";
import { copyText } from "./copy-text";
import "./LinkField.css";

export function LinkField(props: { label: string; url: string }) {
  const [result, setResult] = createSignal<string>();
  let field!: HTMLInputElement;
  onMount(() => field.select());

  const copy = async () => {
    const isCopied = await copyText(props.url);
    setResult(isCopied ? strings().copyLink.copied : strings().codeBlock.failed);
    if (!isCopied) field.select();
  };

  return (
    <span class="link-field">
      <input
        ref={field}
        readonly
        dir="ltr"
        aria-label={props.label}
        value={props.url}
        onFocus={() => field.select()}
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()} // it would press the first button of a dialog
      />
      <button type="button" class="button" onClick={() => void copy()}>
        {strings().copyLink.copy}
      </button>
      <output>
        <Show when={result()} keyed>
          {(result) => <span>{result}</span>}
        </Show>
      </output>
    </span>
  );
}
