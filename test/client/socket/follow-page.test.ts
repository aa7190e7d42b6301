/** What the page's own events do to its socket. */

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { followPage } from "../../../src/socket/follow-page";

const socket = { pause: vi.fn<() => void>(), retryNow: vi.fn<() => void>() };
let unfollow: () => void;

beforeEach(() => {
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
  unfollow = followPage(socket);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

const happens = (type: string, detail = {}) => window.dispatchEvent(Object.assign(new Event(type), detail));

function becomes(visibilityState: DocumentVisibilityState) {
  Object.assign(document, { visibilityState });
  document.dispatchEvent(new Event("visibilitychange"));
}

it("W15 a page that is left pauses its socket", () => {
  happens("pagehide");
  expect(socket.pause).toHaveBeenCalledTimes(1);
  expect(socket.retryNow).not.toHaveBeenCalled();
});

it("W15 a page out of the back/forward cache connects at once, a fresh one has done so already", () => {
  happens("pageshow", { persisted: false });
  expect(socket.retryNow).not.toHaveBeenCalled();
  happens("pageshow", { persisted: true });
  expect(socket.retryNow).toHaveBeenCalledTimes(1);
});

it("W15 a browser that comes online, or loses a network, looks to its socket at once", () => {
  happens("online");
  happens("offline");
  expect(socket.retryNow).toHaveBeenCalledTimes(2);
});

it("W15 a page that becomes visible looks to its socket, a page that is hidden keeps it", () => {
  becomes("hidden");
  expect(socket.retryNow).not.toHaveBeenCalled();
  expect(socket.pause).not.toHaveBeenCalled();
  becomes("visible");
  expect(socket.retryNow).toHaveBeenCalledTimes(1);
});

it("nothing is heard after the socket is no longer wanted", () => {
  unfollow();
  happens("pagehide");
  happens("online");
  becomes("visible");
  expect(socket.pause).not.toHaveBeenCalled();
  expect(socket.retryNow).not.toHaveBeenCalled();
});
