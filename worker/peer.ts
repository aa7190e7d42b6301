/**
 * Who a peer is: written into a URL by the router, read back by the channel. crossws keeps a peer's URL through
 * hibernation, and nothing else of it, so what must outlast a sleep is in there.
 */

export interface Identity {
  channel: string;
  /** The user's public id in this channel. */
  user: string;
  /** The name that the client asked for, cleaned. */
  name?: string | undefined;
  /** The highest seq that the client has, of the history that `epoch` names (W3). */
  since?: number | undefined;
  epoch?: string | undefined;
  /** The epoch that the channel told this peer, which counts until something is stored. */
  told?: string | undefined;
}

/** The URL by which a peer comes to its channel's object. Only the router makes one: nothing a client writes is in it unread. */
export function peerUrl(identity: Identity): string {
  return `http://channel/?${new URLSearchParams({ peer: JSON.stringify(identity) })}`;
}

export function identityOf(url: string): Identity {
  return JSON.parse(new URL(url).searchParams.get("peer")!) as Identity;
}

/** Who is at the other end of a socket: the peer's id, and its identity. */
export interface End {
  id: string;
  identity: Identity;
}

const ends = new WeakMap<WebSocket, End>();

/**
 * Who is at the other end of `socket`, which the object may have held before it slept. crossws 0.4.17 keeps both in the socket's
 * attachment, as `i` and `u`; its own way to them needs a peer at hand, which a constructor and an RPC have not. Read once a socket.
 */
export function endOf(socket: WebSocket): End {
  let end = ends.get(socket);
  if (!end) {
    const { i, u } = socket.deserializeAttachment() as { i: string; u: string };
    end = { id: i, identity: identityOf(u) };
    ends.set(socket, end);
  }
  return end;
}

/** A peer as far as it takes to end it. */
export interface Endable {
  id: string;
  close(code?: number, reason?: string): void;
}

export function peerAt(socket: WebSocket): Endable {
  return { id: endOf(socket).id, close: (code, reason) => socket.close(code, reason) };
}
