/** The previews of links in the channel's messages (W38): the object beside it fetches them, and calls `add` some time later. */
import { firstLinkIn } from "../../src/markdown/parse";
import type { LinkPreview, Message } from "../../src/shared/protocol";
import { arePreviewsOn, type Env } from "../env";
import type { Files } from "../files/Files";
import { logError } from "../log";
import type { MessageStore } from "../storage/messages";
import type { SettingsStore } from "../storage/settings-store";
import type { Session } from "./Session";

export class ChannelPreviews {
  #env: Env;
  #store: () => DurableObjectStub<Files>;
  #messages: MessageStore;
  #settings: () => SettingsStore["current"];

  constructor(env: Env, store: () => DurableObjectStub<Files>, messages: MessageStore, settings: () => SettingsStore["current"]) {
    this.#env = env;
    this.#store = store;
    this.#messages = messages;
    this.#settings = settings;
  }

  /** Lets the preview of a message's first link be fetched, if it is to have one. */
  ask({ channel, place }: Session, { user, cid, text, preview }: Message): void {
    if (preview || !this.#areOn()) return;
    const url = firstLinkIn(text);
    if (url === undefined) return;
    this.#store()
      .preview({ channel, user: user.id, place, cid, url })
      .catch((error: unknown) => logError("preview", error));
  }

  /** The message with its preview. Undefined if it is not to have this one any more. */
  add(user: string, cid: string, preview: LinkPreview): Message | undefined {
    return this.#areOn() ? this.#messages.addPreview(user, cid, preview, (text) => firstLinkIn(text) === preview.url) : undefined;
  }

  #areOn(): boolean {
    return arePreviewsOn(this.#env) && this.#settings().previews === "on";
  }
}
