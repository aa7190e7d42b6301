/** Cleans a PNG (https://www.w3.org/TR/png-3/): keeps the chunks that show the picture, and of its EXIF the orientation alone. */
import { orientationIn, orientationTiff } from "./exif";
import { joined, type Picture, unreadable } from "./picture";

export const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const KEPT = new Set([
  "IHDR",
  "PLTE",
  "IDAT",
  "IEND",
  "tRNS",
  "cHRM",
  "gAMA",
  "iCCP",
  "sBIT",
  "sRGB",
  "cICP",
  "mDCV",
  "cLLI",
  "bKGD",
  "hIST",
  "pHYs",
  "sPLT",
  "acTL",
  "fcTL",
  "fdAT",
]);

export function cleanPng(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, PNG_SIGNATURE.length)];
  let size: { width: number; height: number } | undefined;
  let orientation = 1;
  let hasData = false;
  for (let at = PNG_SIGNATURE.length, type = ""; type !== "IEND";) {
    if (at + 12 > bytes.length) unreadable();
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) unreadable();
    type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!size) {
      if (type !== "IHDR" || length !== 13) unreadable();
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    }
    if (type === "eXIf") orientation = orientationIn(bytes.subarray(at + 8, end - 4));
    hasData ||= type === "IDAT";
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  if (!size || size.width === 0 || size.height === 0 || !hasData) unreadable();
  if (orientation !== 1) kept.splice(2, 0, chunk("eXIf", orientationTiff(orientation)));
  const isTurned = orientation >= 5;
  return { bytes: joined(kept), width: isTurned ? size.height : size.width, height: isTurned ? size.width : size.height };
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + content.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(content, 8);
  view.setUint32(8 + content.length, crc(bytes.subarray(4, 8 + content.length)));
  return bytes;
}

/** CRC-32 as in annex D of the specification, without its table: it is for some 30 bytes. */
function crc(bytes: Uint8Array): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
