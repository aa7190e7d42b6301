/** W30: an office, where everyone has the same address, after a restart of the server. */
import { expect, it } from "vitest";
import { Client, newcomer } from "./support/client";
import { startEdgewise } from "./support/edgewise";

const PEOPLE = 200;
const BACK_WITHIN = 60_000; // ms

it(`W30 ${PEOPLE} people behind one address are all back within 60 s of a restart`, async () => {
  await using edgewise = await startEdgewise();
  using office = new DisposableStack();
  const clients: Client[] = [];
  for (let n = 0; n < PEOPLE; n++) {
    const cookie = await newcomer(edgewise.url, `198.51.100.${n}`); // they were somewhere else when they were new
    clients.push(office.use(new Client(`${n}`, edgewise.url, "office", { cookie })).connect());
  }
  const online = () => clients.filter(({ status }) => status === "online").length;
  await expect.poll(online).toBe(PEOPLE);

  await edgewise.kill();
  await expect.poll(online).toBe(0);
  await edgewise.restart();
  const started = performance.now();
  await expect.poll(online, { timeout: BACK_WITHIN }).toBe(PEOPLE);
  console.log(`All ${PEOPLE} were back after ${((performance.now() - started) / 1000).toFixed(1)} s.`);
});
