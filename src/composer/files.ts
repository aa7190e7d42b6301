/** Files are not supported yet: one that is dropped or pasted is refused, instead of replacing the page. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { isField } from "~/keyboard/focus";

/** Calls `onFile` for each file that is refused. Listens for as long as the calling component lives. */
export function refuseFiles(onFile: () => void): void {
  const onDrag = (event: DragEvent) => {
    const { types = [] } = event.dataTransfer ?? {};
    const hasFiles = types.includes("Files");
    if (isField(event.target) && (!hasFiles || types.includes("text/plain"))) return; // the browser inserts the text
    event.preventDefault(); // a file, and in some browsers a link, would replace the page
    if (event.type === "drop" && hasFiles) onFile();
    else if (event.dataTransfer) event.dataTransfer.dropEffect = hasFiles ? "copy" : "none";
  };
  makeEventListener(window, "dragover", onDrag);
  makeEventListener(window, "drop", onDrag);
  makeEventListener(document, "paste", (event) => {
    const { clipboardData } = event;
    if (!clipboardData?.files.length || clipboardData.getData("text/plain") !== "") return;
    event.preventDefault();
    onFile();
  });
}
