/** Says that files are not supported when one is dropped or pasted: in a toast or, if a modal dialog covers that, in the dialog. */
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { Portal } from "solid-js/web";
import { useToasts } from "~/toasts/ToastProvider";
import { onDemandStrings } from "~/strings/current";
import { refuseFiles } from "./files";
import "./FileNotice.css";

const composerNotes = () => onDemandStrings().composerNotes;

const SHOWN_FOR = 6_000; // ms

export function FileNotice() {
  const toasts = useToasts();
  const [dialog, setDialog] = createSignal<Element>();
  const text = composerNotes().noFiles;
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  onMount(() =>
    refuseFiles(() => {
      const open = document.querySelector("dialog:modal");
      setDialog(open ?? undefined);
      clearTimeout(timer);
      if (open) timer = setTimeout(setDialog, SHOWN_FOR);
      else toasts.show({ text });
    }),
  );

  return (
    <Show when={dialog()} keyed>
      {(mount) => (
        <Portal mount={mount}>
          <p class="file-notice problem" role="alert">
            {text}
          </p>
        </Portal>
      )}
    </Show>
  );
}
