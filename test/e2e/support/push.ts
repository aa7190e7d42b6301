/** What a headless browser lacks for pushes: permission, a push service, and notifications. */
import { createECDH, randomBytes } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { CDPSession, Worker } from "playwright-core";
import type { Visitor } from "./people";

/** A notification as the service worker has shown it. */
export interface Shown {
  title: string;
  body: string;
  tag: string;
  data: unknown;
}

/** A push service on this machine, for the Worker's variable PUSH_HOSTS. */
export async function startPushService() {
  const posts: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    posts.push(request.headers);
    response.writeHead(201).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { host: `localhost:${(server.address() as AddressInfo).port}`, posts, stop: () => server.close() };
}

/** Before a page is opened: its browser answers the question about notifications, and has a subscription at `host`. */
export async function allowPushes(
  { page }: Visitor,
  host: string,
  permission: NotificationPermission = "granted",
): Promise<void> {
  const browser = createECDH("prime256v1");
  const keys = { p256dh: browser.generateKeys("base64url"), auth: randomBytes(16).toString("base64url") };
  const subscription = { endpoint: `http://${host}/${randomBytes(8).toString("hex")}`, keys };
  await page.addInitScript(
    ([subscription, permission]) => {
      const asked = () => Number(sessionStorage.getItem("asked") ?? 0);
      Object.defineProperty(Notification, "permission", { get: () => (asked() > 0 ? permission : "default") });
      Notification.requestPermission = async () => {
        sessionStorage.setItem("asked", String(asked() + 1));
        return permission;
      };
      const made = { ...subscription, toJSON: () => subscription, unsubscribe: async () => true };
      PushManager.prototype.getSubscription = async () => null;
      PushManager.prototype.subscribe = async () => made as unknown as PushSubscription;
    },
    [subscription, permission] as const,
  );
}

/** The service worker of a visitor's browser, once it is active. */
export async function workerOf({ page }: Visitor): Promise<Worker> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  const [worker] = page.context().serviceWorkers();
  return worker ?? page.context().waitForEvent("serviceworker");
}

/** From now on the worker's notifications are listed instead of shown. */
export async function listNotifications(worker: Worker): Promise<() => Promise<Shown[]>> {
  await worker.evaluate(() => {
    const shown: unknown[] = [];
    const registration = (globalThis as unknown as { registration: ServiceWorkerRegistration }).registration;
    registration.showNotification = async (title, options) => void shown.push({ title, ...options });
    Object.assign(globalThis, { shown });
  });
  return () => worker.evaluate(() => (globalThis as unknown as { shown: Shown[] }).shown);
}

/** Delivers a push to the worker, as the browser does. */
export const deliverPush = (visitor: Visitor, push: object): Promise<void> =>
  dispatch(visitor, (session, target) =>
    session.send("ServiceWorker.deliverPushMessage", { ...target, data: JSON.stringify(push) }),
  );

/** Tells the worker that there is a network again (Background Sync), as the browser does. */
export const dispatchSync = (visitor: Visitor): Promise<void> =>
  dispatch(visitor, (session, target) =>
    session.send("ServiceWorker.dispatchSyncEvent", { ...target, tag: "outbox", lastChance: false }),
  );

async function dispatch(
  { page }: Visitor,
  send: (session: CDPSession, target: { origin: string; registrationId: string }) => Promise<unknown>,
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registration = new Promise<string>((resolve) =>
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: [first] }) => first && resolve(first.registrationId)),
  );
  await session.send("ServiceWorker.enable");
  const { origin } = new URL(page.url());
  await send(session, { origin, registrationId: await registration });
  await session.detach();
}
