/** Staff for tests: a channel with an owner, and hosts. */
import type { Welcome } from "../../../src/shared/protocol";
import { type Identity, peerUrl } from "../../../worker/peer";
import { newSecret } from "../../../worker/identity/public-id";
import { join, TestPeer } from "./peer";
import { channelOf } from "./stored";

/** Connects to a channel's object as the router would: with an identity that the router alone can give. */
export async function joinAs(identity: Partial<Identity> & { channel: string }): Promise<TestPeer> {
  const url = peerUrl({ user: newSecret().slice(0, 16), ...identity });
  const { webSocket } = await channelOf(identity.channel).fetch(url, { headers: { Upgrade: "websocket" } });
  const peer = new TestPeer(webSocket!, "");
  const first = await Promise.race([peer.next(), peer.closed]);
  if (!("t" in first) || first.t !== "welcome") throw new Error(`no welcome: ${JSON.stringify(first)}`);
  peer.welcome = first.d as Welcome;
  return peer;
}

export const joinAsHost = (channel: string) => joinAs({ channel, name: "Host", isHost: true });

/** A channel with an owner, Ada, and somebody else, Ben. Ada has written the message 1. */
export async function startedChannel(channel: string): Promise<[owner: TestPeer, other: TestPeer]> {
  const [owner, other] = [await join(channel, { name: "Ada" }), await join(channel, { name: "Ben" })];
  await owner.sendMessage("first");
  await owner.nextOf("you");
  return [owner, other];
}

/** The code and the reason of the error that answers an event; the type of the answer if it is not an error. */
export async function errorOf(peer: TestPeer, event: { t: string; d?: unknown }): Promise<string | [string, string | undefined]> {
  const { t, d } = await peer.ask(event);
  return t === "error" ? [d.code, d.reason] : t;
}
