/** A channel: the Durable Object of one path. It holds the channel's peers, stores what they say, and relays it. */
import { DurableObject } from "cloudflare:workers";
import type { Message as Frame, Peer } from "crossws";
import crossws from "crossws/adapters/cloudflare";
import {
  CLOSE,
  LIMITS,
  MAX_BAD_FRAMES,
  MAX_PEERS_OF_USER,
  MAX_RATE_LIMITED,
  PING_SILENCE,
  parse,
  type ErrorCode,
  type Refusal,
  type Snapshot,
  type User,
} from "../src/protocol";
import { Conversation } from "./Conversation";
import { type Env, limitsScale } from "./env";
import { FanOut } from "./fan-out";
import { History } from "./history";
import { logError } from "./log";
import { Member } from "./Member";
import { type Identity, endOf, identityOf, peerUrl } from "./peer";
import { Presence } from "./presence";
import { Refused } from "./Refused";
import { IS_RECENT } from "./runtime";
import { Timers } from "./timers";
import { Welcomes } from "./welcome";

/** Refusals of what no client should have sent, as against those that anyone may meet. */
const BAD_FRAME: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["bad_frame", "unknown_type", "invalid", "empty", "too_long"]);

const BREATHE_EVERY = 16; // frames that are not wanted
const TIDY_EVERY = 30_000; // ms, at most, and only when something else has woken the object

export class Channel extends DurableObject<Env> {
  #history: History;
  #welcomes: Welcomes;
  #conversation: Conversation;
  #timers = new Timers();
  #fanOut = new FanOut(() => this.ctx.getWebSockets(), this.#timers);
  #presence = new Presence((event) => this.#fanOut.send(event), this.#timers);
  #members = new Map<string, Member>();
  #tidiedAt = 0;
  /** Frames that were refused or not heard. */
  #unwanted = 0;

  /** One adapter an object: one shared by the module would mix the sockets of all channels in the isolate. */
  #ws = crossws({
    hooks: {
      open: (peer) => this.#open(peer),
      message: (peer, frame) => this.#message(peer, frame),
      close: (peer) => this.#close(peer.id, identityOf(peer.request.url)),
      error: (_peer, error) => logError("socket", error), // crossws 0.4.17 never calls it in an object: see webSocketError
    },
  });

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
    const peers = ctx.getWebSockets().map(endOf);
    this.#history = new History(ctx.storage, peers[0]?.identity.told ?? crypto.randomUUID().slice(0, 8));
    this.#welcomes = new Welcomes(this.#history);
    this.#conversation = new Conversation(this.#history, this.#presence, this.#fanOut, limitsScale(env));
    for (const { id, identity } of peers) this.#restore(id, identity);
  }

  /** RPC: the channel's latest state as `user` sees it; a page is rendered from it. */
  snapshot(user: string, name?: string): Snapshot {
    return { ...this.#state(this.#conversation.user(user, name)), ...this.#history.latest() };
  }

  /** RPC: how many messages of others came after `id`, the last one that `user` has read of the history named `epoch`. */
  unread(user: string, epoch: string, id: number): { n: number } {
    return { n: this.#history.unread(user, epoch === this.#history.epoch ? id : 0) };
  }

  override fetch(request: Request): Promise<Response> {
    const url = peerUrl({ ...identityOf(request.url), told: this.#history.epoch });
    return this.#ws.handleDurableUpgrade(this, new Request(url, request)) as Promise<Response>;
  }

  override webSocketMessage(socket: WebSocket, frame: ArrayBuffer | string): Promise<void> | void {
    this.#fanOut.measure();
    const member = this.#members.get(endOf(socket).id);
    if (!member || member.ended) return this.#breathe(); // its last frames: of a flood there are many
    return this.#ws.handleDurableMessage(this, socket, frame).catch((error: unknown) => logError("message", error));
  }

  override async webSocketClose(socket: WebSocket, code: number, reason: string, wasClean: boolean): Promise<void> {
    await this.#ws.handleDurableClose(this, socket, code, reason, wasClean);
    // crossws leaves the client's close unanswered; 1005, 1006 and 1015 stand for the lack of a code and may not be sent
    if (code === 1005 || code === 1006 || code === 1015) socket.close();
    else socket.close(code, reason);
  }

  override async webSocketError(socket: WebSocket, error: unknown): Promise<void> {
    logError("socket", error);
    await this.#ws.handleDurableClose(this, socket, 1006, "", false);
  }

  /** The history has asked for it: there is more than a channel keeps. */
  override alarm(): void {
    try {
      this.#history.trim();
    } catch (error) {
      logError("alarm", error);
      throw error; // so that the runtime tries again
    }
  }

  #open(peer: Peer): void {
    const identity = identityOf(peer.request.url);
    const member = new Member(identity.user);
    this.#members.set(peer.id, member);
    try {
      if (this.#presence.peersOf(identity.user) >= MAX_PEERS_OF_USER * limitsScale(this.env))
        return this.#end(
          peer,
          member,
          CLOSE.tooManyPeers,
          "This channel is open too many times. Close one of the others, then reload.",
        );
      this.#tidy();
      const known = this.#presence.get(identity.user)?.name ?? this.#history.nameOf(identity.user);
      const you = this.#conversation.user(identity.user, identity.name);
      this.#presence.join(peer.id, you);
      this.#fanOut.sendTo(peer, this.#welcomes.json(identity, this.#state(you)), true);
      if (known !== undefined && known !== you.name) this.#conversation.rename(you);
    } catch (error) {
      logError("open", error);
      this.#end(peer, member, CLOSE.tryLater, "The channel cannot be opened right now."); // or the accepted socket would leak
    }
  }

  #message(peer: Peer, { rawData }: Frame): void {
    const member = this.#members.get(peer.id)!;
    const frame = rawData as string | ArrayBuffer;
    if (byteLength(frame) > LIMITS.frame)
      return this.#end(peer, member, CLOSE.frameTooBig, `A frame has at most ${LIMITS.frame} bytes.`);
    const event = parse(frame);
    if ("code" in event) return this.#refuse(peer, member, event);
    const cid = event.t === "chat" ? event.d.cid : undefined;
    try {
      this.#tidy();
      this.#conversation.take(peer, member, event);
    } catch (error) {
      if (error instanceof Refused) return this.#refuse(peer, member, error.refusal(cid));
      logError("storage", error, { t: event.t });
      this.#refuse(peer, member, new Refused("storage", "That could not be stored. Try again.").refusal(cid));
    }
  }

  #close(id: string, identity: Identity): void {
    // A close that wakes the object is of a socket that the runtime no longer lists: it is counted in, then out
    const member = this.#members.get(id) ?? this.#restore(id, identity);
    this.#members.delete(id);
    if (!member.ended) this.#presence.leave(id, member.user);
  }

  /** Closes a peer, and hears it no more. */
  #end(peer: { id: string; close: Peer["close"] }, member: Member, code: number, reason: string): void {
    this.#fanOut.hurry();
    peer.close(code, reason);
    member.ended = true;
    this.#presence.leave(peer.id, member.user);
  }

  #restore(id: string, { user, name }: Identity): Member {
    const member = new Member(user);
    this.#members.set(id, member);
    this.#presence.restore(id, this.#conversation.user(user, this.#history.nameOf(user) ?? name));
    return member;
  }

  #refuse(peer: Peer, member: Member, refusal: Refusal): void {
    this.#breathe();
    this.#conversation.answer(peer, { t: "error", d: refusal });
    if (BAD_FRAME.has(refusal.code) && member.badFrames.count() >= MAX_BAD_FRAMES)
      this.#end(peer, member, CLOSE.badFrames, "Too many frames that this channel cannot take.");
    if (refusal.code === "rate_limited" && member.hasty.count() >= MAX_RATE_LIMITED)
      this.#end(peer, member, CLOSE.badFrames, "Too much at once, again and again.");
  }

  /**
   * Lets the others be heard. workerd looks for what has arrived only when nothing is ready to run, and the next frame of a peer
   * that floods always is: so of what is not wanted, every so often one closes the object's gate for a moment. No timer of ours may
   * be due meanwhile, nor be set in there: timers run one after another, each under the gate of where it was set, so the one
   * inside would wait for ours, and ours for the gate. (`scheduler.wait` would do as well, but costs more.)
   */
  #breathe(): void {
    if (++this.#unwanted % BREATHE_EVERY !== 0 || this.#timers.isHeld) return;
    if (!IS_RECENT) return void this.ctx.blockConcurrencyWhile(async () => {});
    this.#timers.hold();
    void this.ctx
      .blockConcurrencyWhile(() => new Promise((resolve) => setTimeout(resolve, 0)))
      .then(() => this.#timers.release());
  }

  /** Now that the object is awake: ends peers that stopped pinging, and forgets limits that nobody is near. */
  #tidy(): void {
    const now = Date.now();
    if (now - this.#tidiedAt < TIDY_EVERY) return;
    this.#tidiedAt = now;
    this.#conversation.tidy();
    for (const socket of this.ctx.getWebSockets()) {
      const pingedAt = this.ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? now; // it may be a program that never does
      if (now - pingedAt <= PING_SILENCE) continue;
      const { id, identity } = endOf(socket);
      const close = socket.close.bind(socket);
      this.#end({ id, close }, this.#members.get(id) ?? new Member(identity.user), CLOSE.tryLater, "No ping for a minute.");
    }
  }

  #state(you: User): Omit<Snapshot, "messages" | "more"> {
    return { epoch: this.#history.epoch, seq: this.#history.seq, you, n: this.#presence.n, users: this.#presence.users() };
  }
}

function byteLength(frame: string | ArrayBuffer): number {
  if (typeof frame !== "string") return frame.byteLength;
  return frame.length * 3 <= LIMITS.frame ? frame.length : new TextEncoder().encode(frame).length;
}
