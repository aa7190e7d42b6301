/** Files that people paste, drop and choose. */
import type { Visitor } from "./people.ts";

export interface TestFile {
  name: string;
  /** Pixels, of a picture that is drawn. */
  width?: number;
  height?: number;
  /** Of another file. */
  bytes?: number;
}

/** Hands files to the page as the browser does: by a paste, or a drop onto the list. The part that takes them is loaded after the page. */
export async function gives(who: Visitor, by: "paste" | "drop", ...files: TestFile[]): Promise<void> {
  await who.page.locator(".composer-count").waitFor({ state: "attached" });
  await who.page.evaluate(
    async ([by, files]) => {
      const dataTransfer = new DataTransfer();
      for (const { name, width, height = 0, bytes = 0 } of files) {
        const content: BlobPart = width === undefined ? new Uint8Array(bytes) : await picture(width, height);
        const type = width === undefined ? "application/octet-stream" : "image/png";
        dataTransfer.items.add(new File([content], name, { type }));
      }
      const init = { bubbles: true, cancelable: true };
      const event =
        by === "paste"
          ? new ClipboardEvent("paste", { ...init, clipboardData: dataTransfer })
          : new DragEvent("drop", { ...init, dataTransfer });
      document.querySelector(by === "paste" ? ".composer-text" : ".scroller")!.dispatchEvent(event);

      /** A sunset. */
      async function picture(width: number, height: number): Promise<Blob> {
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext("2d")!;
        const sky = context.createLinearGradient(0, 0, width / 4, height);
        sky.addColorStop(0, "#2b3a67");
        sky.addColorStop(0.7, "#e8a87c");
        sky.addColorStop(1, "#41b3a3");
        context.fillStyle = sky;
        context.fillRect(0, 0, width, height);
        context.fillStyle = "#fff3d6";
        context.beginPath();
        context.arc(width * 0.7, height * 0.6, Math.min(width, height) / 9, 0, 7);
        context.fill();
        return canvas.convertToBlob();
      }
    },
    [by, files] as const,
  );
}

/** Gives files as `gives` does, and waits until they are attached. */
export async function attaches(who: Visitor, by: "paste" | "drop", ...files: TestFile[]): Promise<void> {
  const attached = who.page.getByRole("button", { name: who.words.attachments.remove("").trim() });
  const before = await attached.count();
  await gives(who, by, ...files);
  await attached.nth(before + files.length - 1).waitFor();
}
