/** The page's events pause and reconnect its socket. */

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

it("W15 leaving a page pauses its socket", () => {
  happens("pagehide");
  expect(socket.pause).toHaveBeenCalledTimes(1);
  expect(socket.retryNow).not.toHaveBeenCalled();
});

it("W15 a page from the back/forward cache connects at once; a fresh one does not connect twice", () => {
  happens("pageshow", { persisted: false });
  expect(socket.retryNow).not.toHaveBeenCalled();
  happens("pageshow", { persisted: true });
  expect(socket.retryNow).toHaveBeenCalledTimes(1);
});

it("W15 the socket is checked at once when the browser comes online or loses a network", () => {
  happens("online");
  happens("offline");
  expect(socket.retryNow).toHaveBeenCalledTimes(2);
});

it("W15 the socket is checked when the page becomes visible, and kept when it is hidden", () => {
  becomes("hidden");
  expect(socket.retryNow).not.toHaveBeenCalled();
  expect(socket.pause).not.toHaveBeenCalled();
  becomes("visible");
  expect(socket.retryNow).toHaveBeenCalledTimes(1);
});

it("after it has ended, no event reaches the socket", () => {
  unfollow();
  happens("pagehide");
  happens("online");
  becomes("visible");
  expect(socket.pause).not.toHaveBeenCalled();
  expect(socket.retryNow).not.toHaveBeenCalled();
});
