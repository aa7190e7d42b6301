/** What is loaded for pictures in the list: the blur hash until one is there itself, and the viewer behind a click. */
import { decode, isBlurhashValid } from "blurhash";
import { loadOnDemandStrings } from "~/strings/load";

const SIDE = 32; // pixels of the decoded blur hash, which is stretched

/** Returns what opens the viewer at this picture. */
export function enhancePicture(link: HTMLAnchorElement, preview: string): () => Promise<void> {
  void paintPreview(link, preview);
  return async () => {
    const [{ openViewer }] = await Promise.all([import("./Viewer"), loadOnDemandStrings()]);
    openViewer(link);
  };
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
