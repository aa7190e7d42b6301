/** Gets a file ready to be sent: a picture is scaled down and encoded anew, which drops its metadata, and gets a blur hash. */
import { encode } from "blurhash";
import type { UnsentFile } from "~/channel/unsent-messages";

const MAX_SIDE = 2_560; // pixels
const QUALITY = 0.85;
/** The picture that the blur hash is made of, and the hash's components. */
const BLUR_SIDE = 32; // pixels
const BLUR = { x: 4, y: 3 };
/** Those that lose nothing but their metadata when they are encoded as they were, if that is small enough. */
const LOSSLESS = "image/png";
const ANIMATED = "image/gif";

/** Rejects if the file cannot be read. Of a folder, that is so. */
export async function prepare(file: File): Promise<UnsentFile> {
  const bytes = new Blob([await file.arrayBuffer()], { type: file.type }); // now: the file may change later
  const unchanged = { blob: bytes, name: file.name, alt: "", preview: "" };
  const isPicture = file.type.startsWith("image/") && file.type !== "image/svg+xml";
  const picture = isPicture && (await createImageBitmap(bytes, { imageOrientation: "from-image" }).catch(() => undefined));
  if (!picture) return unchanged;
  const scale = Math.min(1, MAX_SIDE / Math.max(picture.width, picture.height));
  const canvas = drawn(picture, Math.round(picture.width * scale), Math.round(picture.height * scale));
  const blob = file.type === ANIMATED ? bytes : await encoded(canvas, file.type);
  const small = drawn(picture, BLUR_SIDE, BLUR_SIDE);
  const preview = encode(
    small.getContext("2d")!.getImageData(0, 0, BLUR_SIDE, BLUR_SIDE).data,
    BLUR_SIDE,
    BLUR_SIDE,
    BLUR.x,
    BLUR.y,
  );
  const { width, height } = file.type === ANIMATED ? picture : canvas;
  picture.close();
  return { blob, name: nameFor(file.name, blob.type), alt: "", preview, width, height };
}

function drawn(picture: ImageBitmap, width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
  const context = canvas.getContext("2d")!;
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** As WebP, or as JPEG where the browser writes no WebP; a screenshot as PNG, if that is smaller. */
async function encoded(canvas: OffscreenCanvas, type: string): Promise<Blob> {
  const webp = await canvas.convertToBlob({ type: "image/webp", quality: QUALITY }); // PNG, where it is unknown
  if (type !== LOSSLESS)
    return webp.type === "image/webp" ? webp : canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
  const png = await canvas.convertToBlob({ type });
  return png.size <= webp.size ? png : webp;
}

/** The name with the ending of its new type. */
export function nameFor(name: string, type: string): string {
  const ending = `.${type.slice("image/".length).replace("jpeg", "jpg")}`;
  const isRight = name
    .toLowerCase()
    .replace(/\.jpeg$/, ".jpg")
    .endsWith(ending);
  return isRight ? name : name.replace(/(?<=.)\.[^.]*$|$/, ending);
}
