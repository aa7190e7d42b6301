/** Sends what waits in the outbox once there is a network, also while no page is open: Background Sync. */
import { MessageOutbox, type UnsentMessage } from "../outbox/MessageOutbox";
import { browserStore, storedLists } from "../outbox/storage";
import { BrowserTabs } from "../outbox/tabs";
import { canonical } from "../shared/channel-name";
import { StrongSocket } from "../socket/StrongSocket";

const GIVE_UP_AFTER = 20_000; // ms; then the browser asks again later

/** Pages send their own: only what closed ones have left is sent here. */
export async function sendUnsent(): Promise<void> {
  const channels = (await storedLists()).filter((name) => canonical(name) === name);
  await Promise.all(channels.map(sendFrom));
}

async function sendFrom(channel: string): Promise<void> {
  const socket = StrongSocket.create(channel);
  const store = browserStore<UnsentMessage>(channel);
  const sent = Promise.withResolvers<void>();
  const timer = setTimeout(() => sent.reject(new Error(`${channel} does not answer`)), GIVE_UP_AFTER);
  const resolveIfSent = () => {
    const { entries, tab } = outbox.queue;
    if (!entries.some((entry) => entry.tab === tab && !entry.refusal)) sent.resolve();
  };
  const outbox = new MessageOutbox({ send: (event) => socket.send(event), store, tabs: new BrowserTabs(channel) });
  await outbox.load();
  resolveIfSent();
  let you = "";
  socket.connect({
    frame(events) {
      for (const event of events) {
        if (event.t === "welcome") you = event.d.you.id;
        outbox.receive(event, you);
      }
      resolveIfSent();
    },
  });
  try {
    await sent.promise;
    await store.read(); // what was removed is stored
  } finally {
    clearTimeout(timer);
    outbox.close();
    socket.close();
  }
}
