/** What a client tells about itself in the query of a connection (W1), with the public id of its user. */
import { guestName } from "../../src/shared/guest-name";
import type { Person } from "../identity/identify";
import { publicId } from "../identity/public-id";
import type { Identity } from "../peer";
import { validName } from "./visitor";

const MAX_EPOCH_LENGTH = 64; // UTF-16 units

export function peerIdentity(channel: string, { secret, identity }: Person, query: URLSearchParams): Identity {
  const since = query.get("since") ?? "";
  return {
    channel,
    user: publicId(secret, channel),
    name: validName(query.get("name")) ?? guestName(secret),
    since: /^\d{1,15}$/.test(since) ? Number(since) : undefined,
    epoch: query.get("epoch")?.slice(0, MAX_EPOCH_LENGTH),
    pageIdentity: identity,
  };
}
