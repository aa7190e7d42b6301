/** A channel: the Durable Object of one path. It holds the peers, stores their messages and broadcasts them. */
import { DurableObject } from "cloudflare:workers";
import type { Message as Frame, Peer } from "crossws";
import crossws from "crossws/adapters/cloudflare";
import { mentionsName } from "../../src/markdown/parse";
import { parse } from "../../src/shared/parse";
import {
  CLOSE,
  MAX_PEERS_OF_USER,
  PAGE_SIZE,
  PING_EVERY,
  PING_TIMEOUT,
  PONG_WITHIN,
  type Found,
  type LinkPreview,
  type Message,
  type Messages,
  type Refusal,
  type Snapshot,
  type User,
} from "../../src/shared/protocol";
import { CLOSE_REASONS } from "../../src/shared/refusal-messages";
import type { Unread } from "../../src/shared/unread";
import type { Visitor } from "../moderation/access";
import { FloodYield } from "./flood-yield";
import { ChannelFiles } from "./ChannelFiles";
import { ChannelPush } from "./ChannelPush";
import { ChannelPreviews } from "./ChannelPreviews";
import { Commands } from "./Commands";
import { DayLimit } from "./day-limit";
import { type Env, limitsScale } from "../env";
import { Exports } from "../export/Exports";
import type { Order } from "../export/order";
import { FanOut } from "../fan-out/FanOut";
import { isTooLarge } from "./frame-size";
import { Alarm } from "../Alarm";
import { Database } from "../storage/Database";
import { MessageStore } from "../storage/messages";
import type { SearchQuery } from "../storage/search-index";
import { logError } from "../log";
import { Moderation } from "../moderation/Moderation";
import { Session } from "./Session";
import { SilentPeers } from "./silent-peers";
import { type Connection, type ClosablePeer, type Identity, connectionOf, identityOf, isHidden, peerOf, peerUrl } from "../peer";
import { userOf } from "../user";
import type { Person, Undeleted } from "../push/Push";
import { Presence } from "./presence";
import { Rejection } from "../Rejection";
import { Timers } from "../timers";
import { userBringing } from "../user";
import { WelcomeCache } from "./welcome-cache";

/** ms without a ping after which a client has noticed that its network is lost. */
const LOST_AFTER = PONG_WITHIN + PING_EVERY;
const SWEEP_INTERVAL = 30_000; // ms, and only if something else has woken the object

/** ms from its last ping for which a page that has not said otherwise counts as visible (W36). */
const VISIBLE_FOR = 60_000;

/** What someone gets who may not read the channel, instead of its state (W26, W29). */
export interface Refused {
  refusal: Refusal;
}

export class Channel extends DurableObject<Env> {
  #messages: MessageStore;
  #welcomeCache: WelcomeCache;
  #moderation: Moderation;
  #commands: Commands;
  #dayLimit: DayLimit;
  #exports: Exports;
  #files: ChannelFiles;
  #push: ChannelPush;
  #previews: ChannelPreviews;
  #alarm = new Alarm(this.ctx.storage);
  #timers = new Timers();
  #floodYield = new FloodYield(this.ctx, this.#timers);
  #fanOut = new FanOut(
    () => this.ctx.getWebSockets(),
    this.#timers,
    (peer, reason) => this.#flushAndClose(peer, CLOSE.tryLater, reason),
  );
  #silentPeers = new SilentPeers(this.ctx, this.#alarm, (peer, reason) => this.#flushAndClose(peer, CLOSE.tryLater, reason));
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
    const db = new Database(ctx.storage, sentEpoch ?? crypto.randomUUID().slice(0, 8));
    const scale = limitsScale(env);
    this.#messages = new MessageStore(db, this.#alarm);
    this.#welcomeCache = new WelcomeCache(this.#messages);
    this.#exports = new Exports(this.#messages);
    this.#moderation = new Moderation(db, this.#alarm, this.#messages, this.#presence, this.#fanOut, {
      of: (user) => this.#peersOf(user),
      close: (peer, code, reason) => this.#flushAndClose(peer, code, reason),
      answer: (peer, event, question) => this.#commands.answer(peer, event, question),
      shutOut: (user) => this.#push.end(user),
    });
    this.#dayLimit = new DayLimit(
      db,
      () => ctx.getWebSockets().map((socket) => ({ socket, place: connectionOf(socket).identity.place })),
      scale,
    );
    const fileStore = () => env.FILE_STORE.getByName(ctx.id.name!);
    this.#files = new ChannelFiles(fileStore, this.#messages.fileChanges);
    this.#previews = new ChannelPreviews(env, fileStore, this.#messages, () => this.#moderation.settings);
    this.#push = new ChannelPush(() => env.PUSH.getByName(ctx.id.name!), ctx.storage, this.#messages, this.#alarm, this.#timers);
    this.#commands = new Commands(
      this.#messages,
      this.#presence,
      this.#fanOut,
      this.#moderation,
      this.#dayLimit,
      this.#files,
      this.#push,
      this.#previews,
      scale,
    );
    const names = this.#messages.namesOf(sockets.map((socket) => connectionOf(socket).identity.user));
    for (const socket of sockets) this.#restore(connectionOf(socket), names, socket.readyState === WebSocket.OPEN);
  }

  /** RPC: the channel's state for `user`, from which a page is rendered: with the latest messages, or with those around an id. */
  snapshot(user: string, name?: string, isHost = false, around?: number): Snapshot | Refused {
    const visitor = { user, isHost };
    const refused = this.#refused(visitor);
    if (refused) return refused;
    const place = around === undefined ? undefined : this.#messages.around(around, PAGE_SIZE);
    return { ...this.#state(this.#commands.user(user, name), visitor), ...(place?.newer ? place : this.#welcomeCache.latest()) };
  }

  /** RPC: the first frame that a peer with this identity would receive, for pages that cannot open a socket. */
  welcome(identity: Identity): string | Refused {
    this.#redeemKeyOf(identity);
    return (
      this.#refused(identity) ??
      this.#welcomeCache.json(identity, this.#state(this.#commands.user(identity.user, identity.name), identity))
    );
  }

  /** RPC: what others have written after `id`, the last one that `user` has read in the history `epoch`. `name`: if they have one. */
  unread(user: string, epoch: string, id: number, isHost = false, name = this.#commands.user(user).name): Unread {
    if (this.#refused({ user, isHost })) return { n: 0, mentions: 0 };
    const after = epoch === this.#messages.epoch ? id : 0;
    const forUser = this.#messages.unreadFor(user, after);
    return {
      n: this.#messages.unread(user, after),
      mentions: forUser.filter(({ text, is_answer }) => is_answer === 1 || mentionsName(text, name)).length,
      last: { epoch: this.#messages.epoch, id: this.#messages.lastId },
    };
  }

  /** RPC: a search by someone who may have no socket here (W33). */
  search(visitor: Visitor, query: SearchQuery & { text: string }): Found | Refused {
    return this.#refused(visitor) ?? this.#messages.search(query);
  }

  /** RPC: whether someone may read the channel and so its files (W38), and whether only members may. */
  readAccess(visitor: Visitor): { isPrivate: boolean } | Refused {
    return this.#refused(visitor) ?? { isPrivate: this.#moderation.settings.read === "members" };
  }

  /** RPC: why someone cannot upload files (W37). Undefined if they can. */
  uploadRefusal(visitor: Visitor): Refused | undefined {
    const rejection = this.#moderation.access.uploadRejectionOf(visitor);
    return rejection && { refusal: rejection.refusal };
  }

  /** RPC: which of these messages the channel has, also those that were deleted. */
  haveBeenSent(messages: readonly { user: string; cid: string }[]): boolean[] {
    return messages.map(({ user, cid }) => this.#messages.sentBefore(user, cid) !== undefined);
  }

  /** RPC: files were deleted because there was no room for them. Their messages change (W37). */
  filesAreGone(files: readonly { user: string; cid: string; id: string }[]): void {
    for (const message of this.#messages.forgetFiles(files)) this.#sendState(message);
  }

  /** RPC: the preview of the link in the user's message `cid` (W38). Returns whether the message has it now. */
  addPreview(user: string, cid: string, preview: LinkPreview): boolean {
    const message = this.#previews.add(user, cid, preview);
    if (message) this.#sendState(message);
    return message !== undefined;
  }

  /**
   * RPC: somebody subscribes to pushes (W36). Returns the seq so far: later messages are told. A name that came with each of their pages
   * alone is stored, or nothing would mention them once they are gone.
   */
  subscribe(user: string, name: string | undefined): { seq: number } | Refused {
    const refused = this.#refused({ user });
    if (refused) return refused;
    if (name !== undefined && this.#messages.nameOf(user) === undefined) this.#messages.rename(userOf(user, name));
    return { seq: this.#messages.seq };
  }

  /** RPC: whether somebody has subscribed to pushes. Pages say whether they are visible only if so. */
  setPush(isOn: boolean): void {
    if (this.#push.isOn === isOn) return;
    this.#push.isOn = isOn;
    this.#moderation.tellSettings();
  }

  /** RPC: those of these users who may read the channel, by their ids. */
  people(users: readonly string[]): Record<string, Person> {
    const now = Date.now();
    const looking = new Set<string>();
    for (const socket of this.ctx.getWebSockets()) {
      const pingedAt = this.ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime();
      const isRecent = pingedAt === undefined ? true : now - pingedAt < VISIBLE_FOR;
      if (socket.readyState === WebSocket.OPEN && isRecent && !isHidden(socket)) looking.add(connectionOf(socket).identity.user);
    }
    const readers = users.filter((user) => !this.#refused({ user }));
    return Object.fromEntries(
      readers.map((user) => [user, { name: this.#commands.user(user).name, isLooking: looking.has(user) }]),
    );
  }

  /** RPC: for each of these lists, which of its messages are not deleted. */
  undeleted(lists: readonly (readonly number[])[]): Undeleted[] {
    return lists.map((list) => {
      const there = list.flatMap((id) => this.#messages.get(id) ?? []).filter(({ deleted }) => !deleted);
      return { ids: there.map(({ id }) => id), latest: there.at(-1) };
    });
  }

  /** RPC: the history as a file. Undefined while another export of the channel is running. */
  export(visitor: Visitor, order: Order): ReadableStream | Refused | undefined {
    const refused = () => this.#refused(visitor);
    return refused() ?? this.#exports.start(order, this.#moderation.settings, () => !refused());
  }

  override fetch(request: Request): Promise<Response> {
    const { key, ...identity } = identityOf(request.url);
    this.#redeemKeyOf({ ...identity, key });
    this.#sweep();
    if (this.#isFull(identity.user)) this.#silentPeers.close(LOST_AFTER, identity.user); // frees the places of sockets whose network was lost
    const url = peerUrl({ ...identity, sentEpoch: this.#messages.epoch });
    return this.#ws.handleDurableUpgrade(this, new Request(url)) as Promise<Response>; // without headers: crossws keeps it as long as the peer
  }

  override webSocketMessage(socket: WebSocket, frame: ArrayBuffer | string): Promise<void> | void {
    this.#fanOut.beginTask();
    const session = this.#sessions.get(connectionOf(socket).id);
    if (!session || session.isClosed) return this.#floodYield.afterUnwantedFrame(); // the rest of a flood
    if (this.#fanOut.closeIfBehind(socket)) return; // before it requests more data
    session.socket = socket;
    return this.#ws.handleDurableMessage(this, socket, frame).catch((error: unknown) => logError("message", error));
  }

  override async webSocketClose(socket: WebSocket, code: number, reason: string, wasClean: boolean): Promise<void> {
    this.#keepDayCount(socket);
    await this.#ws.handleDurableClose(this, socket, code, reason, wasClean);
    try {
      socket.close(code, reason); // crossws does not answer the client's close
    } catch {
      socket.close(); // 1005 and some other codes may not be sent
    }
  }

  override async webSocketError(socket: WebSocket, error: unknown): Promise<void> {
    logError("socket", error);
    this.#keepDayCount(socket);
    await this.#ws.handleDurableClose(this, socket, 1006, "", false);
  }

  /** The one alarm: it looks for silent peers, deletes what is due, and indexes for search. */
  override async alarm(): Promise<void> {
    this.#alarm.rang();
    try {
      this.#silentPeers.onAlarm();
      this.#moderation.expire();
      await Promise.all([this.#files.tell(), this.#push.tell()]);
      while (this.#messages.growIndex()) await scheduler.wait(0); // peers are served in between
    } catch (error) {
      logError("alarm", error);
      throw error; // so that the runtime tries again
    } finally {
      await this.#watch();
      await this.#alarm.ringBy(this.#moderation.nextDue());
    }
  }

  #open(peer: Peer): void {
    const identity = identityOf(peer.request.url);
    this.#sessions.set(peer.id, new Session(identity));
    try {
      if (this.#closeRefused(peer, identity)) return;
      if (this.#isFull(identity.user)) return this.#close(peer, CLOSE.tooManyPeers, CLOSE_REASONS.tooManyPeers);
      const { you, isRenamed } = this.#commands.join(identity);
      this.#presence.join(peer.id, you);
      this.#moderation.onPresent(you, identity.place);
      void this.#watch();
      this.#fanOut.sendTo(peer, this.#welcomeCache.json(identity, this.#state(you, identity)), true);
      if (isRenamed) this.#commands.broadcastName(you);
      this.#moderation.greet(peer, identity);
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
    const fail = (error: unknown) => {
      if (error instanceof Rejection) return this.#reject(peer, session, error.details(cid, event.ref));
      logError("storage", error, { t: event.t });
      this.#reject(peer, session, new Rejection("storage").details(cid, event.ref));
    };
    try {
      this.#sweep();
      if (this.#closeRefused(peer, session)) return;
      void this.#commands.handle(peer, session, event)?.catch(fail);
    } catch (error) {
      fail(error);
    }
  }

  #closed(connection: Connection): void {
    // If the close wakes the object, the runtime no longer lists the socket: the peer is counted in, then out
    const { user } = connection.identity;
    const session = this.#sessions.get(connection.id) ?? this.#restore(connection, this.#messages.namesOf([user]));
    this.#sessions.delete(connection.id);
    if (!session.isClosed) this.#presence.leave(connection.id, session.user);
  }

  #refused(visitor: Visitor): Refused | undefined {
    const rejection = this.#moderation.access.rejectionOf(visitor);
    return rejection && { refusal: rejection.refusal };
  }

  /** Closes the peer of someone who may not read the channel. Returns whether it did. */
  #closeRefused(peer: ClosablePeer, visitor: Visitor): boolean {
    const { reason, until } = this.#refused(visitor)?.refusal ?? {};
    if (reason === undefined) return false;
    this.#moderation.onRefused(visitor);
    if (until === undefined) this.#close(peer, CLOSE.membersOnly, CLOSE_REASONS.membersOnly);
    else this.#close(peer, CLOSE.removed, CLOSE_REASONS.banned(until));
    return true;
  }

  #redeemKeyOf({ user, name, key }: Identity): void {
    if (key !== undefined) this.#moderation.redeemAtUpgrade(this.#commands.user(user, name), key);
  }

  /** The open peers, of everyone or of one user. */
  #peersOf(user?: string): (ClosablePeer & Connection)[] {
    return this.ctx
      .getWebSockets()
      .map((socket) => ({ ...connectionOf(socket), ...peerOf(socket) }))
      .filter(({ id, identity }) => (user === undefined || identity.user === user) && !this.#sessions.get(id)?.isClosed);
  }

  #keepDayCount(socket: WebSocket): void {
    const { place } = connectionOf(socket).identity;
    if (place !== undefined) this.#dayLimit.onClose(place, socket);
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
    if (session.socket) this.#keepDayCount(session.socket);
    peer.close(code, reason);
    this.#presence.leave(peer.id, session.user);
  }

  /**
   * Restores a peer after an eviction. `names` are those that users have chosen. If its socket is not open, the server closed it
   * before, and only the client's answer is missing.
   */
  #restore({ id, identity }: Connection, names: ReadonlyMap<string, string>, isOpen = true): Session {
    const { user, name, place } = identity;
    const session = new Session(identity);
    this.#sessions.set(id, session);
    const restored = userBringing(names.get(user) ?? name, user, this.#presence.get(user)?.name);
    if (isOpen) this.#presence.restore(id, restored);
    this.#moderation.onPresent(restored, place);
    session.isClosed = !isOpen;
    return session;
  }

  #reject(peer: Peer, session: Session, refusal: Refusal): void {
    this.#floodYield.afterUnwantedFrame();
    const why = session.countError(refusal);
    this.#commands.answer(peer, { t: "error", d: refusal });
    if (why) this.#flushAndClose(peer, CLOSE.badFrames, why);
  }

  /** While the object is awake: closes peers that stopped pinging, deletes what is due, and forgets what is not in use. */
  #sweep(): void {
    const now = Date.now();
    if (now - this.#sweptAt < SWEEP_INTERVAL) return;
    this.#sweptAt = now;
    this.#commands.prune();
    this.#moderation.prune();
    this.#moderation.expire();
    this.#silentPeers.close(PING_TIMEOUT);
  }

  /** While there are others who would see a lost peer on their list, an alarm looks for it. A lone peer's channel sleeps on. */
  async #watch(): Promise<void> {
    if (this.#presence.n > 1) await this.#silentPeers.setAlarm();
  }

  #isFull(user: string): boolean {
    return this.#presence.peersOf(user) >= MAX_PEERS_OF_USER * limitsScale(this.env);
  }

  #sendState(message: Message): void {
    this.#fanOut.send({ t: "chat", seq: message.seq, d: message });
  }

  #state(user: User, visitor: Visitor): Omit<Snapshot, keyof Messages> {
    return {
      epoch: this.#messages.epoch,
      seq: this.#messages.seq,
      you: this.#moderation.you(user, visitor),
      n: this.#presence.n,
      users: this.#presence.users(),
      settings: this.#moderation.settings,
    };
  }
}
