/** The token in a link that makes another browser the same person (W23): encrypted and authenticated, so the site alone can make or read one. */

/** What a token says. */
export interface IdentityLink {
  id: string;
  /** The person's secret. */
  secret: string;
  /** Unix ms. Absent for a recovery link, which counts until the person makes another one. */
  expires?: number;
  /** The name that the person has chosen in the browser that made the link. */
  name?: string;
}

const IV_BYTES = 12; // of AES-GCM. It is random: the same one may come twice after some 2^32 tokens
const BASE64URL = { alphabet: "base64url", omitPadding: true } as const;

export async function sealLink(link: IdentityLink, key: Uint8Array): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await importKey(key), utf8(JSON.stringify(link)));
  return new Uint8Array([...iv, ...new Uint8Array(sealed)]).toBase64(BASE64URL);
}

/** What the token says; `undefined` if this key has not made it, or it was changed. */
export async function openLink(token: string, key: Uint8Array): Promise<IdentityLink | undefined> {
  try {
    const bytes = Uint8Array.fromBase64(token, BASE64URL);
    if (bytes.toBase64(BASE64URL) !== token) return undefined; // the last character can be written in several ways
    const [iv, sealed] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES)];
    const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await importKey(key), sealed);
    return JSON.parse(new TextDecoder().decode(opened)) as IdentityLink;
  } catch {
    return undefined;
  }
}

function importKey(key: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
