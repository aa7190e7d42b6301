/** User content is shown and never run: as message, name, path and link, live, rendered by the server, and without JavaScript. */
import { describe, expect, it } from "vitest";
import { canonical } from "../../src/shared/channel-name";
import { LIMITS } from "../../src/shared/protocol";
import { cleanName, cleanText } from "../../src/shared/text";
import { person, type Person, type PersonOptions } from "./support/browser";
import { connect, sayBy } from "./support/program";
import { setupSite } from "./support/site";
import { BREAKING_OUT, CORPUS } from "./support/xss-corpus";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });

const BATCH = 25; // two messages of each are as many as the server renders

const ALL_ROWS = { width: 1280, height: 6_000 }; // pixels: all rows are on screen

/** A page that says on its console when something of the corpus has had an effect. */
async function wary(options?: PersonOptions): Promise<Person> {
  const page = await person(site.browser, options);
  const alarm = (what: string) => page.console.push(`alarm: ${what}`);
  page.on("dialog", (dialog) => (alarm(`a dialog: ${dialog.message()}`), void dialog.dismiss()));
  page.on("popup", () => alarm("a window"));
  page.on("frameattached", () => alarm("a frame"));
  page.on("request", (request) => request.url().startsWith(site.url) || alarm(`a request for ${request.url()}`));
  await page.addInitScript(() => {
    Object.assign(globalThis, { xss: () => console.error("alarm: a script") });
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
      console.error(`alarm: ${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  return page;
}

/** What in the page is not ours: elements and attributes by which a script, a style or a foreign address gets in. */
function strangeThings(page: Person): Promise<string[]> {
  return page.evaluate(() => {
    const running = "script, style, link, meta, base, iframe, object, embed, template, audio, video, math, marquee";
    const formatting = "a, b, strong, i, em, s, del, code, pre, span, blockquote, ul, ol, li, p, br";
    const rel = ["noopener", "noreferrer", "nofollow", "ugc"];
    const isStrange = (element: Element) => {
      const isWritten = element.parentElement!.closest(".text, .author") !== null;
      if (element.matches(running) || [...element.attributes].some(({ name }) => /^(on|srcdoc$|formaction$)/i.test(name)))
        return true;
      if (isWritten && (!element.matches(formatting) || element.hasAttribute("style"))) return true;
      if (element instanceof HTMLImageElement) return new URL(element.src).origin !== location.origin;
      if (!(element instanceof HTMLAnchorElement)) return false;
      const isSafe = ["http:", "https:", "mailto:"].includes(element.protocol);
      return !isSafe || (isWritten && !rel.every((token) => element.relList.contains(token)));
    };
    const astray = document.querySelectorAll("body > :not(#app, script, .outdated-browser)");
    const strange = [...document.querySelectorAll("#app *")].filter(isStrange);
    return [...astray, ...strange].map(({ outerHTML }) => outerHTML.slice(0, 200));
  });
}

/** As a name: what fits into one. */
function asName(payload: string): string {
  const graphemes = [...new Intl.Segmenter().segment(cleanName(payload))].map(({ segment }) => segment);
  return cleanName(graphemes.slice(0, LIMITS.name).join(""));
}

/** In each form in which a message can have a link. */
function asLinks(payload: string): string {
  return [`see ${payload}`, `[label](${payload})`, `[label](<${payload}>)`, `<${payload}>`, `![label](${payload})`].join("\n");
}

/** What is left of a text where its formatting may be shown instead of written: letters, digits, and nearly all signs. */
function bare(text: string): string {
  return text.replace(/[\s*_~`>#[\]()<!|\\-]/g, "");
}

/** A program that goes by a name of the corpus, and is typing. */
async function joins(channel: string, payload: string): Promise<WebSocket> {
  const socket = await connect(site.url, channel, asName(payload));
  socket.send(JSON.stringify({ t: "typing" }));
  return socket;
}

it("the watch detects a script, a handler, a dialog, a frame and unexpected elements", async () => {
  const page = await wary();
  await page.goto(`${site.url}/xss/watch`);
  await page.evaluate(() => {
    (globalThis as unknown as { xss: () => void }).xss();
    alert(1);
    document.querySelector("#app")!.insertAdjacentHTML("beforeend", "<img src=//evil.example/x onerror=xss()><iframe></iframe>");
  });
  const alarms = ["a script", "a dialog: 1", "img-src", "script-src-attr", "a frame"];
  await expect.poll(() => alarms.filter((what) => !page.console.join().includes(`alarm: ${what}`))).toEqual([]);
  expect(await strangeThings(page)).toEqual(['<img src="//evil.example/x" onerror="xss()">', "<iframe></iframe>"]);
});

const batches = Array.from({ length: Math.ceil(CORPUS.length / BATCH) }, (_, n) => CORPUS.slice(n * BATCH, (n + 1) * BATCH));

describe(`${CORPUS.length} attempts as message, as its author's name and as its link`, () => {
  it.each(batches.map((batch, n) => ({ n, batch })))("batch $n", async ({ n, batch }) => {
    const channel = `xss/${n}`;
    const [live, reader] = await Promise.all([wary(), wary({ ...ALL_ROWS, javaScriptEnabled: false })]);

    const showsAll = async (page: Person) => {
      expect(page.console).toEqual([]);
      expect(await strangeThings(page)).toEqual([]);
      const written = await page
        .locator(".message")
        .evaluateAll((all) => all.map((row) => [".author", ".text"].map((part) => row.querySelector(part)?.textContent)));
      // the second line of an author stands under the first
      expect(written.map(([author]) => author)).toEqual(batch.flatMap((payload) => [asName(payload), undefined]));
      for (const [index, payload] of batch.entries()) {
        const [plain, links] = [written[2 * index]![1]!, written[2 * index + 1]![1]!];
        const withoutTargets = payload.replace(/\]\((?:https?:|mailto:)[^)]*\)/g, "]"); // of a link, its words are shown
        expect([bare(cleanText(payload)), bare(cleanText(withoutTargets))]).toContain(bare(plain));
        expect(links).toContain("label");
      }
    };

    await live.goto(`${site.url}/${channel}`);
    await live.locator(".status-online").waitFor();
    const showsTyping = live.getByText("others are typing…").waitFor(); // for a few seconds
    const speakers = await Promise.all(batch.map((payload) => joins(channel, payload)));
    await showsTyping;
    await live.locator(".people-n", { hasText: `${batch.length + 1}` }).waitFor();
    await live.getByRole("button", { name: `${batch.length + 1} online` }).click();
    await live.locator(".people-one").nth(batch.length).waitFor();
    const people = (await live.locator(".people-one bdi[lang]").allTextContents()).slice(1);
    expect(people.sort()).toEqual(batch.map(asName).sort());
    for (const [index, payload] of batch.entries())
      for (const text of [payload, asLinks(payload)]) await sayBy(speakers[index]!, [text]);
    await live.setViewportSize(ALL_ROWS); // not before: each message would paint all of it
    await live
      .locator(".message")
      .nth(2 * batch.length - 1)
      .waitFor();
    await showsAll(live);
    for (const socket of speakers) socket.close();

    await live.reload();
    await live.locator(".status-online").waitFor();
    await showsAll(live);

    await reader.goto(`${site.url}/${channel}`);
    await showsAll(reader);
  });
});

/** Looks at each in turn, in a few pages at once. */
async function inPages<T>(these: readonly T[], look: (page: Person, one: T) => Promise<void>): Promise<void> {
  const waiting = these.values();
  const lane = async () => {
    const page = await wary();
    for (const one of waiting) {
      await look(page, one);
      const alarms = page.console.filter((line) => !line.includes("status of 404"));
      expect([one, alarms, await strangeThings(page)]).toEqual([one, [], []]);
    }
    await page.context().close();
  };
  await Promise.all(Array.from({ length: 4 }, lane));
}

it("as path, query and fragment: shown as text, because it is no channel name", async () => {
  const AT_ONCE = 5; // as segments of one path
  const paths = Array.from({ length: Math.ceil(CORPUS.length / AT_ONCE) }, (_, n) =>
    CORPUS.slice(n * AT_ONCE, (n + 1) * AT_ONCE).map((payload) => payload.toWellFormed()),
  );
  await inPages(paths, async (page, segments) => {
    const rest = `?${segments.join("&")}#${segments.join()}`;
    const response = await page.goto(`${site.url}/${segments.map(encodeURIComponent).join("/")}${rest}`);
    expect(response?.status()).toBe(404);
    const shown = await page.locator(".not-found-path").textContent();
    expect(shown).toBe(`/${segments.join("/").replaceAll("\0", "")}`); // which HTML cannot have
  });
});

it("as the own name from the cookie: it is the value of its field, and does not break out", async () => {
  await inPages(BREAKING_OUT.map(asName), async (page, name) => {
    await page.goto("about:blank"); // the page before could set its own name again
    await page.context().addCookies([{ name: "name", value: encodeURIComponent(name), url: site.url }]);
    await page.goto(`${site.url}/xss/own-name?${name}#${name}`, { waitUntil: "domcontentloaded" });
    expect(await page.getByLabel("Your name").inputValue()).toBe(name);
  });
});

it("as the name of a channel to open: it is rejected beside its box, or opened", async () => {
  const page = await wary();
  await page.goto(`${site.url}/xss/open`);
  await page.locator(".status-online").waitFor();
  const box = page.getByLabel("Open another channel");
  for (const payload of CORPUS) {
    await box.fill(payload);
    await box.press("Enter");
    if (canonical(payload)) await page.waitForURL(`**/${canonical(payload)}`);
    else await page.getByText("A channel name has up to 8 parts").waitFor();
  }
  expect(await strangeThings(page)).toEqual([]);
  expect(page.console).toEqual([]);
});

it("as the names and contents of files: they are links, are downloaded, and nothing runs", async () => {
  const author = await wary();
  await author.goto(`${site.url}/xss/files`); // in a channel without messages, everyone may upload
  await author.evaluate(async (corpus) => {
    const ids = await Promise.all(
      corpus.map(async (payload, index) => {
        const name = encodeURIComponent(payload.toWellFormed() + [".svg", ".html", ".pdf", ".png"][index % 4]!);
        const file = await fetch("/api/files/xss/files", {
          method: "POST",
          body: payload,
          headers: { "X-Name": name, "X-Alt": name },
        });
        return ((await file.json()) as { id: string }).id;
      }),
    );
    const socket = new WebSocket("/_ws/xss/files");
    await new Promise((resolve) => socket.addEventListener("message", resolve, { once: true }));
    for (let at = 0; at < ids.length; at += 10)
      socket.send(JSON.stringify({ t: "chat", d: { cid: `files ${at}`, text: "", files: ids.slice(at, at + 10) } }));
  }, CORPUS);
  for (const javaScriptEnabled of [true, false]) {
    const reader = await wary({ ...ALL_ROWS, javaScriptEnabled });
    await expect
      .poll(() => reader.goto(`${site.url}/xss/files`).then(() => reader.locator("a.file").count()))
      .toBe(CORPUS.length);
    if (javaScriptEnabled) expect(await strangeThings(reader)).toEqual([]);
    for (const href of await reader
      .locator("a.file")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))) {
      const { headers } = await fetch(href);
      expect([headers.get("Content-Type"), headers.get("Content-Disposition")]).toEqual([
        "application/octet-stream",
        expect.stringMatching(/^attachment; filename="[^"]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]+$/),
      ]);
    }
    expect(reader.console).toEqual([]);
  }
  expect(author.console).toEqual([]);
});
