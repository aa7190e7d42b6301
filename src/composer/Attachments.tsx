/** The files that are attached to the new message, above the text box: each with a button that removes it, a picture with its description. */
import X from "lucide/dist/esm/icons/x.mjs";
import { Key } from "@solid-primitives/keyed";
import { createEffect, createMemo, For, on, Show, untrack } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { blobUrl } from "~/files/blob-url";
import { prepare } from "~/files/prepare";
import { focusComposer } from "~/keyboard/focus";
import { MAX_ALT, MAX_FILE_SIZE, MAX_FILES } from "~/shared/protocol";
import { onDemandStrings, strings } from "~/strings/current";
import { refusalText } from "~/strings/refusal-text";
import { Icon } from "~/ui/Icon";
import { useComposer } from "./ComposerProvider";
import "./Attachments.css";

const words = () => onDemandStrings().attachments;

export function Attachments() {
  const channel = useChannel();
  const composer = useComposer();

  /** Attaches a file, or returns why that is not possible. */
  const attach = async (file: File): Promise<string | undefined> => {
    const { reasons } = onDemandStrings();
    const { files } = channel.settings();
    const readOnly = channel.readOnly();
    if (readOnly) return refusalText({ code: "forbidden", ...readOnly });
    if (files === "none") return reasons.no_files;
    if (files === "staff" && !channel.you().role) return reasons.files_for_staff;
    if (composer.files().length >= MAX_FILES) return reasons.bad_files;
    const prepared = await prepare(file).catch(() => undefined);
    const why = prepared ? sizeProblem(prepared.blob) : words().unreadable;
    if (why) return words().refused(file.name, why);
    composer.setFiles((files) => [...files, prepared!]);
    return undefined;
  };
  const next = createMemo(() => composer.picked()[0]);
  createEffect(
    on(next, async (file) => {
      if (!file) return;
      const problem = await attach(file);
      if (problem) composer.setProblem(problem);
      composer.setPicked((files) => files.slice(1));
    }),
  );
  /** The focus moves to the next attachment's button, from the last one to the text box. */
  const remove = (index: number, button: HTMLElement) => {
    const buttons = [...button.closest("ul")!.querySelectorAll("button")];
    const next = buttons[index + 1] ?? buttons[index - 1];
    if (next) next.focus();
    else focusComposer();
    composer.setFiles((files) => files.toSpliced(index, 1));
  };
  const describe = (index: number, alt: string) => composer.setFiles((files) => files.with(index, { ...files[index]!, alt }));

  return (
    <ul class="attachments" aria-label={words().label}>
      <Key each={composer.files()} by={({ blob }) => blob}>
        {(file, index) => {
          const url = blobUrl(untrack(file).blob);
          return (
            <li class="attachment">
              <Show when={file().width !== undefined}>
                <img class="attachment-picture" src={url} alt="" />
              </Show>
              <div class="attachment-about">
                <span class="attachment-name">
                  <bdi lang="">{file().name}</bdi> <span class="quiet">{strings().files.size(file().blob.size)}</span>
                </span>
                <Show when={file().width !== undefined}>
                  <input
                    class="attachment-alt"
                    value={file().alt}
                    maxLength={MAX_ALT}
                    placeholder={words().describe}
                    dir={file().alt ? "auto" : undefined} // the placeholder is in the page's direction
                    lang=""
                    aria-label={words().alt(file().name)}
                    onInput={({ currentTarget }) => describe(index(), currentTarget.value)}
                    onKeyDown={(event) => {
                      if (event.key !== "Enter" || event.isComposing) return;
                      event.preventDefault(); // the form would be submitted, and the page loaded again
                      composer.submit();
                    }}
                  />
                </Show>
              </div>
              <button
                type="button"
                class="icon-button"
                aria-label={words().remove(file().name)}
                title={words().remove(file().name)}
                onClick={({ currentTarget }) => remove(index(), currentTarget)}
              >
                <Icon of={X} size={16} />
              </button>
            </li>
          );
        }}
      </Key>
      <For each={composer.picked()}>
        {(file) => (
          <li class="attachment quiet">
            <bdi lang="">{file.name}</bdi>
          </li>
        )}
      </For>
    </ul>
  );
}

function sizeProblem({ size }: Blob): string | undefined {
  const { empty_file, large_file } = onDemandStrings().reasons;
  if (size === 0) return empty_file;
  return size > MAX_FILE_SIZE ? large_file : undefined;
}
