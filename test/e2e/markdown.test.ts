/** Markdown in messages, rendered by the server and by the page. */
import { expect, it } from "vitest";
import type { Visitor } from "./support/people";
import { setupSite } from "./support/site";
import { Writer } from "./support/writer";

const site = setupSite();

const TALK = [
  "**bold** *italic* ~~gone~~ `code` @Ada",
  "> quoted\n- one\n- two",
  "```ts\nconst answer: number = 42; // known\n```",
  "see [the docs](https://docs.example/a) or https://a.example/b.",
  "🦊",
  "[a](javascript:alert(1)) <img src=x onerror=alert(2)> javascript:alert(3) [b](data:text/html,c)",
];

it("markdown looks the same with and without JavaScript; code gets its colours; nothing hostile runs", async () => {
  using ben = await Writer.in(site.url, "markdown");
  await ben.sends(...TALK);
  const reader = await site.visitor({ javaScriptEnabled: false });
  await reader.page.goto(`${site.url}/markdown`);
  const ada = await site.visitor();
  let dialogs = 0;
  ada.page.on("dialog", () => dialogs++);
  await ada.watchesShifts();
  await ada.opens("/markdown");
  await ada.page.locator(".code-kwd", { hasText: "const" }).waitFor();
  expect(await ada.texts()).toEqual(await reader.texts());
  expect(await ada.shifts()).toBeLessThan(0.02);
  const shape = (who: Visitor) =>
    who.page
      .locator(".text")
      .evaluateAll((texts) => texts.map((text) => text.innerHTML.replace(/<!--.*?-->|<\/?span[^>]*>/g, "")));
  expect(await shape(ada)).toEqual(await shape(reader));
  const links = await ada.page
    .locator(".text a")
    .evaluateAll((links) =>
      links.map((link) => [link.getAttribute("href"), link.getAttribute("rel"), link.getAttribute("target")]),
    );
  const rel = "noopener noreferrer nofollow ugc";
  expect(links).toEqual([
    ["https://docs.example/a", rel, "_blank"],
    ["https://a.example/b", rel, "_blank"],
  ]);
  expect(await ada.page.locator(".jumbo").allInnerTexts()).toEqual(["🦊"]);
  expect(await ada.page.locator(".text img, .text script").count()).toBe(0);
  expect(await ada.texts()).toContain(TALK.at(-1));
  expect([dialogs, ada.console]).toEqual([0, []]);
});
