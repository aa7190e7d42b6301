/** The size in which a picture is shown in the list: a canvas behind it has this size, and reserves the space before it has loaded. */

/** CSS pixels: of a picture alone, and of one among others. */
const MAX_HEIGHT = 320;
const MAX_HEIGHT_OF_SEVERAL = 176;

/** `count` is the number of the message's files. */
export function pictureSize(picture: { width?: number; height?: number }, count: number): { width: number; height: number } {
  const { width = MAX_HEIGHT, height = MAX_HEIGHT } = picture;
  const scale = Math.min(1, (count > 1 ? MAX_HEIGHT_OF_SEVERAL : MAX_HEIGHT) / height);
  return { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
}
