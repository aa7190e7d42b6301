/** The Atom feed of a channel (W35), read by the browser's XML parser, and the page's link to it. */
import { expect, it } from "vitest";
import { cleanText } from "../../src/shared/text";
import { person } from "./support/browser";
import { Owner } from "./support/owner";
import { connect, sayBy } from "./support/program";
import { setupSite } from "./support/site";
import { CORPUS } from "./support/xss-corpus";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });

it("W35 a feed is well-formed XML whatever people write, and its entries have just that", async () => {
  const page = await person(site.browser);
  await page.goto(`${site.url}/api/health`);
  for (let from = 0; from < CORPUS.length; from += 50) {
    const texts = CORPUS.slice(from, from + 50);
    const socket = await connect(site.url, `feed/${from}`, `</name>&'"]]>`);
    await sayBy(socket, texts);
    socket.close();
    const xml = await (await fetch(`${site.url}/api/feed/feed/${from}`)).text();
    const read = await page.evaluate((xml) => {
      const found = new DOMParser().parseFromString(xml, "application/xml");
      const textsOf = (name: string) => Array.from(found.querySelectorAll(name), ({ textContent }) => textContent);
      const names = new Set(Array.from(found.querySelectorAll("*"), ({ nodeName }) => nodeName));
      return {
        root: found.documentElement.nodeName,
        names: [...names],
        texts: textsOf("content"),
        authors: [...new Set(textsOf("author name"))],
      };
    }, xml);
    const known = ["feed", "title", "subtitle", "id", "updated", "link", "entry", "author", "name", "published", "content"];
    expect(read).toEqual({ root: "feed", names: known, texts: texts.map(cleanText).reverse(), authors: [`</name>&'"]]>`] });
  }
  expect(page.console).toEqual([]);
});

it("W35 the page of a public channel links to its feed, that of a private one does not", async () => {
  const owner = await Owner.of(site.url, "feed/linked");
  const links = async () => (await (await fetch(`${site.url}/feed/linked`)).text()).match(/<link rel="alternate"[^>]*>/g);
  expect(await links()).toEqual(['<link rel="alternate" type="application/atom+xml" href="/api/feed/feed/linked">']);
  await owner.does({ t: "set", d: { read: "members" } });
  expect(await links()).toBeNull();
});
