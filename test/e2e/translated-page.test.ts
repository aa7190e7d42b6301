/** A page that a browser translates: what changes is shown as it is, and what people write is not taken for English. */
import { expect, it } from "vitest";
import type { Visitor } from "./support/people";
import { setupSite } from "./support/site";
import { Writer } from "./support/writer";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });

/** As a browser's translator does it, now and for everything that comes later: each text node is moved into `<font><font>`. */
function translate(who: Visitor): Promise<void> {
  return who.page.evaluate(() => {
    const translated = new WeakSet<Node>();
    const all = () => {
      const texts = document.createTreeWalker(document.querySelector("#app")!, NodeFilter.SHOW_TEXT);
      const found: Node[] = [];
      while (texts.nextNode()) if (texts.currentNode.textContent!.trim() !== "") found.push(texts.currentNode);
      for (const text of found.filter((node) => !translated.has(node) && !node.parentElement!.closest("font, textarea"))) {
        const [outer, inner] = [document.createElement("font"), document.createElement("font")];
        text.parentNode!.replaceChild(outer, text);
        outer.append(inner);
        inner.append(text);
        translated.add(text);
      }
    };
    new MutationObserver(all).observe(document.querySelector("#app")!, { childList: true, subtree: true });
    all();
  });
}

it("on a page that the browser translates, all that changes is shown as it is now", async () => {
  using ben = await Writer.in(site.url, "translated", "Ben");
  const [first, second] = [await ben.sends("the **first** text"), await ben.sends("the second text")];
  const ada = await site.visitor();
  await ada.keepsToasts();
  await ada.opens("/translated");
  await ada.isCalled("Ada");
  await ada.sends("hello");
  await ada.sees("hello");
  await ben.answers(second, "an answer");
  await ada.sees("an answer");
  ben.client.send({ t: "react", d: { id: second, emoji: "👍", on: true } });
  await ada.page.locator(".reaction").first().waitFor();
  await translate(ada);

  const [rowOfFirst, rowOfSecond] = [first, second].map((id) => ada.page.locator(`[data-id="${id}"]`));
  ben.client.send({ t: "edit", d: { id: first, text: "the *changed* text" } });
  ben.client.send({ t: "edit", d: { id: second, text: "the new text" } });
  await rowOfFirst!.getByText("changed").waitFor();
  expect(await rowOfFirst!.locator(".text").innerText()).toBe("the changed text");
  await expect.poll(() => rowOfSecond!.locator(".text").innerText()).toBe("the new text");
  expect(await ada.page.locator(".quote-text").innerText()).toBe("the new text");
  await ada.clicksAction("React with 👍", "the new text");
  await expect.poll(() => rowOfSecond!.locator(".reaction").first().innerText()).toBe("👍\n2");
  ben.client.send({ t: "delete", d: { id: second } });
  await expect.poll(() => rowOfSecond!.locator(".text").innerText()).toBe("This message was deleted.");
  expect(await ada.page.locator(".quote-text").innerText()).toBe("deleted message");

  ben.client.send({ t: "typing" });
  await expect.poll(() => ada.page.locator(".typing").innerText()).toBe("Ben is typing…");
  await ben.sends("a new line");
  await ada.sees("a new line");
  await expect.poll(() => ada.page.locator(".typing").innerText()).toBe("");
  using eve = await Writer.in(site.url, "translated", "Eve");
  await ada.seesOnline(3);
  expect(eve.client.status).toBe("online");
  expect(await ada.page.locator(".people-n").innerText()).toBe("3");
  await ada.chooses("Delete", "hello");
  await ada.page.locator(".notice", { hasText: "Message deleted." }).waitFor();
  await ada.isCalled("Countess");
  await ada.sends("renamed");
  await ada.sees("renamed");
  expect((await ada.authors()).at(-1)).toBe("Countess");
  expect(await ada.page.locator(".composer-name").textContent()).toBe("Countess");
  expect(ada.console).toEqual([]);

  const bar = ada.page.locator(".connection-bar");
  await ada.goesOffline();
  await expect.poll(() => bar.innerText()).toContain("Offline. Reconnecting…");
  await ada.page.context().setOffline(false);
  await expect.poll(() => bar.innerText()).toBe("Back online");
});

it("what people write and are called has no language, so nothing treats it as English", async () => {
  using ben = await Writer.in(site.url, "no-language", "Ben");
  const id = await ben.sends("guten Tag");
  await ben.answers(id, "moin");
  const ada = await site.visitor();
  await ada.opens("/no-language");
  await ada.sees("moin");
  const languageOf = (selector: string) =>
    ada.page
      .locator(selector)
      .first()
      .evaluate((element) => element.closest("[lang]")!.getAttribute("lang"));
  for (const selector of [
    ".text",
    ".by .author",
    ".quote-text",
    ".quote .author",
    "textarea",
    ".name-box input",
    ".composer-name bdi",
    ".head-name",
  ])
    expect([selector, await languageOf(selector)]).toEqual([selector, ""]);
  expect(await languageOf(".by time")).toBe("en");
});
