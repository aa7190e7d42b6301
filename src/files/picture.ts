/** What a picture in the list gets once this has loaded: its blur hash until it is there itself, and the viewer behind a click. */
import { decode, isBlurhashValid } from "blurhash";
import { loadOnDemandStrings } from "~/strings/load";

const SIZE = 32; // pixels of the canvas, which the style sheet stretches

/** Without it, the link opens the picture alone. */
export function enhancePicture(link: HTMLAnchorElement, preview: string): void {
  paintPreview(link, preview);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // in a tab of its own
    event.preventDefault();
    void Promise.all([import("./Viewer"), loadOnDemandStrings()]).then(
      ([{ openViewer }]) => openViewer(link),
      () => location.assign(link.href),
    );
  });
}

function paintPreview(link: HTMLAnchorElement, preview: string): void {
  const picture = link.querySelector("img")!;
  if (picture.complete || !isBlurhashValid(preview).result) return;
  const canvas = document.createElement("canvas");
  canvas.className = "preview";
  canvas.width = canvas.height = SIZE;
  canvas.getContext("2d")?.putImageData(new ImageData(new Uint8ClampedArray(decode(preview, SIZE, SIZE)), SIZE, SIZE), 0, 0);
  link.prepend(canvas);
  picture.addEventListener("load", () => canvas.remove(), { once: true });
}
