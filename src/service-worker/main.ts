/** The service worker, `/_sw.js`: it shows pushes, and opens the app without a network. */
import type { PageMessage } from "../away/page-message";
import { canonical } from "../shared/channel-name";
import { BUILD } from "./build";
import { answerFile, answerPage, dropOtherBuilds, forgetChannel, keepChannel } from "./kept";
import { SHARE_PATH } from "../shared/share";
import { onClick, renewSubscription, showPush } from "./push";
import { sendUnsent } from "./send-unsent";
import { openShared } from "./share";
import { updateOrEnd } from "./update";

declare const self: ServiceWorkerGlobalScope;

// A new worker takes over at once: it answers with nothing that an old page could not use
self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(Promise.all([self.clients.claim(), dropOtherBuilds()])));

self.addEventListener("push", (event) => event.waitUntil(showPush(event.data)));
self.addEventListener("notificationclick", (event) => event.waitUntil(onClick(event.notification)));
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renewSubscription()));

// Not in TypeScript's types
self.addEventListener("sync" as never, (event: ExtendableEvent) => event.waitUntil(sendUnsent()));

self.addEventListener("message", (event) => {
  const { build, channel, language } = event.data as PageMessage;
  if (language === undefined) event.waitUntil(forgetChannel(channel));
  else event.waitUntil(build === BUILD ? keepChannel(channel, language) : updateOrEnd());
});

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method === "POST" && pathname === SHARE_PATH) return openShared(event);
  if (method !== "GET" || origin !== self.location.origin) return;
  if (mode !== "navigate") return answerFile(event, pathname);
  const channel = canonical(pathname);
  if (channel !== undefined) answerPage(event, channel);
});
