/** The preview of a message's link: what its page says of itself (W38). Its height is the same without a picture, or before it has come. */
import { Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { fileHref } from "~/shared/file-link";
import type { LinkPreview as Preview } from "~/shared/protocol";

export function LinkPreview(props: { preview: Preview }) {
  const channel = useChannel();
  return (
    <>
      <Show when={props.preview.image}>
        {(image) => <img src={fileHref(channel.name, { id: image().id, name: "preview" })} alt="" loading="lazy" />}
      </Show>
      <small>{new URL(props.preview.url).host}</small>
      <a href={props.preview.url} dir="auto" target="_blank" rel="noopener noreferrer nofollow ugc">
        {props.preview.title}
      </a>
      <p dir="auto">{props.preview.description}</p>
    </>
  );
}
