/** HMAC-SHA-256 with Web Crypto, and the encodings that go with it. */

export function importHmacKey(secret: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
}

export async function hmacOf(text: string, key: CryptoKey): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, utf8(text)));
}

/** Whether `mac`, in base64url, is the HMAC of `text`. Web Crypto compares in constant time. */
export function isHmacOf(text: string, mac: string, key: CryptoKey): Promise<boolean> {
  return crypto.subtle.verify("HMAC", key, Uint8Array.fromBase64(mac, { alphabet: "base64url" }), utf8(text));
}

/** Base64url without padding. */
export function base64url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
