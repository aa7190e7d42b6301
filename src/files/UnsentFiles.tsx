/** The files of an unsent message, from the bytes that the outbox keeps, and how much of them is uploaded. */
import { Index, Show, untrack } from "solid-js";
import type { UnsentFile } from "~/channel/unsent-messages";
import { onDemandStrings, strings } from "~/strings/current";
import { blobUrl } from "./blob-url";
import { pictureSize } from "./picture-size";
import { uploadOf } from "./upload-progress";
import "./UnsentFiles.css";

export function UnsentFiles(props: { cid: string; files: readonly UnsentFile[] }) {
  return (
    <>
      <ul class="files unsent-files">
        <Index each={props.files}>
          {(file) => (
            <li>
              {untrack(() => {
                const { blob, name, alt, width } = file(); // they stay the same
                return width === undefined ? (
                  <p class="file">
                    <bdi lang="">{name}</bdi> <span class="quiet">{strings().files.size(blob.size)}</span>
                  </p>
                ) : (
                  <span class="picture">
                    <img src={blobUrl(blob)} alt={alt || name} {...pictureSize(file(), props.files.length)} />
                  </span>
                );
              })}
            </li>
          )}
        </Index>
      </ul>
      <Show when={uploadOf(props.cid)}>
        {(upload) => (
          <progress
            class="upload-progress"
            aria-label={onDemandStrings().attachments.progress}
            max={props.files.reduce((sum, { blob }) => sum + blob.size, 0)}
            value={upload().sent}
          />
        )}
      </Show>
    </>
  );
}
