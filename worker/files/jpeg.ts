/** Cleans a JPEG (ISO/IEC 10918-1): keeps what shows the picture, and of its EXIF the orientation alone. */
import { orientationIn, orientationTiff } from "./exif";
import { joined, type Picture, unreadable } from "./picture";

const [SOI, EOI, SOS, APP1] = [0xd8, 0xd9, 0xda, 0xe1];
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0]; // "Exif\0\0"

/** JFIF without a thumbnail, the colour profile, and Adobe's colour transform. */
function isKeptApplication(marker: number, content: Uint8Array): boolean {
  const begins = (name: string) => String.fromCharCode(...content.subarray(0, name.length)) === name;
  if (marker === 0xe0) return begins("JFIF\0") && content.length === 14;
  return marker === 0xe2 ? begins("ICC_PROFILE\0") : marker === 0xee && begins("Adobe") && content.length === 12;
}
/** Of the other application segments, of comments and of reserved segments, nothing is needed. */
const isForPicture = (marker: number) => marker >= 0xc0 && marker <= 0xdf;
/** Beginnings of frames: all of 0xC0 to 0xCF but DHT, JPG and DAC. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Without a length and a content. */
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

export function cleanJpeg(bytes: Uint8Array): Picture {
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let size: { width: number; height: number } | undefined;
  let at = 2; // after SOI
  for (;;) {
    if (bytes[at] !== 0xff) unreadable();
    while (bytes[at + 1] === 0xff) at++; // fill bytes
    const marker = bytes[at + 1] ?? unreadable();
    if (marker === EOI) break; // what some cameras append after it is not part of the picture
    if (isAlone(marker)) {
      at += 2;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length || marker === SOI) unreadable();
    const content = bytes.subarray(at + 4, end);
    if (isFrame(marker)) {
      if (size || content.length < 6) unreadable();
      size = { height: (content[1]! << 8) | content[2]!, width: (content[3]! << 8) | content[4]! };
    }
    if (marker === APP1 && EXIF.every((byte, index) => content[index] === byte)) orientation = orientationIn(content.subarray(6));
    if (marker === SOS) {
      if (!size) unreadable();
      const next = endOfScan(bytes, end);
      kept.push(bytes.subarray(at, next));
      at = next;
      continue;
    }
    if (isForPicture(marker) || isKeptApplication(marker, content)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  if (!size || size.width === 0 || size.height === 0 || !kept.some((segment) => segment[1] === SOS)) unreadable();
  const tiff = orientation === 1 ? [] : orientationTiff(orientation);
  const exif =
    tiff.length > 0 ? Uint8Array.from([0xff, APP1, 0, 2 + EXIF.length + tiff.length, ...EXIF, ...tiff]) : new Uint8Array();
  // The segment that says how to show the picture comes after JFIF's, if there is one
  const [first, ...rest] = kept as [Uint8Array, ...Uint8Array[]];
  const parts = first[1] === 0xe0 ? [first, exif, ...rest] : [exif, first, ...rest];
  const isTurned = orientation >= 5;
  return {
    bytes: joined([Uint8Array.from([0xff, SOI]), ...parts, Uint8Array.from([0xff, EOI])]),
    width: isTurned ? size.height : size.width,
    height: isTurned ? size.width : size.height,
  };
}

/** Where the entropy-coded data that begins at `from` ends: at the next marker that is no restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1];
    if (marker === undefined) break;
    if (marker !== 0 && marker !== 0xff && !isAlone(marker)) return at;
  }
  return unreadable(); // it is cut off
}
