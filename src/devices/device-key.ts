/** The key that a person's linked devices share, and that no server has: it travels behind the `#` of a device link. */
import { toBase64Url } from "./base64url";
import { storedText, STORAGE_KEYS } from "~/ui/stored";

const KEY = /^[\w-]{43}$/; // 256 bits in base64url

const kept = storedText(STORAGE_KEYS.deviceKey);

/** Undefined if no device is linked to this one. */
export function deviceKey(): string | undefined {
  const key = kept.read();
  return KEY.test(key) ? key : undefined;
}

/** The key of this device; a new one if it has none. */
export function createDeviceKey(): string {
  const key = deviceKey() ?? toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  kept.write(key);
  return key;
}

/** Takes over the key of a link. Another value changes nothing. */
export function adoptDeviceKey(key: string | undefined): void {
  if (key !== undefined && KEY.test(key)) kept.write(key);
}

/** From now on this device keeps its list to itself. */
export const forgetDeviceKey = (): void => kept.write("");
