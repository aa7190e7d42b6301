/** A block of code, with a button that copies it. Its words get their colours once those are loaded; nothing moves by it. */
import { createSignal, For, onMount } from "solid-js";
import { copyText } from "~/ui/copy-text";
import type { Piece } from "./highlight";
import { strings } from "~/strings";
import "./CodeBlock.css";

const SAID_FOR = 2_000; // ms

export function CodeBlock(props: { code: string; language: string }) {
  const [pieces, setPieces] = createSignal<Piece[]>();
  const [said, setSaid] = createSignal<string>();

  onMount(async () => {
    if (props.language === "") return;
    // without its colours it is still the code
    const found = await import("./highlight").then((it) => it.highlight(props.code, props.language)).catch(() => undefined);
    setPieces(found);
  });

  const copyCode = async () => {
    setSaid((await copyText(props.code)) ? strings.codeBlock.copied : strings.codeBlock.failed);
    setTimeout(() => setSaid(undefined), SAID_FOR);
  };

  return (
    <div class="code" dir="ltr">
      <div class="code-head">
        <span>{props.language || strings.codeBlock.plain}</span>
        <button aria-live="polite" onClick={() => void copyCode()}>
          {said() ?? strings.codeBlock.copy}
        </button>
      </div>
      <pre>
        <code>
          <For each={pieces()} fallback={props.code}>
            {({ text, kind }) => (kind ? <span class={`code-${kind}`}>{text}</span> : text)}
          </For>
        </code>
      </pre>
    </div>
  );
}
