/** The type of a file by its first bytes (W38), whatever its name says: https://mimesniff.spec.whatwg.org/ for the formats it has. */
import { PNG_SIGNATURE } from "./png";

/** A file of unknown type is downloaded, never shown. */
export const UNKNOWN_TYPE = "application/octet-stream";

const AVIF_BRANDS = new Set(["avif", "avis"]);
const MP4_BRANDS = new Set([
  "avc1",
  "dash",
  "iso2",
  "iso3",
  "iso4",
  "iso5",
  "iso6",
  "isom",
  "mp41",
  "mp42",
  "M4A ",
  "M4V ",
  "MSNV",
]);

/** Whether a page shows a file of this type. All others are downloaded. */
export function isShown(type: string): boolean {
  return type !== UNKNOWN_TYPE;
}

export function typeOf(bytes: Uint8Array): string {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (PNG_SIGNATURE.every((byte, index) => bytes[index] === byte)) return "image/png";
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "image/jpeg";
  if (/^GIF8[79]a$/.test(text(0, 6))) return "image/gif";
  if (text(0, 4) === "RIFF") return { WEBP: "image/webp", WAVE: "audio/wav" }[text(8, 12)] ?? UNKNOWN_TYPE;
  if (text(4, 8) === "ftyp") return typeOfBrands(text, bytes);
  if (bytes[0] === 0x1a && bytes[1] === 0x45 && bytes[2] === 0xdf && bytes[3] === 0xa3) {
    if (!text(0, 64).includes("webm")) return UNKNOWN_TYPE; // another Matroska
    const head = text(0, 4_096); // the tracks with their codecs come before the data
    return head.includes("A_") && !head.includes("V_") ? "audio/webm" : "video/webm";
  }
  if (text(0, 4) === "OggS") return "audio/ogg";
  if (text(0, 3) === "ID3" || (bytes[0] === 0xff && (bytes[1]! & 0xe6) === 0xe2)) return "audio/mpeg"; // layer III of any version
  return UNKNOWN_TYPE;
}

/** The major brand decides; of a file whose major brand is unknown, the compatible ones. */
function typeOfBrands(text: (from: number, to: number) => string, bytes: Uint8Array): string {
  const length = Math.min(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), 128, bytes.length);
  const brands = [text(8, 12)];
  for (let at = 16; at + 4 <= length; at += 4) brands.push(text(at, at + 4));
  const [known] = brands.filter((brand) => AVIF_BRANDS.has(brand) || MP4_BRANDS.has(brand));
  if (known === undefined) return UNKNOWN_TYPE;
  if (AVIF_BRANDS.has(known)) return "image/avif";
  const all = new TextDecoder("latin1").decode(bytes); // the handlers of its tracks are at the beginning or at the end
  return brands[0] === "M4A " || (all.includes("soun") && !all.includes("vide")) ? "audio/mp4" : "video/mp4";
}
