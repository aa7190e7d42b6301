/** The line under the channel's name, if the channel has a topic, pinned messages or rules of its own (W24). It opens them in full. */
import Info from "lucide/dist/esm/icons/info.mjs";
import Lock from "lucide/dist/esm/icons/lock.mjs";
import Pin from "lucide/dist/esm/icons/pin.mjs";
import { createEffect, For, onCleanup, Show } from "solid-js";
import { removeBefore } from "~/channel/remove-before";
import { useChannel, useViewport } from "~/channel/ChannelProvider";
import { Markdown } from "~/markdown/Markdown";
import { plainTextOf } from "~/markdown/parse";
import { PersonName } from "~/people/PersonName";
import { onDemandStrings } from "~/strings/current";
import { Icon } from "~/ui/Icon";
import { serverTime } from "~/ui/server-time";
import "./ChannelInfo.css";

const words = () => onDemandStrings().channelInfo;

/** The channel deletes old messages without an event, so each page does it, too. */
const REMOVE_OLD_EVERY = 60_000; // ms

export function ChannelInfo() {
  const channel = useChannel();
  const { name, settings } = channel;
  const viewport = useViewport();
  let popover!: HTMLDialogElement;

  createEffect(() => {
    const { keep } = settings();
    if (keep === 0) return;
    const removeOld = () => removeBefore(channel, serverTime() - keep * 1_000);
    removeOld();
    const timer = setInterval(removeOld, REMOVE_OLD_EVERY);
    onCleanup(() => clearInterval(timer));
  });

  const rules = () => {
    const { read, write, slow, keep } = settings();
    return [
      read === "members" && words().private,
      write === "known" && words().known,
      write === "staff" && words().staff,
      slow > 0 && words().slow(slow),
      keep > 0 && words().keep(keep),
    ].filter((rule) => rule !== false);
  };
  const pins = () => settings().quotes ?? [];
  const line = () => plainTextOf(settings().topic) || words().title;
  const jumpTo = (id: number) => {
    popover.hidePopover();
    viewport.scrollTo(id);
  };

  return (
    <>
      <button type="button" class="head-line" popovertarget="channel-info" title={line()}>
        <span class="for-ears">{words().open(pins().length)}. </span>
        <Show when={settings().read === "members"}>
          <Icon of={Lock} size={14} />
        </Show>
        <Show when={pins().length} keyed fallback={<Icon of={Info} size={14} />}>
          {(n) => (
            <span class="head-pins" aria-hidden="true">
              <Icon of={Pin} size={14} />
              {n}
            </span>
          )}
        </Show>
        <Show when={line()} keyed>
          {(line) => (
            <bdi class={settings().topic ? "head-topic" : "head-no-topic"} lang={settings().topic ? "" : undefined}>
              {line}
            </bdi>
          )}
        </Show>
      </button>
      <dialog id="channel-info" ref={popover} class="channel-info" popover="auto" aria-label={words().title}>
        <h2>
          <bdi dir="ltr" lang="">
            /{name}
          </bdi>
        </h2>
        <Show when={settings().topic} keyed>
          {(topic) => (
            <div class="text" lang="" dir="auto">
              <Markdown text={topic} you="" />
            </div>
          )}
        </Show>
        <Show when={rules().length > 0}>
          <ul class="channel-rules">
            <For each={rules()}>{(rule) => <li>{rule}</li>}</For>
          </ul>
        </Show>
        <Show when={pins().length > 0}>
          <h3>{words().pins}</h3>
          <ul>
            <For each={pins()}>
              {({ id, user, text }) => (
                <li>
                  <button type="button" class="channel-pin" onClick={() => jumpTo(id)}>
                    <PersonName user={user} />
                    <span class="channel-pin-text" lang="" dir="auto">
                      {plainTextOf(text)}
                    </span>
                  </button>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </dialog>
    </>
  );
}
