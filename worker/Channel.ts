/** A channel: the Durable Object of one path. It holds the channel's peers, stores what they say, and relays it. */
import { DurableObject } from "cloudflare:workers";
import type { Message as Frame, Peer } from "crossws";
import crossws from "crossws/adapters/cloudflare";
import {
  CLOSE,
  LIMITS,
  MAX_BAD_FRAMES,
  MAX_PEERS_OF_USER,
  PING_SILENCE,
  TYPING_EVERY,
  parse,
  type ClientEvent,
  type ErrorCode,
  type Refusal,
  type ServerEvent,
  type Snapshot,
  type User,
} from "../src/protocol";
import { checkedName, checkedText } from "./checked";
import { type Env, limitsScale } from "./env";
import { FanOut } from "./fan-out";
import { History, type Outcome } from "./history";
import { guestName } from "./identity";
import { Limits, Window } from "./limits";
import { logError } from "./log";
import { type Identity, identityOf, peerUrl, restored } from "./peer";
import { Presence } from "./presence";
import { Refused } from "./Refused";
import { Welcomes } from "./welcome";

type Data<T extends ClientEvent["t"]> = Extract<ClientEvent, { t: T; d: unknown }>["d"];

/** Refusals of what no client should have sent, as against those that anyone may meet. */
const BAD_FRAME: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["bad_frame", "unknown_type", "invalid", "empty", "too_long"]);

const HOLD_BACK = 1_000; // ms, at most, in which a peer over a limit is not read
const TIDY_EVERY = 30_000; // ms, at most, and only when something else has woken the object

/** What the object remembers of a peer while it is awake. */
class Member {
  readonly user: string;
  readonly badFrames = new Window(60_000);
  readonly typing = new Window(TYPING_EVERY);
  /** Whether the server has closed it: what it still sends is not heard. */
  ended = false;

  constructor(user: string) {
    this.user = user;
  }
}

export class Channel extends DurableObject<Env> {
  #history: History;
  #welcomes: Welcomes;
  #limits = new Limits(limitsScale(this.env));
  #fanOut = new FanOut(() => this.ctx.getWebSockets());
  #presence = new Presence((event) => this.#fanOut.send(event));
  #members = new Map<string, Member>();
  #tidiedAt = 0;

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
    const peers = ctx.getWebSockets().map(restored);
    this.#history = new History(ctx.storage, peers[0]?.identity.told ?? crypto.randomUUID().slice(0, 8));
    this.#welcomes = new Welcomes(this.#history);
    for (const { id, identity } of peers) this.#restore(id, identity);
  }

  /** RPC: the channel's latest state as `user` sees it; a page is rendered from it. */
  snapshot(user: string, name?: string): Snapshot {
    return { ...this.#state(this.#user(user, name)), ...this.#history.latest() };
  }

  override fetch(request: Request): Promise<Response> {
    const url = peerUrl({ ...identityOf(request.url), told: this.#history.epoch });
    return this.#ws.handleDurableUpgrade(this, new Request(url, request)) as Promise<Response>;
  }

  override webSocketMessage(socket: WebSocket, frame: ArrayBuffer | string): Promise<void> {
    return this.#ws.handleDurableMessage(this, socket, frame);
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
      const you = this.#user(identity.user, identity.name);
      this.#presence.join(peer.id, you);
      this.#fanOut.sendTo(peer, this.#welcomes.json(identity, this.#state(you)), true);
      if (known !== undefined && known !== you.name) this.#rename(you);
    } catch (error) {
      logError("open", error);
      this.#end(peer, member, CLOSE.tryLater, "The channel cannot be opened right now."); // or the accepted socket would leak
    }
  }

  /** What it returns is awaited before the runtime reads the peer's next frame. */
  #message(peer: Peer, { rawData }: Frame): void | Promise<void> {
    const member = this.#members.get(peer.id);
    if (!member || member.ended) return; // its last frames
    const frame = rawData as string | ArrayBuffer;
    if (byteLength(frame) > LIMITS.frame)
      return this.#end(peer, member, CLOSE.frameTooBig, `A frame has at most ${LIMITS.frame} bytes.`);
    const event = parse(frame);
    if ("code" in event) return this.#refuse(peer, member, event);
    const cid = event.t === "chat" ? event.d.cid : undefined;
    try {
      this.#tidy();
      this.#dispatch(peer, member, event);
    } catch (error) {
      if (error instanceof Refused) {
        this.#refuse(peer, member, error.refusal(cid));
        // Who sends without end would be read without end, and nobody else
        return error.retryAfter === undefined ? undefined : scheduler.wait(Math.min(error.retryAfter, HOLD_BACK));
      }
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
    peer.close(code, reason);
    member.ended = true;
    this.#presence.leave(peer.id, member.user);
  }

  #restore(id: string, { user, name }: Identity): Member {
    const member = new Member(user);
    this.#members.set(id, member);
    this.#presence.restore(id, this.#user(user, this.#history.nameOf(user) ?? name));
    return member;
  }

  /** Who does what: an event that is well-formed, from a peer whose user is known. */
  #dispatch(peer: Peer, member: Member, event: ClientEvent): void {
    const { user } = member;
    if (event.t !== "typing") this.#limits.count(user, event.t === "chat" ? "chat" : "change");
    switch (event.t) {
      case "chat":
        return this.#settle(peer, this.#chat(user, event.d));
      case "edit":
        return this.#settle(peer, this.#history.edit(user, event.d.id, checkedText(event.d.text), Date.now()));
      case "delete":
        return this.#settle(peer, this.#history.delete(user, event.d.id));
      case "react":
        return this.#settle(peer, this.#history.react(user, event.d.id, event.d.emoji, event.d.on));
      case "history":
        return this.#answer(peer, {
          t: "page",
          d: { before: event.d.before, ...this.#history.before(event.d.before, event.d.limit) },
        });
      case "name":
        return this.#name(peer, { id: user, name: checkedName(event.d.name) });
      case "typing":
        return this.#typing(member);
      default:
        event satisfies never;
    }
  }

  #chat(user: string, { cid, text, reply }: Data<"chat">): Outcome {
    return this.#history.append(this.#user(user), cid, checkedText(text), Date.now(), reply);
  }

  /** Store, then relay: a change goes to everyone, its sender too; a repeat goes back to who repeated it. */
  #settle(peer: Peer, { message, changed }: Outcome): void {
    const event: ServerEvent = { t: "chat", seq: message.seq, d: message };
    if (changed) this.#fanOut.send(event);
    else this.#answer(peer, event);
  }

  #name(peer: Peer, user: User): void {
    if (this.#presence.get(user.id)?.name === user.name) return this.#answer(peer, { t: "name", d: { user } });
    this.#rename(user);
  }

  #rename(user: User): void {
    this.#history.rename(user);
    this.#presence.rename(user);
    this.#fanOut.send({ t: "name", d: { user } });
  }

  #typing({ user, typing }: Member): void {
    if (typing.count() > 1) throw new Refused("rate_limited", "Typing is told once in three seconds.", TYPING_EVERY);
    this.#fanOut.send({ t: "typing", d: { user: this.#user(user) } }, user);
  }

  #refuse(peer: Peer, member: Member, refusal: Refusal): void {
    this.#answer(peer, { t: "error", d: refusal });
    if (BAD_FRAME.has(refusal.code) && member.badFrames.count() >= MAX_BAD_FRAMES)
      this.#end(peer, member, CLOSE.badFrames, "Too many frames that this channel cannot take.");
  }

  #answer(peer: Peer, event: ServerEvent): void {
    this.#fanOut.sendTo(peer, JSON.stringify(event));
  }

  /** Now that the object is awake: ends peers that stopped pinging, and forgets limits that nobody is near. */
  #tidy(): void {
    const now = Date.now();
    if (now - this.#tidiedAt < TIDY_EVERY) return;
    this.#tidiedAt = now;
    this.#limits.prune();
    for (const socket of this.ctx.getWebSockets()) {
      const pingedAt = this.ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? now; // it may be a program that never does
      if (now - pingedAt <= PING_SILENCE) continue;
      const { id, identity } = restored(socket);
      const close = socket.close.bind(socket);
      this.#end({ id, close }, this.#members.get(id) ?? new Member(identity.user), CLOSE.tryLater, "No ping for a minute.");
    }
  }

  #state(you: User): Omit<Snapshot, "messages" | "more"> {
    return { epoch: this.#history.epoch, seq: this.#history.seq, you, n: this.#presence.n, users: this.#presence.users() };
  }

  /** `id` under the name it asks for, or the one it has here, or one made up. */
  #user(id: string, asked?: string): User {
    return { id, name: asked ?? this.#presence.get(id)?.name ?? this.#history.nameOf(id) ?? guestName(id) };
  }
}

function byteLength(frame: string | ArrayBuffer): number {
  if (typeof frame !== "string") return frame.byteLength;
  return frame.length * 3 <= LIMITS.frame ? frame.length : new TextEncoder().encode(frame).length;
}
