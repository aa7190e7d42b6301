/** A modal drawer at the end of the page; on a narrow screen, all of it. It is open while it is rendered; the browser traps and returns the focus. */
import X from "lucide/dist/esm/icons/x.mjs";
import { createUniqueId, onMount, type JSX } from "solid-js";
import { Icon } from "./Icon";
import "./SidePanel.css";

interface SidePanelProps {
  class: string;
  title: string;
  /** The label of the button that closes it. */
  closeLabel: string;
  /** Called after Escape, a click beside the panel, or the button. */
  close: () => void;
  ref?: (dialog: HTMLDialogElement) => void;
  children: JSX.Element;
}

export function SidePanel(props: SidePanelProps) {
  const titleId = createUniqueId();
  let dialog!: HTMLDialogElement;
  onMount(() => dialog.showModal());
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Escape closes it by keyboard
    <dialog
      ref={(element) => {
        dialog = element;
        props.ref?.(element);
      }}
      class={`side-panel ${props.class}`}
      aria-labelledby={titleId}
      onClose={({ target }) => target === dialog && props.close()}
      onClick={({ target }) => target === dialog && dialog.close()}
    >
      <div class="side-panel-head">
        <h2 id={titleId} tabindex="-1">
          {props.title}
        </h2>
        <button type="button" class="icon-button" aria-label={props.closeLabel} onClick={() => dialog.close()}>
          <Icon of={X} size={20} />
        </button>
      </div>
      {props.children}
    </dialog>
  );
}
