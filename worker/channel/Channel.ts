/** A channel: the Durable Object of one path. It holds the peers, stores their messages and broadcasts them. */
import { DurableObject } from "cloudflare:workers";
import type { Message as Frame, Peer } from "crossws";
import crossws from "crossws/adapters/cloudflare";
import { parse } from "../../src/shared/parse";
import {
  CLOSE,
  MAX_PEERS_OF_USER,
  PING_EVERY,
  PING_TIMEOUT,
  PONG_WITHIN,
  type Messages,
  type Refusal,
  type Snapshot,
  type User,
} from "../../src/shared/protocol";
import { CLOSE_REASONS } from "../../src/shared/refusal-messages";
import { FloodYield } from "./flood-yield";
import { Commands } from "./Commands";
import { type Env, limitsScale } from "../env";
import { FanOut } from "../fan-out/FanOut";
import { isTooLarge } from "./frame-size";
import { MessageStore } from "../storage/messages";
import { logError } from "../log";
import { Session } from "./Session";
import { SilentPeers } from "./silent-peers";
import { type Connection, type ClosablePeer, type Identity, connectionOf, identityOf, peerUrl } from "../peer";
import { Presence } from "./presence";
import { Rejection } from "../Rejection";
import { Timers } from "../timers";
import { userBringing } from "../user";
import { WelcomeCache } from "./welcome-cache";

/** ms without a ping after which a client has noticed that its network is lost. */
const LOST_AFTER = PONG_WITHIN + PING_EVERY;
const SWEEP_INTERVAL = 30_000; // ms, and only if something else has woken the object

export class Channel extends DurableObject<Env> {
  #messages: MessageStore;
  #welcomeCache: WelcomeCache;
  #commands: Commands;
  #timers = new Timers();
  #floodYield = new FloodYield(this.ctx, this.#timers);
  #fanOut = new FanOut(
    () => this.ctx.getWebSockets(),
    this.#timers,
    (peer, reason) => this.#flushAndClose(peer, CLOSE.tryLater, reason),
  );
  #silentPeers = new SilentPeers(this.ctx, (peer, reason) => this.#flushAndClose(peer, CLOSE.tryLater, reason));
  #presence = new Presence((event) => this.#fanOut.send(event), this.#timers);
  #sessions = new Map<string, Session>();
  #sweptAt = 0;

  /** One adapter per object. An adapter of the module would mix the sockets of all channels in the isolate. */
  #ws = crossws({
    getNamespace: () => "/", // otherwise it parses each URL
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
    const sentEpoch = sockets[0] && connectionOf(sockets[0]).identity.sentEpoch;
    this.#messages = new MessageStore(ctx.storage, sentEpoch ?? crypto.randomUUID().slice(0, 8));
    this.#welcomeCache = new WelcomeCache(this.#messages);
    this.#commands = new Commands(this.#messages, this.#presence, this.#fanOut, limitsScale(env));
    const names = this.#messages.namesOf(sockets.map((socket) => connectionOf(socket).identity.user));
    for (const socket of sockets) this.#restore(connectionOf(socket), names, socket.readyState === WebSocket.OPEN);
  }

  /** RPC: the channel's latest state for `user`, from which a page is rendered. */
  snapshot(user: string, name?: string): Snapshot {
    return { ...this.#state(this.#commands.user(user, name)), ...this.#welcomeCache.latest() };
  }

  /** RPC: the first frame that a peer with this identity would receive, for pages that cannot open a socket. */
  welcome(identity: Identity): string {
    return this.#welcomeCache.json(identity, this.#state(this.#commands.user(identity.user, identity.name)));
  }

  /** RPC: the number of messages of others after `id`, the last one that `user` has read in the history `epoch`. */
  unread(user: string, epoch: string, id: number): { n: number } {
    return { n: this.#messages.unread(user, epoch === this.#messages.epoch ? id : 0) };
  }

  override fetch(request: Request): Promise<Response> {
    const identity = identityOf(request.url);
    this.#sweep();
    if (this.#isFull(identity.user)) this.#silentPeers.close(LOST_AFTER, identity.user); // frees the places of sockets whose network was lost
    const url = peerUrl({ ...identity, sentEpoch: this.#messages.epoch });
    return this.#ws.handleDurableUpgrade(this, new Request(url)) as Promise<Response>; // without headers: crossws keeps it as long as the peer
  }

  override webSocketMessage(socket: WebSocket, frame: ArrayBuffer | string): Promise<void> | void {
    this.#fanOut.measureLastFlush();
    const session = this.#sessions.get(connectionOf(socket).id);
    if (!session || session.isClosed) return this.#floodYield.afterUnwantedFrame(); // the rest of a flood
    if (this.#fanOut.closeIfBehind(socket)) return; // before it requests more data
    return this.#ws.handleDurableMessage(this, socket, frame).catch((error: unknown) => logError("message", error));
  }

  override async webSocketClose(socket: WebSocket, code: number, reason: string, wasClean: boolean): Promise<void> {
    await this.#ws.handleDurableClose(this, socket, code, reason, wasClean);
    try {
      socket.close(code, reason); // crossws does not answer the client's close
    } catch {
      socket.close(); // 1005 and some other codes may not be sent
    }
  }

  override async webSocketError(socket: WebSocket, error: unknown): Promise<void> {
    logError("socket", error);
    await this.#ws.handleDurableClose(this, socket, 1006, "", false);
  }

  /** The one alarm was set to look for silent peers, or by retention: there are more messages than the channel keeps. */
  override async alarm(): Promise<void> {
    try {
      this.#silentPeers.onAlarm();
      this.#messages.trim();
    } catch (error) {
      logError("alarm", error);
      throw error; // so that the runtime tries again
    } finally {
      await this.#watch();
    }
  }

  #open(peer: Peer): void {
    const identity = identityOf(peer.request.url);
    this.#sessions.set(peer.id, new Session(identity.user));
    try {
      if (this.#isFull(identity.user)) return this.#close(peer, CLOSE.tooManyPeers, CLOSE_REASONS.tooManyPeers);
      const { you, isRenamed } = this.#commands.join(identity);
      this.#presence.join(peer.id, you);
      this.#watch().catch((error: unknown) => logError("alarm", error));
      this.#fanOut.sendTo(peer, this.#welcomeCache.json(identity, this.#state(you)), true);
      if (isRenamed) this.#commands.broadcastName(you);
    } catch (error) {
      logError("open", error);
      this.#close(peer, CLOSE.tryLater, CLOSE_REASONS.notOpened); // otherwise the accepted socket would leak
    }
  }

  #message(peer: Peer, { rawData }: Frame): void {
    const session = this.#sessions.get(peer.id)!;
    const frame = rawData as string | ArrayBuffer;
    if (isTooLarge(frame)) return this.#flushAndClose(peer, CLOSE.frameTooBig, CLOSE_REASONS.frameTooBig);
    const event = parse(frame);
    if ("code" in event) return this.#reject(peer, session, event);
    const cid = event.t === "chat" ? event.d.cid : undefined;
    try {
      this.#sweep();
      this.#commands.handle(peer, session, event);
    } catch (error) {
      if (error instanceof Rejection) return this.#reject(peer, session, error.details(cid, event.ref));
      logError("storage", error, { t: event.t });
      this.#reject(peer, session, new Rejection("storage").details(cid, event.ref));
    }
  }

  #closed(connection: Connection): void {
    // If the close wakes the object, the runtime no longer lists the socket: the peer is counted in, then out
    const { user } = connection.identity;
    const session = this.#sessions.get(connection.id) ?? this.#restore(connection, this.#messages.namesOf([user]));
    this.#sessions.delete(connection.id);
    if (!session.isClosed) this.#presence.leave(connection.id, session.user);
  }

  /** Closes a peer after it has received all waiting events. */
  #flushAndClose(peer: ClosablePeer, code: number, reason: string): void {
    this.#fanOut.flushNow();
    this.#close(peer, code, reason);
  }

  /** Closes a peer, and ignores its later frames. */
  #close(peer: ClosablePeer, code: number, reason: string): void {
    const session = this.#sessions.get(peer.id);
    if (!session || session.isClosed) return;
    session.isClosed = true;
    peer.close(code, reason);
    this.#presence.leave(peer.id, session.user);
  }

  /**
   * Restores a peer after an eviction. `names` are those that users have chosen. If its socket is not open, the server closed it
   * before, and only the client's answer is missing.
   */
  #restore({ id, identity: { user, name } }: Connection, names: ReadonlyMap<string, string>, isOpen = true): Session {
    const session = new Session(user);
    this.#sessions.set(id, session);
    if (isOpen) this.#presence.restore(id, userBringing(names.get(user) ?? name, user, this.#presence.get(user)?.name));
    session.isClosed = !isOpen;
    return session;
  }

  #reject(peer: Peer, session: Session, refusal: Refusal): void {
    this.#floodYield.afterUnwantedFrame();
    const why = session.countError(refusal.code);
    this.#commands.answer(peer, { t: "error", d: refusal });
    if (why) this.#flushAndClose(peer, CLOSE.badFrames, why);
  }

  /** While the object is awake: closes peers that stopped pinging, and removes unused rate limits. */
  #sweep(): void {
    const now = Date.now();
    if (now - this.#sweptAt < SWEEP_INTERVAL) return;
    this.#sweptAt = now;
    this.#commands.prune();
    this.#silentPeers.close(PING_TIMEOUT);
  }

  /** While there are others who would see a lost peer on their list, an alarm looks for it. A lone peer's channel sleeps on. */
  async #watch(): Promise<void> {
    if (this.#presence.n > 1) await this.#silentPeers.setAlarm();
  }

  #isFull(user: string): boolean {
    return this.#presence.peersOf(user) >= MAX_PEERS_OF_USER * limitsScale(this.env);
  }

  #state(you: User): Omit<Snapshot, keyof Messages> {
    return { epoch: this.#messages.epoch, seq: this.#messages.seq, you, n: this.#presence.n, users: this.#presence.users() };
  }
}
