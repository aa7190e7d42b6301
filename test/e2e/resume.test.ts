/** Resume over a real socket: exactly the missed changes, or the latest messages with a mark. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { MAX_RESUME, PAGE_SIZE, type ClientEvent } from "../../src/shared/protocol";
import { Client, newcomer, until } from "./support/client";
import { startEdgewise, type Edgewise } from "./support/edgewise";

const AT_ONCE = 100; // events on their way

let edgewise: Edgewise;
let cookies: string[];

beforeAll(async () => {
  edgewise = await startEdgewise({ vars: { LIMITS_SCALE: 10_000 } });
  cookies = [await newcomer(edgewise.url), await newcomer(edgewise.url)];
});
afterAll(() => edgewise?.stop());

it("W3 after 400 missed changes a client gets exactly the changed messages in their current state", async () => {
  using ben = await meets("Ben", "resume/400");
  using ada = await meets("Ada", "resume/400");
  await changes(ben, chatEvents(ben, 100));
  await ada.until(() => ada.seq === 100, "the first 100");

  ada.leaves();
  // of those known to Ada 20 are edited, 20 deleted, 20 reacted to by Ben; of 250 new ones some as well; some twice
  const some = (first: number, n = 20) => Array.from({ length: n }, (_, i) => first + i);
  await changes(ben, [
    ...some(1).map((id): ClientEvent => ({ t: "edit", d: { id, text: `corrected ${id}` } })),
    ...some(31).map((id): ClientEvent => ({ t: "delete", d: { id } })),
    ...some(61).map((id): ClientEvent => ({ t: "react", d: { id, emoji: "👍", on: true } })),
    ...chatEvents(ben, 250),
    ...some(11).map((id): ClientEvent => ({ t: "edit", d: { id, text: `corrected ${id} again` } })),
    ...some(161 + 40).map((id): ClientEvent => ({ t: "react", d: { id, emoji: "🎉", on: true } })),
    ...some(161 + 60).map((id): ClientEvent => ({ t: "delete", d: { id } })),
    ...some(61, 10).map((id): ClientEvent => ({ t: "react", d: { id, emoji: "👍", on: false } })),
    ...some(161 + 80).map((id): ClientEvent => ({ t: "edit", d: { id, text: `corrected ${id}` } })),
  ]);
  expect(ben.seq).toBe(100 + 400);
  const changed = ben.messages.filter(({ seq }) => seq > 100).toSorted((a, b) => a.seq - b.seq);

  ada.comesBack();
  await ada.until(() => ada.welcomes.length === 2, "the second welcome");
  const { resumed, messages } = ada.welcomes[1]!;
  expect(resumed).toBe(true);
  expect(messages).toEqual(changed);
  expect(ada.messages).toEqual(ben.messages);
  expect(ada.timeline.skipped).toBe(false);
  using fresh = await meets("Fresh load", "resume/400");
  await fresh.readsAll();
  expect(ada.messages).toEqual(fresh.messages);
  console.log(`Away for 400 changes: ${messages.length} messages in one frame of ${ada.welcomeBytes} bytes.`);
});

it(
  "W3 after 5,000 missed messages the latest 50 replace the list, with a mark, and older ones can be loaded",
  { timeout: 180_000 }, // each wait says after 45 s what it waits for
  async () => {
    using ben = await meets("Ben", "resume/5000");
    using ada = await meets("Ada", "resume/5000");
    await changes(ben, chatEvents(ben, 60));
    await ada.until(() => ada.seq === 60, "the first 60");

    ada.leaves();
    await changes(ben, chatEvents(ben, 5_000));
    ada.comesBack();
    await ada.until(() => ada.welcomes.length === 2, "the second welcome");
    const { resumed, messages, more } = ada.welcomes[1]!;
    expect([resumed, messages.length, more]).toEqual([false, PAGE_SIZE, true]);
    expect(ada.messages).toEqual(ben.messages.slice(-PAGE_SIZE));
    expect(ada.timeline.skipped).toBe(true);
    console.log(`Away for 5,000 messages: the latest ${messages.length} in one frame of ${ada.welcomeBytes} bytes.`);

    await changes(ben, chatEvents(ben, 1));
    await ada.until(() => ada.seq === 5_061, "what is said next");
    await ada.readsAll();
    expect(ada.messages).toEqual(ben.messages);
  },
);

it(`W3 ${MAX_RESUME} changed messages can be resumed, one more cannot`, async () => {
  using ben = await meets("Ben", "resume/most");
  using ada = await meets("Ada", "resume/most");
  for (const [n, resumed] of [
    [MAX_RESUME, true],
    [MAX_RESUME + 1, false],
  ] as const) {
    ada.leaves();
    await changes(ben, chatEvents(ben, n));
    const before = ada.welcomes.length;
    ada.comesBack();
    await ada.until(() => ada.welcomes.length > before, "a welcome");
    expect(ada.welcomes.at(-1)!.resumed).toBe(resumed);
    expect(ada.timeline.skipped).toBe(!resumed);
  }
});

async function meets(name: string, channel: string): Promise<Client> {
  const cookie = cookies[name === "Ben" ? 0 : 1]!;
  const client = new Client(name, edgewise.url, channel, { cookie }).connect();
  await client.until(() => client.status === "online", "a welcome");
  return client;
}

function chatEvents({ name }: Client, n: number): ClientEvent[] {
  return Array.from({ length: n }, (_, i) => ({ t: "chat", d: { cid: crypto.randomUUID(), text: `${name} says ${i + 1}` } }));
}

/** Sends events that each change something, some at a time, and waits for their echoes. */
async function changes(client: Client, events: readonly ClientEvent[]): Promise<void> {
  for (let first = 0; first < events.length; first += AT_ONCE) {
    const some = events.slice(first, first + AT_ONCE);
    const seq = client.seq + some.length;
    for (const event of some) expect(client.send(event)).toBe(true);
    await until([client], () => client.seq === seq, `seq ${seq}`);
  }
}
