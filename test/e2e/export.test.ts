/** The export of a channel (W34): the HTML file opened from the disk, and a download whose connection ends. */
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cleanText } from "../../src/shared/text";
import { person, type PersonOptions } from "./support/browser";
import { connect, say, sayBy } from "./support/program";
import { setupSite } from "./support/site";
import { CORPUS } from "./support/xss-corpus";

const site = setupSite({ vars: { LIMITS_SCALE: 10_000 } });
const NAME = `"><img src=x onerror=xss()>`;

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), "edgewise-export-"))));
afterAll(() => rm(folder, { recursive: true }));

/** Saves the HTML file of a channel, and opens it from the disk in a browser that says what the file asks for or runs. */
async function openFile(channel: string, options?: PersonOptions) {
  const html = await (await fetch(`${site.url}/api/export/${channel}?format=html`)).text();
  const path = join(folder, `${channel.replaceAll("/", "-")}.html`);
  await writeFile(path, html);
  const page = await person(site.browser, options);
  await page.addInitScript(() => {
    Object.assign(globalThis, { xss: () => console.error("alarm: a script") });
    document.addEventListener("securitypolicyviolation", ({ violatedDirective }) => console.error(`alarm: ${violatedDirective}`));
  });
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("dialog", (dialog) => (page.console.push("alarm: a dialog"), void dialog.dismiss()));
  const { href } = pathToFileURL(path);
  await page.goto(href);
  return { page, requests, href };
}

it(`W34 HTML from the disk shows ${CORPUS.length} attempts as they were written, and runs and requests nothing`, async () => {
  const socket = await connect(site.url, "export/xss", NAME);
  await sayBy(socket, CORPUS);
  socket.close();
  const { page, requests, href } = await openFile("export/xss");
  expect(await page.locator("article > p").allTextContents()).toEqual(CORPUS.map(cleanText));
  expect(new Set(await page.locator("header b").allTextContents())).toEqual(new Set([NAME]));
  const elements = await page.evaluate(() => [
    ...new Set(Array.from(document.querySelectorAll("*"), ({ localName }) => localName)),
  ]);
  const own = ["html", "head", "meta", "title", "style", "body", "h1", "article", "header", "b", "bdi", "a", "time", "p"];
  expect(elements.sort()).toEqual(own.sort());
  await page.locator("article").first().click();
  expect([page.console, requests]).toEqual([[], [href]]);
});

it("W34 the policy in the file stops a script or a style that would be in it", async () => {
  await say(site.url, "export/policy", ["hello"]);
  const { page } = await openFile("export/policy");
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=xss()><p style=color:red></p>"));
  await expect.poll(() => page.console.join()).toMatch(/alarm: img-src/);
  await expect.poll(() => page.console.join()).toMatch(/alarm: style-src/); // no style but that of the file itself
  expect(page.console.join()).not.toContain("a script");
});

it.each(["light", "dark"] as const)("W34 HTML can be read in %s, and an answer leads to its message", async (colorScheme) => {
  const socket = await connect(site.url, `export/${colorScheme}`, "Ada");
  await sayBy(socket, ["the question", ..."x".repeat(100)]);
  socket.send(JSON.stringify({ t: "chat", d: { cid: "answer", text: "مرحبا", reply: 1 } }));
  await once(socket, "message");
  socket.close();
  const { page } = await openFile(`export/${colorScheme}`);
  await page.emulateMedia({ colorScheme });
  const colors = await page.evaluate(() => {
    const { color } = getComputedStyle(document.querySelector("article p")!);
    return [color, getComputedStyle(document.querySelector("article:last-of-type > p:last-of-type")!).direction];
  });
  expect(colors).toEqual([colorScheme === "dark" ? "rgb(255, 255, 255)" : "rgb(0, 0, 0)", "rtl"]);
  expect(await page.locator("#m102 time").getAttribute("datetime")).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  await page.getByRole("link", { name: "the question" }).click();
  await expect
    .poll(() => page.locator("#m1").evaluate((element) => element.matches(":target") && element.getBoundingClientRect().top >= 0))
    .toBe(true);
  expect(page.console).toEqual([]);
});

it("W34 a download whose connection ends frees the channel at once", async () => {
  await say(
    site.url,
    "export/dead",
    Array.from({ length: 3_000 }, (_, n) => `${n} ${"x".repeat(3_900)}`),
  ); // more than all buffers on the way
  const begin = async () => {
    const [response] = (await once(get(`${site.url}/api/export/export/dead?format=json`, { agent: false }), "response")) as [
      IncomingMessage,
    ];
    return response;
  };
  const download = await begin(); // and reads nothing of it
  const other = await begin();
  expect([download.statusCode, other.statusCode]).toEqual([200, 429]);
  download.destroy();
  let next = await begin();
  const deadline = Date.now() + 20_000; // after 30 s it would be free in any case
  while (next.statusCode === 429 && Date.now() < deadline) next = await begin();
  expect(next.statusCode).toBe(200);
  next.destroy();
});
