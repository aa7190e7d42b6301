/** Headless Chromium, from the npm package on Linux x64, otherwise the installed one; and a person with a page in it. */
import type { Language } from "../../../src/shared/languages.ts";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type LaunchOptions, type Page } from "playwright-core";

/**
 * ms for one step of a story: what the page is to do or to show. The longest legitimate wait is the one of 30 s before a socket
 * reconnects (W15).
 */
export const STEP_TIMEOUT = 45_000;
const INSTALLED = "/usr/bin/chromium";
const PACKAGE = fileURLToPath(new URL("..", import.meta.resolve("@sparticuz/chromium")));

/** Starts the browser. It ends with this process, unless the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const candidates: LaunchOptions[] = [{ channel: "chrome" }, { executablePath: INSTALLED }];
  if (process.platform === "linux" && process.arch === "x64") candidates.unshift(await packaged());
  const failures: string[] = [];
  for (const candidate of candidates) {
    try {
      return await chromium.launch({ ...candidate, args: ["--no-sandbox", "--disable-dev-shm-usage"] }); // containers have neither
    } catch (error) {
      failures.push(String(error));
    }
  }
  throw new Error("No browser: install Google Chrome, or Chromium as /usr/bin/chromium, to run the browser tests.", {
    cause: failures.join("\n"),
  });
}

/** As browsers name them. */
const LOCALES: Partial<Record<Language, string>> = { en: "en-US", "zh-Hans": "zh-CN" };

export interface PersonOptions {
  width?: number;
  height?: number;
  javaScriptEnabled?: boolean;
  /** Fingers instead of a mouse. */
  hasTouch?: boolean;
  /** Whether the site may have a service worker. Without one, each page is the server's. */
  serviceWorker?: boolean;
  /** What the browser asks for in Accept-Language. English unless given. */
  language?: Language;
  /** An IANA time zone. This machine's unless given. */
  timezoneId?: string;
}

/** A page of its own, with cookies and storage of its own, and everything that it has said on its console. */
export type Person = Page & { console: string[] };

export async function person(browser: Browser, options: PersonOptions = {}): Promise<Person> {
  const {
    width = 1280,
    height = 800,
    javaScriptEnabled = true,
    hasTouch = false,
    serviceWorker = false,
    language = "en",
    timezoneId,
  } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    javaScriptEnabled,
    hasTouch,
    isMobile: hasTouch,
    locale: LOCALES[language] ?? language,
    ...(timezoneId !== undefined && { timezoneId }),
  });
  if (!serviceWorker) await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
  return pageIn(context);
}

/** What Chromium says about a network that fails or is too slow, and about a linked row that a script has focused first: no page is worse for it. */
const HARMLESS = /^(?:WebSocket connection to|Autofocus processing was blocked)/;

/** One more page of the same person. */
export async function pageIn(context: BrowserContext): Promise<Person> {
  const page = Object.assign(await context.newPage(), { console: [] as string[] });
  page.setDefaultTimeout(STEP_TIMEOUT);
  page.on("console", (message) => {
    if (!HARMLESS.test(message.text())) page.console.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => page.console.push(`uncaught: ${error.stack ?? error.message}`));
  return page;
}

/** Ends what is still moving or fading, for who wants to look at the page as it will be. */
export async function arrived(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  });
}

/**
 * The Chromium of `@sparticuz/chromium`, unpacked once a version. It unpacks to `tmpdir()`, and takes what is there for
 * whole: so it gets a folder of its own, which is moved into place when it is complete.
 */
async function packaged(): Promise<LaunchOptions> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as { version: string };
  const home = join(tmpdir(), `edgewise-chromium-${version}`);
  if (!existsSync(home)) await unpack(home);
  return {
    executablePath: join(home, "chromium"),
    env: {
      ...process.env,
      FONTCONFIG_FILE: join(home, "fonts.conf"),
      LD_LIBRARY_PATH: join(home, "al2023/lib"), // NSS, which a bare machine lacks
    },
  };
}

async function unpack(home: string): Promise<void> {
  const { TMPDIR } = process.env;
  const partial = await mkdtemp(`${home}-`);
  process.env.TMPDIR = partial;
  try {
    const { inflate } = await import("@sparticuz/chromium");
    const parts = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"];
    await Promise.all(parts.map((part) => inflate(join(PACKAGE, "bin", part))));
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
  // The machine's fonts, and the package's one for a machine without any: text would be invisible.
  await writeFile(
    join(partial, "fonts.conf"),
    `<?xml version="1.0"?><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${home}/fonts/fonts</dir></fontconfig>`,
  );
  await rename(partial, home).catch(() => rm(partial, { recursive: true })); // another process was first
}
