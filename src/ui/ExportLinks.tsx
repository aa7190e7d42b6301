/** Links to the history of a channel as a file (W34). */
import { For } from "solid-js";
import { pathOf } from "~/shared/channel-name";
import { onDemandStrings } from "~/strings/current";
import "./ExportLinks.css";

const FORMATS = ["html", "md", "json"] as const;

export function ExportLinks(props: { channel: string }) {
  const words = () => onDemandStrings().exportLinks;
  return (
    <p class="export-links quiet">
      {words().title}:{" "}
      <For each={FORMATS}>
        {(format) => (
          // `download` leaves the link to the browser: an error does not replace the page. The Worker names the file
          <a href={`/api/export${pathOf(props.channel)}?format=${format}`} download={format} dir="auto">
            {words()[format]}
          </a>
        )}
      </For>
    </p>
  );
}
