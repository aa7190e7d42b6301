/** Takes README's picture: a real conversation on the built Worker, in a wide window and on a phone. `npm run screenshots`. */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openBrowser } from "./browser.ts";
import { startEdgewise } from "./edgewise.ts";
import { Visitor } from "./people.ts";

const FOLDER = fileURLToPath(new URL("../../.github/pictures/", import.meta.url));
const CHANNEL = "/team/design";

await mkdir(FOLDER, { recursive: true });
await using edgewise = await startEdgewise();
await using browser = await openBrowser();
const [ada, ben] = await Promise.all([
  Visitor.of(browser, edgewise.url, { width: 1280, height: 640 }),
  Visitor.of(browser, edgewise.url, { width: 390, height: 844 }),
]);
await Promise.all([ada.opens(CHANNEL), ben.opens(CHANNEL)]);
await ada.isCalled("Ada");
await ben.isCalled("Ben");

const talk: [who: Visitor, text: string][] = [
  [ada, "Good morning! The new start page is up for review."],
  [ben, "Looks great on my phone. One thing: the time stamps are hard to read in the dark theme."],
  [ada, "Right. I have raised their contrast to 4.5 to 1."],
  [ben, "I went through a tunnel just now, and did not miss a line of this."],
];
for (const [who, text] of talk) {
  await who.says(text);
  await Promise.all([ada.sees(text), ben.sees(text)]);
}
await ada.seesOnline(2);
await ben.writes("Shall we ship it?", 250); // longer than the 3 s in which typing is told once
await ada.page.getByText("Ben is typing…").waitFor();
await ada.page.screenshot({ path: `${FOLDER}wide.png` });
await ada.page.emulateMedia({ colorScheme: "dark" });
await ada.page.screenshot({ path: `${FOLDER}wide-dark.png` });
await ben.page.screenshot({ path: `${FOLDER}phone.png` });
