/** Signs requests to push services as this site's: VAPID, RFC 8292. */

const CURVE = { name: "ECDSA", namedCurve: "P-256" };
const VALID_FOR = 12 * 60 * 60; // seconds; at most 24 hours

/** The site's key pair, as the Keyring keeps it. */
export interface VapidKeys {
  /** An uncompressed point of P-256 in base64url: 87 characters. Subscriptions are bound to it. */
  publicKey: string;
  privateKey: JsonWebKey;
}

export async function newVapidKeys(): Promise<VapidKeys> {
  const { publicKey, privateKey } = (await crypto.subtle.generateKey(CURVE, true, ["sign"])) as CryptoKeyPair;
  const point = new Uint8Array((await crypto.subtle.exportKey("raw", publicKey)) as ArrayBuffer);
  return { publicKey: base64url(point), privateKey: (await crypto.subtle.exportKey("jwk", privateKey)) as JsonWebKey };
}

/** The `Authorization` header for an endpoint. `contact` is whom a push service can write to: a `mailto:` or `https:` address. */
export async function authorization(endpoint: string, { publicKey, privateKey }: VapidKeys, contact: string): Promise<string> {
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(Date.now() / 1_000) + VALID_FOR, sub: contact };
  const signed = [{ typ: "JWT", alg: "ES256" }, claims]
    .map((part) => base64url(new TextEncoder().encode(JSON.stringify(part))))
    .join(".");
  const key = await crypto.subtle.importKey("jwk", privateKey, CURVE, false, ["sign"]);
  const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, new TextEncoder().encode(signed));
  return `vapid t=${signed}.${base64url(new Uint8Array(signature))}, k=${publicKey}`;
}

function base64url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}
