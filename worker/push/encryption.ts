/** Encrypts a push for one browser: RFC 8291, in the encoding aes128gcm of RFC 8188, by Web Crypto. */

const CURVE = { name: "ECDH", namedCurve: "P-256" };
const RECORD_SIZE = 4_096; // bytes; a push is one record
const LAST_RECORD = 2; // the delimiter after the text

/** What a browser's subscription says of its keys. */
export interface BrowserKeys {
  /** A point of P-256, uncompressed: 65 bytes. */
  p256dh: Uint8Array;
  /** 16 bytes. */
  auth: Uint8Array;
}

/** For tests: what is otherwise made anew for each push. */
interface Ephemeral {
  keys: CryptoKeyPair;
  salt: Uint8Array;
}

/** The body of the request to the push service. Rejects if `p256dh` is not a point of the curve. */
export async function encrypted(text: Uint8Array, { p256dh, auth }: BrowserKeys, given?: Ephemeral): Promise<Uint8Array> {
  const browser = await publicKeyOf(p256dh);
  const { publicKey, privateKey } =
    given?.keys ?? ((await crypto.subtle.generateKey(CURVE, true, ["deriveBits"])) as CryptoKeyPair);
  const own = new Uint8Array((await crypto.subtle.exportKey("raw", publicKey)) as ArrayBuffer);
  const shared = new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: browser } as never, privateKey, 256));
  const salt = given?.salt ?? crypto.getRandomValues(new Uint8Array(16));

  const ikm = await derived(auth, shared, joined(ascii("WebPush: info\0"), p256dh, own), 32);
  const key = await derived(salt, ikm, ascii("Content-Encoding: aes128gcm\0"), 16);
  const nonce = await derived(salt, ikm, ascii("Content-Encoding: nonce\0"), 12);
  const aes = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"]);
  const record = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, aes, joined(text, [LAST_RECORD]));

  const head = new Uint8Array(5);
  new DataView(head.buffer).setUint32(0, RECORD_SIZE);
  head[4] = own.length;
  return joined(salt, head, own, new Uint8Array(record));
}

/** Rejects if these bytes are not a point of P-256. */
export function publicKeyOf(p256dh: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", p256dh, CURVE, false, []);
}

/** HKDF with SHA-256 (RFC 5869). */
async function derived(salt: Uint8Array, secret: Uint8Array, info: Uint8Array, length: number): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, key, length * 8));
}

const ascii = (text: string) => new TextEncoder().encode(text);

function joined(...parts: (Uint8Array | readonly number[])[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
