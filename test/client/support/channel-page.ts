/** A channel's page without a screen: the real state, outbox and socket, and a server whose frames the test sends. */
import { createRoot } from "solid-js";
import { onTestFinished, vi } from "vitest";
import { createChannel } from "../../../src/channel/create-channel";
import { createViewport, type TimelineView } from "../../../src/channel/create-viewport";
import { createComposer, type TextBox } from "../../../src/composer/create-composer";
import type { ClientEvent, Message, Refusal, ServerEvent, Snapshot } from "../../../src/shared/protocol";
import { StrongSocket } from "../../../src/socket/StrongSocket";
import { createToasts } from "../../../src/toasts/create-toasts";
import { FakeServer, type welcome } from "./fake-server";

export const ADA = { id: "u1", name: "Ada" };
export const BEN = { id: "u2", name: "Ben" };

let pages = 0;

export type ChannelPage = Awaited<ReturnType<typeof openPage>>;

/** Opens the page of a channel that no other test uses. `typed` is what the user typed before the script had loaded. */
export async function openPage({
  snapshot,
  refusal,
  typed = "",
}: { snapshot?: Snapshot; refusal?: Refusal; typed?: string } = {}) {
  const server = new FakeServer();
  const name = `test/${++pages}`;
  const view = {
    isAtEnd: vi.fn<() => boolean>(() => true),
    scrollTo: vi.fn<(id: number) => void>(),
    showSent: vi.fn<() => void>(),
  };
  const box = { value: typed, focus: vi.fn<() => void>() } satisfies TextBox;
  const parts = createRoot((dispose) => {
    onTestFinished(dispose);
    const socket = StrongSocket.create(name, { origin: "https://chat.example", random: () => 0, WebSocket: server.WebSocket });
    const toasts = createToasts();
    const viewport = createViewport();
    viewport.attach(view satisfies TimelineView);
    const channel = createChannel(socket, snapshot, viewport, toasts, refusal);
    const composer = createComposer(channel, viewport);
    onTestFinished(() => socket.close());
    return { socket, toasts, channel, composer };
  });
  await vi.waitFor(() => refusal ?? server.latest); // effects have run: the socket connects, the outbox loads
  createRoot((dispose) => {
    onTestFinished(dispose);
    parts.composer.attach(box);
  });
  return {
    ...parts,
    name,
    server,
    view,
    box,
    /** The events that the client has sent, without their refs. */
    sent: (): ClientEvent[] => server.sockets.flatMap(({ sent }) => sent.filter((frame) => frame !== "ping").map(withoutRef)),
    /** The ref of the latest event. */
    latestRef: (): string | undefined => (JSON.parse(server.latest.sent.at(-1)!) as ClientEvent).ref,
    /** Lets the client in, and waits until its outbox may send. */
    async online(d: Parameters<typeof welcome>[0] = {}): Promise<void> {
      server.welcome({ you: ADA, ...d });
      await vi.waitFor(() => {
        if (parts.socket.status !== "online") throw new Error("not online");
      });
    },
    /** One frame from the server. */
    say: (...events: ServerEvent[]): void => void server.latest.say(...events).flush(),
    texts: (): string[] => parts.channel.timeline().messages.map(({ text }) => text),
    /** Types a text and presses Enter. */
    write(text: string): void {
      box.value = text;
      parts.composer.changed();
      parts.composer.submit();
    },
  };
}

/** The message `id` of `user`, as it was created unless `state` says otherwise. */
export function message(id: number, state: Partial<Message> = {}): Message {
  return { id, seq: id, cid: `c${id}`, user: ADA, text: `message ${id}`, at: id, ...state };
}

/** The event with which everyone gets a message's state. */
export function stateOf(message: Message): ServerEvent {
  return { t: "chat", seq: message.seq, d: message };
}

function withoutRef(frame: string): ClientEvent {
  const { ref: _ref, ...event } = JSON.parse(frame) as ClientEvent;
  return event;
}
