/**
 * Takes a picture of each state, or of those named, in each window, light and dark, into `screenshots/`; and those of the documents,
 * which are some of them. `npm run screenshots -- talk "not found"`. With `--language ar`, or `--pseudo` for longer words, the pictures of
 * that language alone.
 */
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isLanguage, LANGUAGES } from "../../src/shared/languages.ts";
import { openBrowser } from "./support/browser.ts";
import { startEdgewise } from "./support/edgewise.ts";
import { speakPseudo } from "./support/pseudo-locale.ts";
import { Stage, STATE_NAMES, type StateName, type Window, WINDOWS } from "./support/states.ts";

const SCHEMES = ["light", "dark"] as const;
const ALL = fileURLToPath(new URL("../../screenshots/", import.meta.url));
const OF_DOCUMENTS = fileURLToPath(new URL("../../.github/pictures/", import.meta.url));
/** The pictures of the README and of docs/keeping-a-channel.md, by the states that they show. */
const IN_DOCUMENTS = {
  "talk-wide-light": "wide",
  "talk-wide-dark": "wide-dark",
  "talk-phone-light": "phone",
  "menu-of-staff-wide-light": "staff-menu",
  "ban,-to-be-confirmed-wide-light": "staff-ban",
  "channel-settings-wide-light": "staff-settings",
  "staff-and-invitations-wide-light": "staff-people",
  "reports-wide-light": "staff-reports",
  "moderation-log-wide-light": "staff-log",
};

const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: { language: { type: "string", default: "en" }, pseudo: { type: "boolean", default: false } },
});
const { language, pseudo } = values;
if (!isLanguage(language)) {
  console.error(`There is no language "${language}". There are: ${Object.keys(LANGUAGES).join(", ")}.`);
  process.exit(2);
}
const suffix = pseudo ? "-pseudo" : language === "en" ? "" : `-${language}`;
const unknown = asked.filter((name) => !STATE_NAMES.includes(name as StateName));
if (unknown.length > 0) {
  console.error(`There is no state "${unknown.join('", "')}". There are: ${STATE_NAMES.join(", ")}.`);
  process.exit(2);
}

await Promise.all([ALL, OF_DOCUMENTS].map((folder) => mkdir(folder, { recursive: true })));
await using edgewise = await startEdgewise({ vars: { LIMITS_SCALE: 1000 } }); // programs talk
await using browser = await openBrowser();
const taken = new Set<string>();
const stage = await Stage.set(browser, edgewise.url, language);
for (const state of STATE_NAMES.filter((name) => asked.length === 0 || asked.includes(name)))
  for (const window of Object.keys(WINDOWS) as Window[]) {
    const { page } = await stage.enter(state, window);
    if (pseudo) await speakPseudo(page);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      const path = pathOf(`${state}-${window}-${colorScheme}${suffix}`);
      await page.screenshot({ path });
      taken.add(path);
    }
  }
for (const [picture, name] of Object.entries(IN_DOCUMENTS))
  if (suffix === "" && taken.has(pathOf(picture))) await copyFile(pathOf(picture), join(OF_DOCUMENTS, `${name}.png`));

function pathOf(picture: string): string {
  return join(ALL, `${picture.replaceAll(" ", "-")}.png`);
}
