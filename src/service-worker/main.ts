/** The service worker, `/_sw.js`: it shows pushes, and opens the app without a network. */
import type { PageMessage } from "../away/page-message";
import { canonical } from "../shared/channel-name";
import { answerFile, answerPage, dropOtherBuilds, forgetChannel, keepChannel } from "./kept";
import { onClick, renewSubscription, showPush } from "./push";

declare const self: ServiceWorkerGlobalScope;

// A new worker takes over at once: it answers with nothing that an old page could not use
self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(Promise.all([self.clients.claim(), dropOtherBuilds()])));

self.addEventListener("push", (event) => event.waitUntil(showPush(event.data)));
self.addEventListener("notificationclick", (event) => event.waitUntil(onClick(event.notification)));
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renewSubscription()));

self.addEventListener("message", (event) => {
  const { channel, language } = event.data as PageMessage;
  event.waitUntil(language === undefined ? forgetChannel(channel) : keepChannel(channel, language));
});

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin) return;
  if (mode !== "navigate") return answerFile(event, pathname);
  const channel = canonical(pathname);
  if (channel !== undefined) answerPage(event, channel);
});
