/** The cookies that the page sets: its own memory of them counts if the browser refuses cookies. */
import { cookieLine } from "~/shared/cookies";

let memory = "";

/** What is kept in this browser, or else in this page; in the format of `document.cookie`. */
export function cookies(): string {
  return `${document.cookie}; ${memory}`;
}

/** Sets a cookie: here at once, and then by the Worker, for longer than browsers let a script. */
export function keepCookie(cookie: string): void {
  document.cookie = cookieLine(cookie, location.protocol === "https:");
  memory = `${cookie}; ${memory}`;
  fetch(`/api/cookies?${cookie}`, { method: "POST", keepalive: true }).catch(() => undefined); // offline: the next page does it
}
