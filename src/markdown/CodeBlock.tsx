/** A code block with a copy button. Its colours appear when the highlighter has loaded; the layout does not change. */
import { createSignal, For, onMount } from "solid-js";
import { copyText } from "~/ui/copy-text";
import { strings } from "~/strings/current";
import type { CodePart } from "./highlight";
import "./CodeBlock.css";

const RESULT_SHOWN_FOR = 2_000; // ms

export function CodeBlock(props: { code: string; language: string }) {
  const [parts, setParts] = createSignal<CodePart[]>();
  const [result, setResult] = createSignal<string>();

  onMount(async () => {
    if (import.meta.env.SSR || props.language === "") return; // the first keeps the highlighter out of the Worker
    // If loading fails, the code stays without colours
    const found = await import("./highlight").then((it) => it.highlight(props.code, props.language)).catch(() => undefined);
    setParts(found);
  });

  const copyCode = async () => {
    setResult((await copyText(props.code)) ? strings().codeBlock.copied : strings().codeBlock.failed);
    setTimeout(() => setResult(undefined), RESULT_SHOWN_FOR);
  };

  return (
    <div class="code" dir="ltr">
      <div class="code-head">
        <span>{props.language || strings().codeBlock.plain}</span>
        <button aria-live="polite" onClick={() => void copyCode()}>
          {result() ?? strings().codeBlock.copy}
        </button>
      </div>
      <pre>
        <code>
          <For each={parts()} fallback={props.code}>
            {({ text, kind }) => (kind ? <span class={`code-${kind}`}>{text}</span> : text)}
          </For>
        </code>
      </pre>
    </div>
  );
}
