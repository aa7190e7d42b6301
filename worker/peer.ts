/**
 * The identity of a peer: the router writes it into a URL, the channel reads it from there. Of a peer, crossws keeps only the URL
 * through hibernation, so the URL has everything that must survive.
 */

export interface Identity {
  channel: string;
  /** The user's public id in this channel. */
  user: string;
  /** Whether the person runs this deployment (W21). */
  isHost?: boolean | undefined;
  /** Where the peer comes from: an HMAC of channel and address (W30). Never sent to anyone. */
  place?: string | undefined;
  /** A key to redeem before the peer is accepted (W23). The channel does not keep it. */
  key?: string | undefined;
  /** The name that the client asked for, cleaned. */
  name?: string | undefined;
  /** The highest seq that the client has, of the history that `epoch` names (W3). */
  since?: number | undefined;
  epoch?: string | undefined;
  /** A new or renewed identity for a page whose browser refuses cookies: its welcome carries it (W17). */
  pageIdentity?: string | undefined;
  /** The epoch that the channel sent to this peer. It counts until something is stored. */
  sentEpoch?: string | undefined;
}

const PREFIX = "http://channel/?peer=";

/** The URL with which a peer reaches its channel's object. Only the router makes it, from values that it has checked. */
export function peerUrl(identity: Identity): string {
  return PREFIX + encodeURIComponent(JSON.stringify(identity));
}

/** Without the URL parser: each join reads its URL three times. */
export function identityOf(url: string): Identity {
  return JSON.parse(decodeURIComponent(url.slice(PREFIX.length).replaceAll("+", " "))) as Identity; // older versions wrote + for a space
}

/** The peer at the other end of a socket. */
export interface Connection {
  id: string;
  identity: Identity;
}

/** What crossws keeps in a socket's attachment: the peer's id and URL. The rest is ours. */
interface Attachment {
  i: string;
  u: string;
  today?: MessagesToday;
  /** Whether its page has said that nobody sees it (W36). */
  hidden?: boolean;
}

/** The messages that a peer has sent on one day (days since 1970, UTC). */
export interface MessagesToday {
  day: number;
  n: number;
}

const connections = new WeakMap<WebSocket, Connection>();

/**
 * The peer at the other end of `socket`, also after an eviction. crossws 0.4.17 keeps its id and URL in the socket's attachment, as
 * `i` and `u`. Its own API needs a peer object, which a constructor or an RPC does not have. Read once for each socket.
 */
export function connectionOf(socket: WebSocket): Connection {
  let connection = connections.get(socket);
  if (!connection) {
    const { i, u } = socket.deserializeAttachment() as Attachment;
    connection = { id: i, identity: identityOf(u) };
    connections.set(socket, connection);
  }
  return connection;
}

/** Survives an eviction, like the rest of the attachment. */
export function messagesToday(socket: WebSocket): MessagesToday | undefined {
  return (socket.deserializeAttachment() as Attachment).today;
}

export function setMessagesToday(socket: WebSocket, today: MessagesToday | undefined): void {
  socket.serializeAttachment({ ...(socket.deserializeAttachment() as Attachment), today });
}

/** Whether the peer's page has said that nobody sees it. */
export function isHidden(socket: WebSocket): boolean {
  return (socket.deserializeAttachment() as Attachment).hidden ?? false;
}

export function setHidden(socket: WebSocket, hidden: boolean): void {
  if (hidden !== isHidden(socket)) socket.serializeAttachment({ ...(socket.deserializeAttachment() as Attachment), hidden });
}

/** What is needed to close a peer. */
export interface ClosablePeer {
  id: string;
  close(code?: number, reason?: string): void;
}

export function peerOf(socket: WebSocket): ClosablePeer {
  return { id: connectionOf(socket).id, close: (code, reason) => socket.close(code, reason) };
}
