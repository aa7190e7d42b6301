/** A channel: the Durable Object of one path. It holds the channel's peers, stores what they say, and relays it. */
import { DurableObject } from "cloudflare:workers";
import type { Message as Frame, Peer } from "crossws";
import crossws from "crossws/adapters/cloudflare";
import {
  CLOSE,
  LIMITS,
  MAX_BAD_FRAMES,
  MAX_PEERS_OF_USER,
  PROTOCOL,
  TYPING_EVERY,
  parse,
  type ClientEvent,
  type ErrorCode,
  type Refusal,
  type ServerEvent,
  type Snapshot,
  type User,
  type Welcome,
} from "../src/protocol";
import { cleanName, cleanText, nameProblem, textProblem } from "../src/text";
import { type Env, limitsScale } from "./env";
import { FanOut } from "./fan-out";
import { History, type Outcome } from "./history";
import { guestName } from "./identity";
import { Window } from "./limits";
import { logError } from "./log";
import { type Identity, identityOf, peerUrl, restored } from "./peer";
import { Presence } from "./presence";
import { Refused } from "./Refused";

type Data<T extends ClientEvent["t"]> = Extract<ClientEvent, { t: T; d: unknown }>["d"];

/** Refusals of what no client should have sent, as against those that anyone may meet. */
const BAD_FRAME: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["bad_frame", "unknown_type", "invalid", "empty", "too_long"]);

/** What the object remembers of a peer while it is awake. */
class Member {
  readonly badFrames = new Window(60_000);
  readonly typing = new Window(TYPING_EVERY);
  /** Whether the server has closed it: what it still sends is not heard. */
  ended = false;
  readonly user: string;

  constructor(user: string) {
    this.user = user;
  }
}

export class Channel extends DurableObject<Env> {
  #history: History;
  #fanOut = new FanOut(() => this.ctx.getWebSockets());
  #presence = new Presence((event) => this.#fanOut.send(event));
  #members = new Map<string, Member>();

  /** One adapter an object: one shared by the module would mix the sockets of all channels in the isolate. */
  #ws = crossws({
    hooks: {
      open: (peer) => this.#open(peer),
      message: (peer, frame) => this.#message(peer, frame),
      close: (peer) => this.#close(peer),
      error: (_peer, error) => logError("socket", error), // crossws 0.4.17 never calls it in an object: see webSocketError
    },
  });

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
    const peers = ctx.getWebSockets().map(restored);
    this.#history = new History(ctx.storage, peers[0]?.identity.told ?? crypto.randomUUID().slice(0, 8));
    for (const { id, identity } of peers) this.#restore(id, identity);
  }

  /** RPC: the channel's latest state as `user` sees it; a page is rendered from it. */
  snapshot(user: string, name?: string): Snapshot {
    return {
      epoch: this.#history.epoch,
      seq: this.#history.seq,
      you: this.#user(user, name),
      n: this.#presence.n,
      users: this.#presence.users(),
      ...this.#history.latest(),
    };
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
    try {
      const identity = identityOf(peer.request.url);
      const known = this.#presence.get(identity.user)?.name ?? this.#history.nameOf(identity.user);
      const you = this.#user(identity.user, identity.name);
      const member = new Member(you.id);
      this.#members.set(peer.id, member);
      if (this.#presence.peersOf(you.id) >= MAX_PEERS_OF_USER * limitsScale(this.env))
        return this.#end(
          peer,
          member,
          CLOSE.tooManyPeers,
          "This channel is open too many times. Close one of the others, then reload.",
        );
      this.#presence.join(peer.id, you);
      send(peer, { t: "welcome", d: this.#welcome(identity, you) });
      if (known !== undefined && known !== you.name) this.#rename(you);
    } catch (error) {
      logError("open", error);
      peer.close(CLOSE.tryLater, "The channel cannot be opened right now."); // or the accepted socket would leak
    }
  }

  #message(peer: Peer, { rawData }: Frame): void {
    const member = this.#members.get(peer.id);
    if (!member || member.ended) return; // its last frames
    const frame = rawData as string | ArrayBuffer;
    if (byteLength(frame) > LIMITS.frame)
      return this.#end(peer, member, CLOSE.frameTooBig, `A frame has at most ${LIMITS.frame} bytes.`);
    const event = parse(frame);
    if ("code" in event) return this.#refuse(peer, member, event);
    const cid = event.t === "chat" ? event.d.cid : undefined;
    try {
      this.#dispatch(peer, member, event);
    } catch (error) {
      if (error instanceof Refused) return this.#refuse(peer, member, error.refusal(cid));
      logError("storage", error, { t: event.t });
      this.#refuse(peer, member, new Refused("storage", "That could not be stored. Try again.").refusal(cid));
    }
  }

  #close(peer: Peer): void {
    // A close that wakes the object is of a socket that the runtime no longer lists: it is counted in, then out.
    const member = this.#members.get(peer.id) ?? this.#restore(peer.id, identityOf(peer.request.url));
    this.#members.delete(peer.id);
    if (!member.ended) this.#presence.leave(peer.id, member.user);
  }

  #end(peer: Peer, member: Member, code: number, reason: string): void {
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
    switch (event.t) {
      case "chat":
        return this.#settle(peer, this.#chat(member.user, event.d));
      case "edit":
        return this.#settle(peer, this.#edit(member.user, event.d));
      case "delete":
        return this.#settle(peer, this.#history.delete(member.user, event.d.id));
      case "react":
        return this.#settle(peer, this.#history.react(member.user, event.d.id, event.d.emoji, event.d.on));
      case "history":
        return send(peer, { t: "page", d: { before: event.d.before, ...this.#history.before(event.d.before, event.d.limit) } });
      case "name":
        return this.#name(peer, member.user, event.d);
      case "typing":
        return this.#typing(member);
      default:
        event satisfies never;
    }
  }

  #chat(user: string, { cid, text, reply }: Data<"chat">): Outcome {
    return this.#history.append(this.#user(user), cid, storable(text), Date.now(), reply);
  }

  #edit(user: string, { id, text }: Data<"edit">): Outcome {
    return this.#history.edit(user, id, storable(text), Date.now());
  }

  /** Store, then relay: a change goes to everyone, its sender too; a repeat goes back to who repeated it. */
  #settle(peer: Peer, { message, changed }: Outcome): void {
    const event: ServerEvent = { t: "chat", seq: message.seq, d: message };
    if (changed) this.#fanOut.send(event);
    else send(peer, event);
  }

  #name(peer: Peer, id: string, { name }: Data<"name">): void {
    const user = { id, name: cleanName(name) };
    const problem = nameProblem(user.name);
    if (problem) throw new Refused(problem.code, problem.message);
    if (this.#presence.get(id)?.name === user.name) return send(peer, { t: "name", d: { user } });
    this.#rename(user);
  }

  #rename(user: User): void {
    this.#history.rename(user);
    this.#presence.rename(user);
    this.#fanOut.send({ t: "name", d: { user } });
  }

  #typing(member: Member): void {
    if (member.typing.count() > 1) throw new Refused("rate_limited", "Typing is told once in three seconds.", TYPING_EVERY);
    this.#fanOut.send(
      { t: "typing", d: { user: this.#user(member.user) } },
      (socket) => restored(socket).identity.user !== member.user,
    );
  }

  #refuse(peer: Peer, member: Member, refusal: Refusal): void {
    send(peer, { t: "error", d: refusal });
    if (BAD_FRAME.has(refusal.code) && member.badFrames.count() >= MAX_BAD_FRAMES)
      this.#end(peer, member, CLOSE.badFrames, "Too many frames that this channel cannot take.");
  }

  #welcome({ channel, since, epoch }: Identity, you: User): Welcome {
    const missed =
      since !== undefined && epoch === this.#history.epoch && since <= this.#history.seq ? this.#history.since(since) : undefined;
    const snapshot = { ...this.snapshot(you.id, you.name), protocol: PROTOCOL, channel, limits: LIMITS };
    if (!missed) return { ...snapshot, resumed: false };
    return { ...snapshot, resumed: true, messages: missed };
  }

  /** `id` under the name it asks for, or the one it has here, or one made up. */
  #user(id: string, asked?: string): User {
    return { id, name: asked ?? this.#presence.get(id)?.name ?? this.#history.nameOf(id) ?? guestName(id) };
  }
}

/** `text` as it may be stored (W18). */
function storable(text: string): string {
  const clean = cleanText(text);
  const problem = textProblem(clean);
  if (problem) throw new Refused(problem.code, problem.message);
  return clean;
}

function send(peer: Peer, event: ServerEvent): void {
  peer.send(JSON.stringify(event));
}

function byteLength(frame: string | ArrayBuffer): number {
  if (typeof frame !== "string") return frame.byteLength;
  return frame.length * 3 <= LIMITS.frame ? frame.length : new TextEncoder().encode(frame).length;
}
