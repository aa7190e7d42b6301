/** A sentence whose isolated names are elements of their own, in bold: two names side by side stay two. */
import { For } from "solid-js";
import { ISOLATED } from "./isolated";
import "./IsolatedText.css";

export function IsolatedText(props: { text: string }) {
  return (
    <For each={props.text.split(ISOLATED)}>
      {(part, index) =>
        index() % 2 === 0 ? (
          part
        ) : (
          <bdi class="isolated-name" lang="">
            {part}
          </bdi>
        )
      }
    </For>
  );
}
