/** What a channel is told about a peer: what its client says in the query of a connection (W1), and what the router knows. */
import { guestName } from "../../src/shared/guest-name";
import type { Env } from "../env";
import { isHost } from "../identity/host";
import type { Person } from "../identity/identify";
import { loadKeys } from "../identity/keys";
import { placeOf } from "../identity/place";
import { publicId } from "../identity/public-id";
import type { Identity } from "../peer";
import { clientNetwork } from "./address";
import { validName } from "./visitor";

const MAX_EPOCH_LENGTH = 64; // UTF-16 units
const MAX_KEY_LENGTH = 64; // a key has 22 (W23)

export async function peerIdentity(
  channel: string,
  { secret, identity }: Person,
  request: Request,
  query: URLSearchParams,
  env: Env,
): Promise<Identity> {
  const since = query.get("since") ?? "";
  const placeKey = (await loadKeys(env.KEYRING))?.place;
  return {
    channel,
    user: publicId(secret, channel),
    name: validName(query.get("name")) ?? guestName(secret),
    since: /^\d{1,15}$/.test(since) ? Number(since) : undefined,
    epoch: query.get("epoch")?.slice(0, MAX_EPOCH_LENGTH),
    place: placeKey && placeOf(channel, clientNetwork(request), placeKey),
    key: query.get("key")?.slice(0, MAX_KEY_LENGTH),
    isHost: isHost(request, env) || undefined,
    pageIdentity: identity,
  };
}
