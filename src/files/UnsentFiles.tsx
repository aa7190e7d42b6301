/** The files of an unsent message, from the bytes that the outbox keeps, and the progress of their upload. */
import { Show, untrack } from "solid-js";
import type { UnsentFile, UnsentMessage } from "~/channel/unsent-messages";
import { onDemandStrings, strings } from "~/strings/current";
import { blobUrl } from "./blob-url";
import { pictureSize } from "./picture-size";
import { uploadOf } from "./upload-progress";
import "./UnsentFiles.css";

export function UnsentFiles(props: { files: readonly UnsentFile[] }) {
  const files = untrack(() => props.files); // only their ids change
  return (
    <ul class="files unsent-files">
      {files.map((file) => (
        <li>{shown(file, files.length)}</li>
      ))}
    </ul>
  );
}

/** How much of them is uploaded, if that is going on. */
export function UploadProgress(props: { message: UnsentMessage }) {
  return (
    <Show when={uploadOf(props.message.cid)}>
      {(upload) => (
        <progress
          class="upload-progress"
          aria-label={onDemandStrings().attachments.progress}
          max={props.message.files!.reduce((sum, { blob }) => sum + blob.size, 0)}
          value={upload().sent}
        />
      )}
    </Show>
  );
}

function shown(file: UnsentFile, count: number) {
  const { blob, name, alt } = file;
  if (file.width === undefined)
    return (
      <p class="file">
        <bdi lang="">{name}</bdi> <span class="quiet">{strings().files.size(blob.size)}</span>
      </p>
    );
  const { width, height } = pictureSize(file, count);
  return (
    <span class="picture">
      <canvas width={width} height={height} />
      <img src={blobUrl(blob)} alt={alt || name} />
    </span>
  );
}
