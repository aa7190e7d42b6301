/** The cryptography of pushes (W36): RFC 8291, byte for byte, and RFC 8292. */
import { expect, it } from "vitest";
import { encrypted } from "../../worker/push/encryption";
import { isPushService } from "../../worker/push/endpoint";
import { authorization, newVapidKeys } from "../../worker/push/vapid";

const bytesOf = (base64url: string) => Uint8Array.fromBase64(base64url, { alphabet: "base64url" });
const base64url = (bytes: Uint8Array) => bytes.toBase64({ alphabet: "base64url", omitPadding: true });

/** A key pair from its parts, in base64url: the scalar, and the uncompressed point. */
async function pairOf(d: string, point: string): Promise<CryptoKeyPair> {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const [x, y] = [bytesOf(point).slice(1, 33), bytesOf(point).slice(33)].map(base64url);
  const jwk = { kty: "EC", crv: "P-256", x: x!, y: y! };
  return {
    publicKey: await crypto.subtle.importKey("jwk", jwk, curve, true, []),
    privateKey: await crypto.subtle.importKey("jwk", { ...jwk, d }, curve, true, ["deriveBits"]),
  };
}

it("W36 a push is encrypted as in appendix A of RFC 8291", async () => {
  const keys = await pairOf(
    "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
    "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
  );
  const browser = {
    p256dh: bytesOf("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
    auth: bytesOf("BTBZMqHH6r4Tts7J_aSIgg"),
  };
  const text = new TextEncoder().encode("When I grow up, I want to be a watermelon");
  expect(base64url(await encrypted(text, browser, { keys, salt: bytesOf("DGv6ra1nlYgDCS1FRnbzlw") }))).toBe(
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
  );
});

it("W36 a request is signed for the origin of its endpoint, for less than a day, and names whom to write to", async () => {
  const keys = await newVapidKeys();
  expect(keys.publicKey).toMatch(/^B[\w-]{86}$/);
  const header = await authorization("https://push.example:8443/a/b?c", keys, "mailto:security@edgewise.test");
  const [, token, key] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(header)!;
  const [head, claims, signature] = token!.split(".") as [string, string, string];
  expect(key).toBe(keys.publicKey);
  expect(JSON.parse(new TextDecoder().decode(bytesOf(head)))).toEqual({ typ: "JWT", alg: "ES256" });
  const { exp, ...rest } = JSON.parse(new TextDecoder().decode(bytesOf(claims))) as { exp: number };
  expect(rest).toEqual({ aud: "https://push.example:8443", sub: "mailto:security@edgewise.test" });
  expect(exp - Date.now() / 1_000).toBeGreaterThan(3_600);
  expect(exp - Date.now() / 1_000).toBeLessThan(86_400);
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const verifier = await crypto.subtle.importKey("raw", bytesOf(key!), curve, false, ["verify"]);
  const signed = new TextEncoder().encode(`${head}.${claims}`);
  expect(await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, verifier, bytesOf(signature), signed)).toBe(true);
});

it.each([
  ["https://fcm.googleapis.com/fcm/send/abc", true],
  ["https://updates.push.services.mozilla.com/wpush/v2/abc", true],
  ["https://web.push.apple.com/QGuQ", true],
  ["https://wns2-par02p.notify.windows.com/w/?token=abc", true],
  ["http://fcm.googleapis.com/fcm/send/abc", false],
  ["https://fcm.googleapis.com:8443/fcm/send/abc", false],
  ["https://user:secret@fcm.googleapis.com/fcm/send/abc", false],
  ["https://fcm.googleapis.com.evil.example/", false],
  ["https://evilfcm.googleapis.com/", false],
  ["https://notfcm-googleapis.com/", false],
  ["https://push.apple.com.", false],
  ["https://127.0.0.1/", false],
  ["https://2130706433/", false],
  ["https://0x7f.1/", false],
  ["https://[::1]/", false],
  ["https://localhost/", false],
  ["http://localhost:9999/push", true],
  ["https://push.test/x", true],
  ["http://push.test:81/x", false],
  ["http://127.0.0.1:9999/push", false],
  [`https://fcm.googleapis.com/${"x".repeat(2_048)}`, false],
  ["file:///etc/passwd", false],
  ["", false],
])("W36 a push may be sent to %s: %s", (endpoint, isAllowed) => {
  expect(isPushService(endpoint, "localhost:9999, push.test,127.0.0.1:9999")).toBe(isAllowed);
});
