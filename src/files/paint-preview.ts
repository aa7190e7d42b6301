/** Paints the blur hash of a picture behind it, until the picture has loaded. */
import { decode, isBlurhashValid } from "blurhash";

const SIZE = 32; // pixels of the canvas, which the style sheet stretches

export function paintPreview(link: HTMLAnchorElement, preview: string): void {
  const picture = link.querySelector("img")!;
  if (picture.complete || !isBlurhashValid(preview).result) return;
  const canvas = document.createElement("canvas");
  canvas.className = "preview";
  canvas.width = canvas.height = SIZE;
  canvas.getContext("2d")?.putImageData(new ImageData(new Uint8ClampedArray(decode(preview, SIZE, SIZE)), SIZE, SIZE), 0, 0);
  link.prepend(canvas);
  picture.addEventListener("load", () => canvas.remove(), { once: true });
}
