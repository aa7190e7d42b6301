/** A push service and browsers for tests: it takes what the Worker posts, and a browser decrypts it (RFC 8291). */
import { vi } from "vitest";

export interface Browser {
  /** As `PushSubscription.toJSON()` has it. */
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } };
  decrypt(body: Uint8Array): Promise<Note>;
}

/** What a push says. */
export interface Note {
  title: string;
  body: string;
  channel: string;
  id: number;
  n: number;
  url: string;
}

export interface Posted {
  endpoint: string;
  headers: Headers;
  body: Uint8Array;
}

const CURVE = { name: "ECDH", namedCurve: "P-256" };
const base64url = (bytes: Uint8Array) => bytes.toBase64({ alphabet: "base64url", omitPadding: true });
const ascii = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

let browsers = 0;

export async function newBrowser(host = "push.test"): Promise<Browser> {
  const { publicKey, privateKey } = (await crypto.subtle.generateKey(CURVE, true, ["deriveBits"])) as CryptoKeyPair;
  const own = new Uint8Array((await crypto.subtle.exportKey("raw", publicKey)) as ArrayBuffer);
  const auth = crypto.getRandomValues(new Uint8Array(16));
  return {
    subscription: { endpoint: `https://${host}/${browsers++}`, keys: { p256dh: base64url(own), auth: base64url(auth) } },
    async decrypt(body) {
      const [salt, sender, record] = [body.slice(0, 16), body.slice(21, 21 + body[20]!), body.slice(21 + body[20]!)];
      const other = await crypto.subtle.importKey("raw", sender, CURVE, false, []);
      const shared = new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: other } as never, privateKey, 256));
      const ikm = await hkdf(auth, shared, joined(ascii("WebPush: info\0"), own, sender), 32);
      const key = await hkdf(salt, ikm, ascii("Content-Encoding: aes128gcm\0"), 16);
      const iv = await hkdf(salt, ikm, ascii("Content-Encoding: nonce\0"), 12);
      const aes = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]);
      const text = new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, aes, record));
      return JSON.parse(new TextDecoder().decode(text.slice(0, text.lastIndexOf(2)))) as Note;
    },
  };
}

async function hkdf(salt: Uint8Array, secret: Uint8Array, info: Uint8Array, length: number): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, key, length * 8));
}

/** Takes the place of the network until the mocks are restored. `answer` is asked for each push. */
export function pushService(
  answer: (posted: Posted) => Response | Promise<Response> = () => new Response(null, { status: 201 }),
) {
  const posted: Posted[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const { headers, body } = new Request(input as string, init as RequestInit);
    const push = { endpoint: String(input), headers, body: new Uint8Array(await new Response(body).arrayBuffer()) };
    posted.push(push);
    return answer(push);
  });
  return posted;
}
