/** What a picture in the list gets once this has loaded: its blur hash until it is there itself, and the viewer behind a click. */
import { decode, isBlurhashValid } from "blurhash";
import { loadOnDemandStrings } from "~/strings/load";

const SIDE = 32; // pixels of the decoded blur hash, which is stretched

/** Without it, the link opens the picture alone. */
export function enhancePicture(link: HTMLAnchorElement, preview: string): void {
  void paintPreview(link, preview);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // in a tab of its own
    event.preventDefault();
    void Promise.all([import("./Viewer"), loadOnDemandStrings()]).then(
      ([{ openViewer }]) => openViewer(link),
      () => location.assign(link.href),
    );
  });
}

async function paintPreview(link: HTMLAnchorElement, preview: string): Promise<void> {
  const picture = link.querySelector("img")!;
  if (picture.complete || !isBlurhashValid(preview).result) return;
  const pixels = new ImageData(new Uint8ClampedArray(decode(preview, SIDE, SIDE)), SIDE, SIDE);
  const canvas = link.querySelector("canvas")!;
  const context = canvas.getContext("2d");
  picture.addEventListener("load", () => context?.clearRect(0, 0, canvas.width, canvas.height)); // it may be transparent
  const bitmap = await createImageBitmap(pixels);
  if (!picture.complete) context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
}
