/** A channel in which others talk, without a server: only what readers of its timeline need. */
import { createSignal } from "solid-js";
import type { Message } from "../../../src/shared/protocol";
import { ADA, BEN, message } from "./channel-page";

export function createTalk(name: string) {
  const [messages, setMessages] = createSignal<readonly Message[]>([message(1)]);
  return {
    name,
    timeline: () => ({ epoch: "e", messages: messages(), more: false, skipped: undefined }) as never,
    people: () => ({ you: ADA, n: 2, users: [ADA, BEN] }),
    /** Ben's message arrives. */
    arrives: (text: string): void =>
      void setMessages((before) => [...before, message(before.length + 1, { user: BEN, text, at: Date.now() })]),
  };
}
