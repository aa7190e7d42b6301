/** The files of a message: pictures, whose space is reserved; players for sound and video; links to everything else. */
import { createMemo, Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { fileHref } from "~/shared/file-link";
import type { MessageFile, StoredFile } from "~/shared/protocol";
import { strings } from "~/strings/current";
import { isPlainClick } from "~/ui/navigation";
import { pictureSize } from "./picture-size";
import "./MessageFiles.css";

export function MessageFiles(props: { files: readonly MessageFile[] | undefined }) {
  const channel = useChannel();
  // Equal files are the same ones: a reaction to their message must not stop a video
  const files = createMemo(() => props.files, undefined, { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  return (
    <Show when={files()} keyed>
      {(files) => (
        <ul class="files">
          {files.map((file) => (
            <li>
              {"gone" in file ? (
                <p class="file quiet">
                  <bdi lang="">{file.name}</bdi> {strings().files.gone}
                </p>
              ) : (
                shown(file, fileHref(channel.name, file), files.length)
              )}
            </li>
          ))}
        </ul>
      )}
    </Show>
  );
}

function shown(file: StoredFile, href: string, count: number) {
  const { name, alt, preview } = file;
  const { width, height } = pictureSize(file, count);
  switch (file.type.split("/")[0]) {
    case "image":
      return (
        <a class="picture" href={href} ref={(link) => enhance(link, preview)}>
          <canvas width={width} height={height} />
          <img src={href} alt={alt || name} loading="lazy" decoding="async" />
        </a>
      );
    case "audio":
      // oxlint-disable-next-line jsx-a11y/media-has-caption -- people upload none
      return <audio src={href} aria-label={name} controls preload="metadata" />;
    case "video":
      // oxlint-disable-next-line jsx-a11y/media-has-caption -- people upload none
      return <video src={href} aria-label={name} controls preload="metadata" />;
  }
  return (
    <a class="file" href={href} download={name}>
      <bdi lang="">{name}</bdi> <span class="quiet">{strings().files.size(file.size)}</span>
    </a>
  );
}

/** Paints the blur hash, and opens the viewer at a click, also at one before that is loaded. */
function enhance(link: HTMLAnchorElement, preview: string): void {
  const loaded = import("./picture").then(({ enhancePicture }) => enhancePicture(link, preview));
  link.addEventListener("click", (event) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    loaded.then((open) => open()).catch(() => location.assign(link.href));
  });
}
