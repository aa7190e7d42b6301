/** Two people chat in a channel, in a browser, against the built Worker. */
import { expect, it, vi } from "vitest";
import { LEAVE_GRACE, type ServerEvent } from "../../src/shared/protocol";
import { STEP_TIMEOUT } from "./support/browser";
import { setupSite } from "./support/site";
import { Wire } from "./support/wire";

const site = setupSite();
const { visitor } = site;

it.each([
  [1280, 800],
  [390, 844],
])("W4 a message appears on its path and nowhere else, at %i pixels", async (width, height) => {
  const [ada, ben, eve] = await Promise.all([visitor({ width, height }), visitor({ width, height }), visitor()]);
  await Promise.all([ada.opens(`/team/design-${width}`), ben.opens(`/team/design-${width}`), eve.opens("/lobby")]);
  const before = await eve.texts();
  await ada.sends("Hello, is this the design channel?");
  await ben.sees("Hello, is this the design channel?");
  await ben.sends("It is.");
  await ada.sees("It is.");
  await eve.sends("Only the lobby here.");
  await eve.sees("Only the lobby here.");
  expect(await eve.texts()).toEqual([...before, "Only the lobby here."]);
  expect(await ada.texts()).toEqual(await ben.texts());
  expect([ada.console, ben.console, eve.console]).toEqual([[], [], []]);
});

it("W9 every page shows how many are online; closing one page reduces the number", async () => {
  const [ada, ben] = await Promise.all([visitor(), visitor()]);
  await ada.opens("/counting");
  await ada.seesOnline(1);
  await ben.opens("/counting");
  await Promise.all([ada.seesOnline(2), ben.seesOnline(2)]);
  await ben.page.close();
  await ada.seesOnline(1);
});

it("W9 a reload is not reported as a leave and a join", async () => {
  const [ada, ben] = await Promise.all([visitor(), visitor()]);
  let named: ServerEvent[] = []; // presence events that name people
  ada.page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      const events = payload === "pong" ? [] : ([JSON.parse(String(payload))].flat() as ServerEvent[]);
      named.push(...events.filter((event) => event.t === "presence" && (event.d.joins || event.d.leaves)));
    }),
  );
  const joinOf = (event: ServerEvent) => event.t === "presence" && event.d.joins?.some(({ name }) => name === "Ben");
  await ben.opens("/elsewhere");
  await ben.isCalled("Ben");
  // A reload counts if it is over within the grace of 5 s; on a busy machine it takes several attempts, each in its own channel
  for (let attempt = 1; ; attempt++) {
    for (const who of [ada, ben]) await who.opens(`/reloading/${attempt}`);
    await vi.waitUntil(() => named.some(joinOf), { timeout: STEP_TIMEOUT, interval: 50 }); // or Ben's first join would come late
    named = [];
    const leftAt = Date.now();
    await ben.page.reload();
    await ben.isOnline();
    const wasAway = Date.now() - leftAt;
    await ben.sends(`Back again, ${attempt}.`);
    await ada.sees(`Back again, ${attempt}.`);
    await ada.seesOnline(2);
    if (wasAway < LEAVE_GRACE) break;
    if (attempt === 10) throw new Error(`No reload was faster than ${LEAVE_GRACE} ms: the machine is too busy.`);
  }
  expect(named).toEqual([]);
});

it("W10 a name is kept and shown to others; an invalid one is rejected beside its field", async () => {
  const [ada, ben] = await Promise.all([visitor(), visitor()]);
  await Promise.all([ada.opens("/names"), ben.opens("/names")]);
  expect(await ada.page.getByLabel("Your name").inputValue()).toMatch(/^Guest \d{3}$/);
  await ada.isCalled("\u200b");
  expect(await ada.page.locator(".name-box .problem").innerText()).toContain("at least one visible character");
  await ada.isCalled("  Ada   Lovelace ");
  await ada.sends("That is me.");
  await ben.sees("That is me.");
  expect(await ben.authors()).toEqual(["Ada Lovelace"]);
  await ada.opens("/names/elsewhere");
  expect(await ada.page.getByLabel("Your name").inputValue()).toBe("Ada Lovelace");
});

it("W11 others see who is typing, until the message arrives", async () => {
  const [ada, ben] = await Promise.all([visitor(), visitor()]);
  await Promise.all([ada.opens("/typing"), ben.opens("/typing")]);
  await ada.isCalled("Ada");
  const seesThat = ben.page.getByText("Ada is typing…").waitFor(); // it is shown for a few seconds
  await ada.writes("I am still");
  await seesThat;
  await ada.sends(" here");
  await ben.sees("I am still here");
  expect(await ben.page.getByText("is typing").count()).toBe(0);
});

it("Enter sends, Shift+Enter starts a new line, an empty message is not sent, a long one is kept", async () => {
  const ada = await visitor();
  await ada.opens("/writing");
  await ada.writes("one");
  await ada.page.keyboard.press("Shift+Enter");
  await ada.sends("two");
  await ada.sees("one\ntwo");
  await ada.sends("   ");
  const box = ada.page.getByLabel(/^Message to/);
  await box.fill("x".repeat(4_000));
  await box.press("x");
  await box.press("Enter");
  await ada.page.getByText("at most 4,000 characters").waitFor();
  expect(await box.inputValue()).toHaveLength(4_001);
  expect(await ada.texts()).toEqual(["one\ntwo"]);
});

it("the history can be read without JavaScript, and nothing moves when the scripts start", async () => {
  const [ada, reader] = await Promise.all([visitor(), visitor({ javaScriptEnabled: false })]);
  await ada.opens("/reading");
  for (const text of ["first", "second", "third"]) await ada.sends(text);
  await ada.sees("third");
  await reader.page.goto(`${site.url}/reading`);
  expect(await reader.texts()).toEqual(["first", "second", "third"]);
  expect(await reader.page.locator("noscript").textContent()).toContain("Reading works without JavaScript");

  await ada.watchesShifts();
  await ada.page.reload();
  await ada.isOnline();
  expect(await ada.texts()).toEqual(["first", "second", "third"]);
  expect(await ada.shifts()).toBeLessThan(0.02);
  expect(ada.console).toEqual([]);
});

it("the box opens another channel without a reload, and Back returns", async () => {
  const ada = await visitor();
  await ada.opens("/here");
  await ada.sends("I was here.");
  await ada.sees("I was here.");
  const box = ada.page.getByLabel("Open another channel");
  await box.fill("no such!name");
  await box.press("Enter");
  await ada.page.getByText("A channel name has up to 8 parts").waitFor();
  await box.fill("There/Café");
  await box.press("Enter");
  await ada.page.waitForURL("**/there/caf%C3%A9");
  await ada.isOnline();
  expect(await ada.texts()).toEqual([]);
  await ada.sends("And there.");
  await ada.sees("And there.");
  await ada.page.goBack();
  await ada.sees("I was here.");
  expect(await ada.texts()).toEqual(["I was here."]);
  expect(await ada.page.title()).toBe("here · Edgewise");
  expect(ada.console).toEqual([]);
});

it("W20 a path in another spelling redirects to its channel; an invalid one gets a page that explains the rule", async () => {
  const ada = await visitor();
  await ada.opens("/Team/Design/");
  expect(new URL(ada.page.url()).pathname).toBe("/team/design");
  for (const path of ["/no!channel", "/caf%E9"]) {
    const response = await ada.page.goto(site.url + path);
    expect(response?.status()).toBe(404);
    await ada.page.getByText("A channel name has up to 8 parts").waitFor();
    expect(await ada.page.locator(".not-found-path").innerText()).toBe(path);
  }
  await ada.page.getByRole("link", { name: "lobby" }).click();
  await ada.isOnline();
});

it("W15 leaving a page closes its socket; going back reconnects it", async () => {
  const [ada, ben] = await Promise.all([visitor(), visitor()]);
  await Promise.all([ada.opens("/leaving"), ben.opens("/leaving")]);
  await ada.seesOnline(2);
  await ben.page.goto("about:blank");
  await ada.seesOnline(1);
  await ada.sends("While you were away.");
  await ben.page.goBack();
  await ben.sees("While you were away.");
  await ada.seesOnline(2);
});

it("W15 a message waits while there is no network, and arrives once afterwards", async () => {
  const [ada, ben] = await Promise.all([visitor(), visitor()]);
  await Promise.all([ada.opens("/tunnel"), ben.opens("/tunnel")]);
  await ada.goesOffline();
  await ada.sends("Written in a tunnel.");
  await ada.page.locator(".message.pending", { hasText: "waiting for the connection" }).waitFor();
  await ada.page.context().setOffline(false);
  await ben.sees("Written in a tunnel.");
  await ada.sees("Written in a tunnel.");
  expect([await ada.texts(), await ben.texts()]).toEqual([["Written in a tunnel."], ["Written in a tunnel."]]);
});

it("W19 W30 messages above the rate limit of a newcomer wait, say why, and arrive by themselves in order", async () => {
  const [ada, ben] = await Promise.all([visitor(), visitor()]);
  const wire = await Wire.of(ada.page);
  await Promise.all([ada, ben].map((who) => who.opens("/fast-typist")));
  const texts = Array.from({ length: 8 }, (_, index) => `line ${index}`);
  const box = ada.page.getByLabel(/^Message to/);
  const waits = ada.page.getByText("waiting: You are new here").first().waitFor();
  await box.evaluate((box: HTMLTextAreaElement, texts) => {
    for (const text of texts) {
      box.value = text;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    }
  }, texts); // however slow the machine is, it is too fast for the channel
  await waits;
  for (const who of [ada, ben]) {
    await who.page
      .locator(".message:not(.pending)")
      .nth(texts.length - 1)
      .waitFor();
    expect(await who.texts()).toEqual(texts);
  }
  expect(wire.sent.length).toBeGreaterThan(texts.length); // some were refused, and sent again
  expect(new Set(wire.sent.map(({ cid }) => cid)).size).toBe(texts.length);
  expect([await box.inputValue(), ada.console, ben.console]).toEqual(["", [], []]);
});
