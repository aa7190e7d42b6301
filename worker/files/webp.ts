/** Cleans a WebP (https://developers.google.com/speed/webp/docs/riff_container): keeps what shows the picture, and its orientation. */
import { orientationIn, orientationTiff } from "./exif";
import { joined, type Picture, unreadable } from "./picture";

const KEPT = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]);
const [HAS_EXIF, HAS_XMP] = [0x08, 0x04]; // flags of VP8X

export function cleanWebp(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) unreadable();
  const kept: Uint8Array[] = [];
  let size: { width: number; height: number } | undefined;
  let orientation = 1;
  let hasPicture = false;
  for (let at = 12; at + 8 <= end;) {
    const type = String.fromCharCode(...bytes.subarray(at, at + 4));
    const length = view.getUint32(at + 4, true);
    const next = at + 8 + length + (length & 1);
    if (at + 8 + length > end) unreadable();
    const content = bytes.subarray(at + 8, at + 8 + length);
    size ??= sizeIn(type, content); // that of the canvas comes first
    if (type === "EXIF") orientation = orientationIn(withoutPrefix(content));
    hasPicture ||= type === "VP8 " || type === "VP8L" || type === "ANMF";
    if (KEPT.has(type)) kept.push(bytes.slice(at, next));
    at = next;
  }
  if (!size || size.width === 0 || size.height === 0 || !hasPicture) unreadable();
  const extended = kept.find(([first, , , fourth]) => first === 0x56 && fourth === 0x58); // V..X
  if (extended) {
    extended[8]! &= ~(HAS_EXIF | HAS_XMP);
    if (orientation !== 1) {
      extended[8]! |= HAS_EXIF;
      const tiff = orientationTiff(orientation);
      kept.push(Uint8Array.from([0x45, 0x58, 0x49, 0x46, tiff.length, 0, 0, 0, ...tiff]));
    }
  } else orientation = 1; // only an extended file can have EXIF
  const body = joined(kept);
  const head = bytes.slice(0, 12);
  new DataView(head.buffer).setUint32(4, 4 + body.length, true);
  const isTurned = orientation >= 5;
  return { bytes: joined([head, body]), width: isTurned ? size.height : size.width, height: isTurned ? size.width : size.height };
}

function sizeIn(type: string, bytes: Uint8Array): { width: number; height: number } | undefined {
  const at = (index: number) => bytes[index] ?? unreadable();
  switch (type) {
    case "VP8X":
      return { width: 1 + (at(4) | (at(5) << 8) | (at(6) << 16)), height: 1 + (at(7) | (at(8) << 8) | (at(9) << 16)) };
    case "VP8 ":
      return { width: (at(6) | (at(7) << 8)) & 0x3fff, height: (at(8) | (at(9) << 8)) & 0x3fff };
    case "VP8L":
      return {
        width: 1 + (at(1) | ((at(2) & 0x3f) << 8)),
        height: 1 + ((at(2) >> 6) | (at(3) << 2) | ((at(4) & 0x0f) << 10)),
      };
    default:
      return undefined;
  }
}

/** Some programs put JPEG's prefix before the EXIF data. */
function withoutPrefix(exif: Uint8Array): Uint8Array {
  return exif[0] === 0x45 && exif[1] === 0x78 ? exif.subarray(6) : exif;
}
