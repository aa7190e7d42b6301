/** What is stored of an uploaded file: its type by its bytes, and pictures without what they tell about their author (W37, W38). */
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Rejection } from "../../worker/Rejection";
import { clean } from "../../worker/files/clean";
import { orientationIn, orientationTiff } from "../../worker/files/exif";

const bytesOf = (base64: string) => Uint8Array.fromBase64(base64);
const ascii = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: (Uint8Array | readonly number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const has = (bytes: Uint8Array, text: string) => new TextDecoder("latin1").decode(bytes).includes(text);
const why = (bytes: Uint8Array) => {
  try {
    return clean(bytes);
  } catch (error) {
    return (error as Rejection).refusal;
  }
};
const UNREADABLE = { code: "invalid", reason: "bad_picture" };

/** Pictures of one pixel. */
const JPEG = joined(
  bytesOf(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=",
  ),
  [0xff, 0xd9],
);
const PNG = bytesOf("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
const WEBP = bytesOf("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
const GIF = bytesOf("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

const ispe = (width: number, height: number) =>
  joined([0, 0, 0, 20], ascii("ispe"), [0, 0, 0, 0, 0, 0, width >> 8, width & 255, 0, 0, height >> 8, height & 255]);
const AVIF = joined([0, 0, 0, 16], ascii("ftypavif"), [0, 0, 0, 0], ispe(8, 6));

/** EXIF with an orientation and a place, as cameras write it: big or little endian. */
function exif(orientation: number, isLittle = false): Uint8Array {
  const bytes = new Uint8Array(38);
  const view = new DataView(bytes.buffer);
  bytes.set(ascii(isLittle ? "II" : "MM"));
  view.setUint16(2, 42, isLittle);
  view.setUint32(4, 8, isLittle);
  view.setUint16(8, 2, isLittle); // entries
  view.setUint16(10, 0x0112, isLittle);
  view.setUint16(12, 3, isLittle);
  view.setUint32(14, 1, isLittle);
  view.setUint16(18, orientation, isLittle);
  view.setUint16(22, 0x8825, isLittle); // GPS
  return joined(bytes, ascii("GPS 52.5200N"));
}

const segment = (marker: number, content: Uint8Array) =>
  joined([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255], content);
const jpegWith = (...segments: Uint8Array[]) => joined(JPEG.subarray(0, 2), ...segments, JPEG.subarray(2));

/** A chunk whose checksum nobody reads. */
const chunk = (type: string, content: Uint8Array) =>
  joined([0, 0, content.length >> 8, content.length & 255], ascii(type), content, [0, 0, 0, 0]);
const pngWith = (...chunks: Uint8Array[]) => joined(PNG.subarray(0, 33), ...chunks, PNG.subarray(33));

const riff = (type: string, content: Uint8Array) =>
  joined(ascii(type), [content.length & 255, content.length >> 8, 0, 0], content, content.length % 2 ? [0] : []);
const webpOf = (...chunks: Uint8Array[]) => {
  const body = joined(ascii("WEBP"), ...chunks);
  return joined(ascii("RIFF"), [body.length & 255, body.length >> 8, 0, 0], body);
};
const canvas = (flags: number, width: number, height: number) =>
  riff("VP8X", Uint8Array.from([flags, 0, 0, 0, width - 1, 0, 0, height - 1, 0, 0]));

describe("W38 a picture is stored without metadata", () => {
  it("JPEG: neither EXIF, XMP, IPTC, comments nor what follows its end; the orientation stays", () => {
    for (const isLittle of [false, true]) {
      const dirty = joined(
        jpegWith(
          segment(0xe1, joined(ascii("Exif\0\0"), exif(6, isLittle))),
          segment(0xe1, ascii("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPS</x:xmpmeta>")),
          segment(0xed, ascii("Photoshop 3.0\0 Ada at home")),
          segment(0xfe, ascii("a comment")),
          segment(0xe2, ascii("ICC_PROFILE\0")),
        ),
        ascii("MPF GPS 52.5200N"),
      );
      const { bytes, ...picture } = clean(dirty);
      expect(picture).toEqual({ type: "image/jpeg", width: 1, height: 1 });
      for (const text of ["GPS", "xmpmeta", "Photoshop", "comment"]) expect([text, has(bytes, text)]).toEqual([text, false]);
      expect([has(bytes, "JFIF"), has(bytes, "ICC_PROFILE")]).toEqual([true, true]);
      const at = Buffer.from(bytes).indexOf("Exif\0\0");
      expect(orientationIn(bytes.subarray(at + 6))).toBe(6);
      expect([...bytes.subarray(-2)]).toEqual([0xff, 0xd9]);
      expect(clean(bytes).bytes).toEqual(bytes); // nothing is left to remove
    }
    expect(clean(JPEG).bytes).toEqual(JPEG);
  });

  it("JPEG: neither thumbnails, indexes of other pictures nor segments of unknown use", () => {
    for (const hidden of [
      segment(0xe0, ascii("JFXX\0\x10 a thumbnail")),
      segment(0xe0, ascii("JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01 a thumbnail")),
      segment(0xe2, ascii("MPF\0 GPS 52.5200N")),
      segment(0xee, ascii("GPS 52.5200N")),
      segment(0xf0, ascii("GPS 52.5200N")),
    ])
      expect(clean(jpegWith(hidden))).toMatchObject({ bytes: JPEG });
    const adobe = jpegWith(segment(0xee, ascii("Adobe\0\x64\0\0\0\0\x01")));
    expect(clean(adobe).bytes).toEqual(adobe);
  });

  it("PNG: neither EXIF, texts, times, private chunks nor what follows its end; the orientation stays", () => {
    const dirty = joined(
      pngWith(
        chunk("eXIf", exif(8)),
        chunk("tEXt", ascii("Author\0Ada")),
        chunk("iTXt", ascii("XML:com.adobe.xmp")),
        chunk("tIME", exif(1)),
      ),
      ascii("GPS 52.5200N"),
    );
    const { bytes, ...picture } = clean(dirty);
    expect(picture).toEqual({ type: "image/png", width: 1, height: 1 });
    for (const text of ["GPS", "Ada", "adobe", "tIME"]) expect([text, has(bytes, text)]).toEqual([text, false]);
    const at = Buffer.from(bytes).indexOf("eXIf");
    expect(orientationIn(bytes.subarray(at + 4))).toBe(8);
    const end = at + 4 + orientationTiff(8).length;
    expect(new DataView(bytes.buffer).getUint32(end)).toBe(crc32(bytes.subarray(at, end)));
    expect(clean(PNG).bytes).toEqual(PNG);
  });

  it("WebP: neither EXIF nor XMP; the orientation stays", () => {
    const picture = WEBP.subarray(12);
    const dirty = webpOf(canvas(0x0c, 40, 30), picture, riff("EXIF", exif(6)), riff("XMP ", ascii("<x:xmpmeta>GPS")));
    const { bytes, ...size } = clean(dirty);
    expect(size).toEqual({ type: "image/webp", width: 30, height: 40 }); // it is turned
    expect([has(bytes, "GPS"), has(bytes, "XMP "), bytes[20]]).toEqual([false, false, 0x08]);
    expect(new DataView(bytes.buffer).getUint32(4, true)).toBe(bytes.length - 8);
    expect(clean(bytes).bytes).toEqual(bytes);
    expect(clean(WEBP)).toEqual({ type: "image/webp", width: 1, height: 1, bytes: WEBP });
    expect(clean(webpOf(canvas(0x0c, 40, 30), picture, riff("EXIF", exif(1)))).bytes[20]).toBe(0);
  });
});

it.each([
  ["JPEG that is cut off", JPEG.subarray(0, -4)],
  ["JPEG without a picture", joined(JPEG.subarray(0, 20), [0xff, 0xd9])],
  ["JPEG with a length beyond its end", joined(JPEG.subarray(0, 2), [0xff, 0xe1, 0xff, 0xff], JPEG.subarray(2))],
  ["three bytes of a JPEG", JPEG.subarray(0, 3)],
  ["PNG that is cut off", PNG.subarray(0, -6)],
  ["PNG without data", joined(PNG.subarray(0, 33), PNG.subarray(-12))],
  ["the signature of a PNG", PNG.subarray(0, 8)],
  ["PNG of 50,001 × 1,000 pixels", pngOf(50_001, 1_000)],
  ["PNG of 4,294,967,295 × 1 pixels", pngOf(4_294_967_295, 1)],
  ["PNG without pixels", pngOf(0, 1)],
  ["WebP that is cut off", WEBP.subarray(0, -4)],
  ["WebP without a picture", webpOf(canvas(0, 4, 3))],
  ["GIF without a size", GIF.subarray(0, 6)],
  ["GIF of 60,000 × 60,000 pixels", joined(GIF.subarray(0, 6), [0x60, 0xea, 0x60, 0xea], GIF.subarray(10))],
  ["GIF with a frame of 60,000 × 60,000 pixels", joined(GIF.subarray(0, 32), [0x60, 0xea, 0x60, 0xea], GIF.subarray(36))],
  ["GIF that is cut off", GIF.subarray(0, -1)],
  ["GIF without a frame", joined(GIF.subarray(0, 19), [0x3b])],
  ["AVIF of 60,000 × 60,000 pixels behind a small one", joined(AVIF, new Uint8Array(70_000), ispe(60_000, 60_000))],
  ["AVIF without a size", joined([0, 0, 0, 16], ascii("ftypavif"), [0, 0, 0, 0])],
])("W38 a picture that cannot be read, or is too large, is refused: %s", (_, bytes) => {
  expect(why(bytes)).toMatchObject(UNREADABLE);
});

it("W38 a picture of 50 megapixels is the largest", () => {
  expect(clean(pngOf(50_000, 1_000))).toMatchObject({ width: 50_000, height: 1_000 });
});

it("W38 random damage to a picture never ends in anything but a picture or a refusal", () => {
  let seed = 1;
  const random = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n;
  const dirty = [
    jpegWith(segment(0xe1, joined(ascii("Exif\0\0"), exif(6)))),
    pngWith(chunk("eXIf", exif(8))),
    webpOf(canvas(0x0c, 40, 30), WEBP.subarray(12), riff("EXIF", exif(6))),
    GIF,
  ];
  for (let round = 0; round < 3_000; round++) {
    const bytes = dirty[round % 4]!.slice();
    for (let n = random(4); n >= 0; n--) bytes[random(bytes.length)] = random(256);
    const result = why(bytes.subarray(0, 1 + random(bytes.length)));
    if ("code" in result) expect(result).toMatchObject(UNREADABLE);
  }
});

describe("W38 the type comes from the first bytes", () => {
  it.each<[string, Uint8Array, string]>([
    ["PNG", PNG, "image/png"],
    ["JPEG", JPEG, "image/jpeg"],
    ["GIF", GIF, "image/gif"],
    ["WebP", WEBP, "image/webp"],
    ["AVIF", AVIF, "image/avif"],
    ["MP4", joined([0, 0, 0, 20], ascii("ftypisom"), [0, 0, 2, 0], ascii("isomvide soun")), "video/mp4"],
    ["MP4 of sound", joined([0, 0, 0, 20], ascii("ftypisom"), [0, 0, 2, 0], ascii("isomsoun")), "audio/mp4"],
    ["WebM", joined([0x1a, 0x45, 0xdf, 0xa3], ascii("B\x82\x84webm V_VP9 A_OPUS")), "video/webm"],
    ["WebM of sound", joined([0x1a, 0x45, 0xdf, 0xa3], ascii("B\x82\x84webm A_OPUS")), "audio/webm"],
    ["another Matroska", joined([0x1a, 0x45, 0xdf, 0xa3], ascii("B\x82\x88matroska")), "application/octet-stream"],
    ["MP3 with tags", ascii("ID3\x04"), "audio/mpeg"],
    ["MP3", Uint8Array.from([0xff, 0xfb, 0x90, 0]), "audio/mpeg"],
    ["Ogg", ascii("OggS"), "audio/ogg"],
    ["WAV", ascii("RIFF\x24\0\0\0WAVEfmt "), "audio/wav"],
    ["QuickTime", joined([0, 0, 0, 20], ascii("ftypqt  "), [0, 0, 0, 0], ascii("qt  ")), "application/octet-stream"],
    ["PDF", ascii("%PDF-1.7"), "application/octet-stream"],
    ["SVG", ascii('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), "application/octet-stream"],
    ["HTML", ascii("<!doctype html><script>alert(1)</script>"), "application/octet-stream"],
    ["one byte", ascii("x"), "application/octet-stream"],
  ])("%s", (_, bytes, type) => expect(clean(bytes).type).toBe(type));
});

function pngOf(width: number, height: number): Uint8Array {
  const bytes = PNG.slice();
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
}
