/** The oldest supported browsers can read the built scripts, and people with older ones are told. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { transformWithOxc } from "vite";
import { expect, it } from "vitest";
import { SUPPORTED_BROWSERS } from "../../src/shared/supported-browsers";
import { OUTDATED_BROWSER } from "../../src/strings/outdated-browser";
import { setupSite } from "./support/site";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const ASSETS = `${ROOT}dist/client/_build/assets/`;
const TARGET = Object.entries(SUPPORTED_BROWSERS).map(([browser, version]) => browser + version);

const site = setupSite();
const outdatedBrowser = OUTDATED_BROWSER.en;

/** The script as the compiler prints it for `target`. */
const printed = async (code: string, target: string | string[]) =>
  (await transformWithOxc(code, "script.js", { target, sourcemap: false })).code;

it("no built script has syntax that a supported browser cannot read: there is nothing to compile for it", async () => {
  expect(await printed("/[a--b]/v.test(a ||= b)", "es2020")).not.toBe(await printed("/[a--b]/v.test(a ||= b)", "esnext"));
  const scripts = readdirSync(ASSETS).filter((file) => file.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(20);
  for (const file of scripts) {
    const code = readFileSync(ASSETS + file, "utf8");
    expect((await printed(code, TARGET)) === (await printed(code, "esnext")), file).toBe(true);
  }
});

it("the README and the sentence for older browsers name the oldest supported versions", () => {
  const readme = readFileSync(`${ROOT}README.md`, "utf8");
  const { chrome, edge, firefox, safari } = SUPPORTED_BROWSERS;
  expect(edge).toBe(chrome);
  for (const text of [readme, outdatedBrowser])
    for (const name of [`Chrome or Edge ${chrome}`, `Firefox ${firefox}`, `Safari ${safari}`]) expect(text).toContain(name);
});

it("a browser without a needed feature shows a sentence in place of the composer; others show the composer alone", async () => {
  const [old, ada] = await Promise.all([site.visitor(), site.visitor()]);
  await old.page.addInitScript(() => Reflect.deleteProperty(URL, "canParse"));
  await old.page.route("**/*.js", (route) => route.abort()); // it could not read the scripts
  await old.visits("/outdated");
  await old.page.getByText(outdatedBrowser).waitFor();
  expect(await old.box.isVisible()).toBe(false);
  await ada.opens("/outdated");
  expect([await ada.page.getByText(outdatedBrowser).isVisible(), await ada.box.isVisible()]).toEqual([false, true]);
});
