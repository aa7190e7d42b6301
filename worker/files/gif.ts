/** Reads the size of a GIF (https://www.w3.org/Graphics/GIF/spec-gif89a.txt), whose frames may be larger than its screen. */
import { unreadable } from "./picture";

const [EXTENSION, IMAGE, TRAILER] = [0x21, 0x2c, 0x3b];

/** That of the screen, or of all that the frames cover. */
export function gifSize(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const number = (at: number) => view.getUint16(at, true);
  let [width, height] = [number(6), number(8)];
  let hasImage = false;
  let at = 13 + paletteSize(view.getUint8(10));
  for (let block = view.getUint8(at); block !== TRAILER; block = view.getUint8(at)) {
    if (block === IMAGE) {
      width = Math.max(width, number(at + 1) + number(at + 5));
      height = Math.max(height, number(at + 3) + number(at + 7));
      hasImage = true;
      at += 11 + paletteSize(view.getUint8(at + 9)); // and the size of a code
    } else if (block === EXTENSION) at += 2;
    else unreadable();
    while (view.getUint8(at) !== 0) at += 1 + view.getUint8(at); // parts of its data
    at++;
  }
  return hasImage ? { width, height } : unreadable();
}

/** Bytes of the palette that such flags announce. */
function paletteSize(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}
