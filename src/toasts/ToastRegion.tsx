/** The place above the composer where a toast is shown, a polite live region. Ctrl+Z undoes what the toast reports. */
import { createEventListener } from "@solid-primitives/event-listener";
import { Show } from "solid-js";
import { isServer } from "solid-js/web";
import { isWriting } from "~/keyboard/focus";
import { isCommand } from "~/keyboard/key-press";
import { onDemand } from "~/ui/on-demand";
import { useToasts } from "./ToastProvider";
import "./ToastRegion.css";

export const Toast = onDemand(import.meta.env.SSR || (() => import("./Toast").then((module) => module.Toast)));

export function ToastRegion() {
  const { current, undo } = useToasts();

  if (!isServer)
    createEventListener(document, "keydown", (event) => {
      if (!isCommand(event, "z") || !current()?.undo || isWriting(event.target)) return; // a text box has its own undo
      event.preventDefault();
      undo();
    });

  return (
    <output class="notices">
      <Show when={current()} keyed>
        {(toast) => <Toast toast={toast} />}
      </Show>
    </output>
  );
}
