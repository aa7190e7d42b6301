/** Takes the files that are dropped or pasted anywhere on the page, where they would otherwise replace it. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { isField } from "~/keyboard/focus";

/** Calls `take`, unless a modal dialog is open. Listens for as long as the calling component lives. */
export function takeFiles(take: (files: FileList) => void): void {
  const takeUncovered = (files: FileList) => document.querySelector("dialog:modal") ?? take(files);
  const onDrag = (event: DragEvent) => {
    const { types = [] } = event.dataTransfer ?? {};
    const hasFiles = types.includes("Files");
    if (isField(event.target) && (!hasFiles || types.includes("text/plain"))) return; // the browser inserts the text
    event.preventDefault(); // a file, and in some browsers a link, would replace the page
    if (event.type === "drop" && hasFiles) takeUncovered(event.dataTransfer!.files);
    else if (event.dataTransfer) event.dataTransfer.dropEffect = hasFiles ? "copy" : "none";
  };
  makeEventListener(window, "dragover", onDrag);
  makeEventListener(window, "drop", onDrag);
  makeEventListener(document, "paste", (event) => {
    const { clipboardData } = event;
    if (!clipboardData?.files.length || clipboardData.getData("text/plain") !== "") return;
    event.preventDefault();
    takeUncovered(clipboardData.files);
  });
}
