/** A native modal dialog with a heading. It is open while it is rendered; the browser traps and returns the focus. */
import { createUniqueId, onMount, type JSX } from "solid-js";
import "./ModalDialog.css";

/** `close` is called after Escape, a click beside the dialog, or a press of any button in it. */
export function ModalDialog(props: { class: string; title: string; close: () => void; children: JSX.Element }) {
  const titleId = createUniqueId();
  let dialog!: HTMLDialogElement;
  onMount(() => dialog.showModal());
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Escape closes it by keyboard
    <dialog
      ref={dialog}
      class={`modal ${props.class}`}
      aria-labelledby={titleId}
      onClose={() => props.close()}
      onClick={({ target }) => target === dialog && dialog.close()}
    >
      <form method="dialog">
        <h2 id={titleId}>{props.title}</h2>
        {props.children}
      </form>
    </dialog>
  );
}
