/** A channel: the Durable Object of one path. It holds the channel's peers, stores what they say, and relays it. */
import { DurableObject } from "cloudflare:workers";
import type { Message as Frame, Peer } from "crossws";
import crossws from "crossws/adapters/cloudflare";
import {
  CLOSE,
  LIMITS,
  MAX_PEERS_OF_USER,
  PING_EVERY,
  PING_SILENCE,
  PONG_WITHIN,
  parse,
  type Refusal,
  type Snapshot,
  type User,
} from "../../src/shared/protocol";
import { Breath } from "./flood-yield";
import { Conversation } from "./Conversation";
import { type Env, limitsScale } from "../env";
import { FanOut } from "../fan-out/FanOut";
import { isTooBig } from "./frame-size";
import { History } from "../storage/messages";
import { logError } from "../log";
import { Member } from "./Session";
import { type End, type Endable, endOf, identityOf, peerAt, peerUrl } from "../peer";
import { Presence } from "./presence";
import { Refused } from "../Rejection";
import { Timers } from "../timers";
import { Welcomes } from "./welcome";

/** ms without a ping, and a client has had the time to see that its network is lost. */
const LOST = PONG_WITHIN + PING_EVERY;
const TIDY_EVERY = 30_000; // ms, at most, and only when something else has woken the object

export class Channel extends DurableObject<Env> {
  #history: History;
  #welcomes: Welcomes;
  #conversation: Conversation;
  #timers = new Timers();
  #breath = new Breath(this.ctx, this.#timers);
  #fanOut = new FanOut(
    () => this.ctx.getWebSockets(),
    this.#timers,
    (peer, reason) => this.#end(peer, CLOSE.tryLater, reason),
  );
  #presence = new Presence((event) => this.#fanOut.send(event), this.#timers);
  #members = new Map<string, Member>();
  #tidiedAt = 0;

  /** One adapter an object: one shared by the module would mix the sockets of all channels in the isolate. */
  #ws = crossws({
    hooks: {
      open: (peer) => this.#open(peer),
      message: (peer, frame) => this.#message(peer, frame),
      close: (peer) => this.#closed({ id: peer.id, identity: identityOf(peer.request.url) }),
      error: (_peer, error) => logError("socket", error), // crossws 0.4.17 never calls it in an object: see webSocketError
    },
  });

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
    const sockets = ctx.getWebSockets();
    const told = sockets[0] && endOf(sockets[0]).identity.told;
    this.#history = new History(ctx.storage, told ?? crypto.randomUUID().slice(0, 8));
    this.#welcomes = new Welcomes(this.#history);
    this.#conversation = new Conversation(this.#history, this.#presence, this.#fanOut, limitsScale(env));
    for (const socket of sockets) this.#restore(endOf(socket), socket.readyState === WebSocket.OPEN);
  }

  /** RPC: the channel's latest state as `user` sees it; a page is rendered from it. */
  snapshot(user: string, name?: string): Snapshot {
    return { ...this.#state(this.#conversation.user(user, name)), ...this.#welcomes.latest() };
  }

  /** RPC: how many messages of others came after `id`, the last one that `user` has read of the history named `epoch`. */
  unread(user: string, epoch: string, id: number): { n: number } {
    return { n: this.#history.unread(user, epoch === this.#history.epoch ? id : 0) };
  }

  override fetch(request: Request): Promise<Response> {
    const identity = identityOf(request.url);
    this.#tidy();
    if (this.#isFull(identity.user)) this.#endSilent(LOST, identity.user); // their own, under which the network was lost
    const url = peerUrl({ ...identity, told: this.#history.epoch });
    return this.#ws.handleDurableUpgrade(this, new Request(url, request)) as Promise<Response>;
  }

  override webSocketMessage(socket: WebSocket, frame: ArrayBuffer | string): Promise<void> | void {
    this.#fanOut.measure();
    const member = this.#members.get(endOf(socket).id);
    if (!member || member.ended) return this.#breath.take(); // its last frames: of a flood there are many
    if (this.#fanOut.endIfBehind(socket)) return; // before it asks for more
    return this.#ws.handleDurableMessage(this, socket, frame).catch((error: unknown) => logError("message", error));
  }

  override async webSocketClose(socket: WebSocket, code: number, reason: string, wasClean: boolean): Promise<void> {
    await this.#ws.handleDurableClose(this, socket, code, reason, wasClean);
    try {
      socket.close(code, reason); // crossws leaves the client's close unanswered
    } catch {
      socket.close(); // 1005 stands for the lack of a code, and like some others may not be sent
    }
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
    this.#members.set(peer.id, new Member(identity.user));
    try {
      if (this.#isFull(identity.user))
        return this.#close(
          peer,
          CLOSE.tooManyPeers,
          "This channel is open too many times. Close one of the others, then reload.",
        );
      const { you, isRenamed } = this.#conversation.arrive(identity);
      this.#presence.join(peer.id, you);
      this.#fanOut.sendTo(peer, this.#welcomes.json(identity, this.#state(you)), true);
      if (isRenamed) this.#conversation.tellName(you);
    } catch (error) {
      logError("open", error);
      this.#close(peer, CLOSE.tryLater, "The channel cannot be opened right now."); // or the accepted socket would leak
    }
  }

  #message(peer: Peer, { rawData }: Frame): void {
    const member = this.#members.get(peer.id)!;
    const frame = rawData as string | ArrayBuffer;
    if (isTooBig(frame)) return this.#end(peer, CLOSE.frameTooBig, `A frame has at most ${LIMITS.frame} bytes.`);
    const event = parse(frame);
    if ("code" in event) return this.#refuse(peer, member, event);
    const cid = event.t === "chat" ? event.d.cid : undefined;
    try {
      this.#tidy();
      this.#conversation.take(peer, member, event);
    } catch (error) {
      if (error instanceof Refused) return this.#refuse(peer, member, error.refusal(cid, event.ref));
      logError("storage", error, { t: event.t });
      this.#refuse(peer, member, new Refused("storage", "That could not be stored. Try again.").refusal(cid, event.ref));
    }
  }

  #closed(end: End): void {
    // A close that wakes the object is of a socket that the runtime no longer lists: it is counted in, then out
    const member = this.#members.get(end.id) ?? this.#restore(end);
    this.#members.delete(end.id);
    if (!member.ended) this.#presence.leave(end.id, member.user);
  }

  /** Closes a peer, once it has got what was said before. */
  #end(peer: Endable, code: number, reason: string): void {
    this.#fanOut.hurry();
    this.#close(peer, code, reason);
  }

  /** Closes a peer, and hears it no more. */
  #close(peer: Endable, code: number, reason: string): void {
    const member = this.#members.get(peer.id);
    if (!member || member.ended) return;
    member.ended = true;
    peer.close(code, reason);
    this.#presence.leave(peer.id, member.user);
  }

  /** Takes a peer up again after a sleep. One that is not open had been ended before: everyone knows, only its client has not answered. */
  #restore({ id, identity: { user, name } }: End, isOpen = true): Member {
    const member = new Member(user);
    this.#members.set(id, member);
    if (isOpen) this.#presence.restore(id, this.#conversation.user(user, this.#history.nameOf(user) ?? name));
    member.ended = !isOpen;
    return member;
  }

  #refuse(peer: Peer, member: Member, refusal: Refusal): void {
    this.#breath.take();
    const why = member.refused(refusal.code);
    this.#conversation.answer(peer, { t: "error", d: refusal });
    if (why) this.#end(peer, CLOSE.badFrames, why);
  }

  /** Now that the object is awake: ends peers that stopped pinging, and forgets limits that nobody is near. */
  #tidy(): void {
    const now = Date.now();
    if (now - this.#tidiedAt < TIDY_EVERY) return;
    this.#tidiedAt = now;
    this.#conversation.tidy();
    this.#endSilent(PING_SILENCE);
  }

  /** Ends the peers, of `user` or of all, that have not pinged for `most` ms. One that never did may be a program that does not. */
  #endSilent(most: number, user?: string): void {
    const now = Date.now();
    for (const socket of this.ctx.getWebSockets()) {
      if (user !== undefined && endOf(socket).identity.user !== user) continue;
      const pingedAt = this.ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? now;
      if (now - pingedAt > most) this.#end(peerAt(socket), CLOSE.tryLater, `No ping for ${most / 1_000} seconds.`);
    }
  }

  #isFull(user: string): boolean {
    return this.#presence.peersOf(user) >= MAX_PEERS_OF_USER * limitsScale(this.env);
  }

  #state(you: User): Omit<Snapshot, "messages" | "more"> {
    return { epoch: this.#history.epoch, seq: this.#history.seq, you, n: this.#presence.n, users: this.#presence.users() };
  }
}
