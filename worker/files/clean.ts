/** What is stored of an uploaded file: its type by its bytes and, of a picture, its size, without metadata. */
import { gifSize } from "./gif";
import { cleanJpeg } from "./jpeg";
import { type Picture, unreadable } from "./picture";
import { cleanPng } from "./png";
import { typeOf } from "./sniff";
import { cleanWebp } from "./webp";

/** Pixels. A picture with more of them would take its readers' memory, however small its file is. */
const MAX_PIXELS = 50_000_000;

const PICTURES: Record<string, (bytes: Uint8Array) => Picture> = {
  "image/jpeg": cleanJpeg,
  "image/png": cleanPng,
  "image/webp": cleanWebp,
  "image/gif": (bytes) => ({ bytes, ...gifSize(bytes) }),
  "image/avif": (bytes) => ({ bytes, ...avifSize(bytes) }),
};

export interface Cleaned {
  type: string;
  bytes: Uint8Array;
  width?: number;
  height?: number;
}

/** Throws a rejection for a picture that cannot be read, or is too large. */
export function clean(bytes: Uint8Array): Cleaned {
  const type = typeOf(bytes);
  const read = PICTURES[type];
  if (!read) return { type, bytes };
  const picture = readSafely(read, bytes);
  if (!picture.width || !picture.height || picture.width * picture.height > MAX_PIXELS) unreadable();
  return { type, ...picture };
}

/** A number that leads out of the file is a fault of the file. */
function readSafely(read: (bytes: Uint8Array) => Picture, bytes: Uint8Array): Picture {
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof RangeError) unreadable();
    throw error;
  }
}

/** The largest of the image spatial extents (`ispe`): parts and thumbnails are smaller than the picture. */
function avifSize(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = new TextDecoder("latin1").decode(bytes); // one sign for each byte
  let [width, height] = [0, 0];
  for (let at = text.indexOf("ispe"); at !== -1 && at <= bytes.length - 16; at = text.indexOf("ispe", at + 1)) {
    const [w, h] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (w * h > width * height) [width, height] = [w, h];
  }
  return { width, height };
}
