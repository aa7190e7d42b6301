/** `kill -9` while clients write: each message is stored once, and all end with the same list. */
import { expect, it } from "vitest";
import { Client, newcomer, until } from "./support/client";
import { startEdgewise } from "./support/edgewise";
import { seeded } from "./support/seeded";

const CLIENTS = 8;
const MESSAGES = 200; // a client
const ALL = CLIENTS * MESSAGES;
const AHEAD = 5; // messages that a client has written and not seen echoed
const SEED = 1;

/** What is killed, in turn: the runtime, which Miniflare starts anew behind the same port, or everything. */
const KILLS = ["runtime", "all", "runtime", "runtime", "all"] as const;

it(
  `W4 W6 ${CLIENTS} clients send ${MESSAGES} messages each while workerd is killed ${KILLS.length} times: each is stored once, in order, without gaps`,
  { timeout: 300_000 }, // with five restarts; each wait says after 45 s what it waits for
  async () => {
    await using edgewise = await startEdgewise({ vars: { LIMITS_SCALE: 1000 } });
    using stack = new DisposableStack();
    const random = seeded(SEED);
    const clients: Client[] = [];
    for (let n = 0; n < CLIENTS; n++) {
      const options = { cookie: await newcomer(edgewise.url), random: () => random() / 50 };
      clients.push(stack.use(new Client(`Client ${n}`, edgewise.url, "kill", options)).connect());
    }
    const started = performance.now();
    const writing = clients.map(write);
    for (const [n, what] of KILLS.entries()) {
      // somewhere in the n-th of so many equal parts of the way, never at its very end
      const at = Math.floor(((n + 0.2 + 0.6 * random()) / KILLS.length) * ALL);
      await until(clients, () => echoed(clients) >= at && clients.every(({ status }) => status === "online"), `${at} echoes`);
      if (what === "runtime") await edgewise.killRuntime();
      else await edgewise.kill().then(() => edgewise.restart());
    }
    await Promise.all(writing);
    await until(clients, () => clients.every(({ seq }) => seq === ALL), `everyone to have all ${ALL}`);
    const seconds = (performance.now() - started) / 1_000;

    using fresh = new Client("Fresh load", edgewise.url, "kill").connect();
    await fresh.until(() => fresh.seq === ALL, "a fresh load");
    const { messages } = await fresh.readsAll();
    const seqs = Array.from({ length: ALL }, (_, i) => i + 1);
    expect(messages.map(({ id }) => id)).toEqual(seqs);
    expect(messages.map(({ seq }) => seq)).toEqual(seqs);
    for (const client of clients) {
      await client.readsAll(); // who came back last may have missed more than a resume brings
      expect(client.messages, `${client.name} against a fresh load`).toEqual(messages);
      const [cids, said] = [client.own.map(({ cid }) => cid), client.own.map(({ text }) => text)];
      expect(cids, `${client.name}'s own, each once`).toEqual([...client.sent.keys()]);
      expect(said, `${client.name}'s own, in order`).toEqual(texts(client));
    }

    const sum = (count: (client: Client) => number) => clients.reduce((total, client) => total + count(client), 0);
    const resent = sum((client) => client.resent);
    const unheard = sum(({ storedUnheard }) => storedUnheard);
    const reconnects = sum(({ welcomes }) => welcomes.length - 1);
    console.log(
      `kill -9: killed ${KILLS.length} times, ${reconnects} reconnects, ${ALL} messages stored once each in ${seconds.toFixed(1)} s; ` +
        `${resent} sent again, ${unheard} stored before the kill and echoed only by the resume.`,
    );
    expect(reconnects).toBeGreaterThanOrEqual(KILLS.length * CLIENTS);
    expect(resent + unheard, "sends in flight when it was killed").toBeGreaterThan(0);
  },
);

/** Writes as fast as the echoes come, a few messages ahead of them. */
async function write(client: Client): Promise<void> {
  for (const text of texts(client)) {
    await client.until(() => client.unsent.length < AHEAD, "an echo");
    client.say(text);
  }
  await client.until(() => client.unsent.length === 0, "the last echo");
}

function texts({ name }: Client): string[] {
  return Array.from({ length: MESSAGES }, (_, n) => `${name} says ${n + 1}`);
}

function echoed(clients: readonly Client[]): number {
  return clients.reduce((sum, { sent, unsent }) => sum + sent.size - unsent.filter(({ cid }) => sent.has(cid)).length, 0);
}
