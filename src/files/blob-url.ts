/** The address of bytes that this page has, for as long as the calling component lives. */
import { onCleanup } from "solid-js";

export function blobUrl(blob: Blob): string {
  const url = URL.createObjectURL(blob);
  onCleanup(() => URL.revokeObjectURL(url));
  return url;
}
