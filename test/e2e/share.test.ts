/** The installed app: what other apps share with it, its shortcuts, and the number on its icon. */
import { expect, it } from "vitest";
import type { Visitor } from "./support/people";
import { say } from "./support/program";
import { setupSite } from "./support/site";
import { workerOf } from "./support/push";

const site = setupSite();

/** Shares as Android does: a form that is posted to the manifest's address. */
async function shares({ page }: Visitor, fields: Record<string, string>, ...files: string[]): Promise<void> {
  const { share_target } = (await (await fetch(`${site.url}/manifest.webmanifest`)).json()) as {
    share_target: { action: string; method: string; enctype: string; params: { files: [{ name: string }] } };
  };
  await page.evaluate(
    ([{ action, method, enctype, params }, fields, files]) => {
      const form = Object.assign(document.createElement("form"), { action, method, enctype });
      for (const [name, value] of Object.entries(fields)) {
        const field = Object.assign(document.createElement("textarea"), { name });
        field.value = value;
        form.append(field);
      }
      const given = new DataTransfer();
      for (const name of files) given.items.add(new File(["its bytes"], name));
      form.append(
        Object.assign(document.createElement("input"), { type: "file", name: params.files[0].name, files: given.files }),
      );
      document.body.append(form);
      form.submit();
    },
    [share_target, fields, files] as const,
  );
}

it.each([
  ["by the service worker", true],
  ["by the site, if there is no service worker", false],
])(
  "a shared link becomes a draft in the channel that is chosen, before the draft that is there: %s",
  async (_how, serviceWorker) => {
    const ada = await site.visitor({ serviceWorker });
    await ada.opens("/share/links");
    if (serviceWorker) await workerOf(ada);
    await ada.writes("my draft");
    await ada.opens("/share/elsewhere");
    await shares(ada, { title: "The sea", text: "", url: "https://example.com/?a=1&b=é" });
    const dialog = ada.page.getByRole("dialog", { name: "In which channel do you want to write this?" });
    await dialog.waitFor();
    expect(ada.page.url()).toBe(`${site.url}/`);
    await dialog.getByRole("button", { name: "/share/links" }).click();
    await ada.page.waitForURL("**/share/links");
    await expect.poll(() => ada.box.inputValue()).toBe("The sea\nhttps://example.com/?a=1&b=é\nmy draft");
  },
);

it("shared files are attached in the channel that is chosen, also if it is not the one that is open", async () => {
  const ada = await site.visitor({ serviceWorker: true });
  await ada.opens("/share/files");
  await workerOf(ada);
  await shares(ada, { text: "Minutes" }, "minutes.pdf", "list.csv");
  const dialog = ada.page.getByRole("dialog", { name: ada.words.share.title });
  await dialog.getByText("minutes.pdf").waitFor();
  await dialog.getByRole("button", { name: "/share/files" }).click();
  await expect.poll(() => ada.page.locator(".attachment-name bdi").allInnerTexts()).toEqual(["minutes.pdf", "list.csv"]);
  expect(await ada.box.inputValue()).toBe("Minutes");
  await ada.page.keyboard.press("Enter");
  await ada.page.locator(".message:not(.pending) .file").nth(1).waitFor();
  await shares(ada, {}, "alone.txt");
  await dialog.getByRole("button", { name: "/lobby" }).click();
  await expect.poll(() => ada.page.locator(".attachment-name bdi").allInnerTexts()).toEqual(["alone.txt"]);
});

it("without a service worker, the text of what is shared arrives, and the dialog says that its files did not", async () => {
  const ada = await (await site.visitor()).opens("/");
  await shares(ada, { text: "Minutes" }, "minutes.pdf");
  const dialog = ada.page.getByRole("dialog", { name: ada.words.share.title });
  await dialog.getByText(ada.words.share.noFiles).waitFor();
  await dialog.getByRole("button", { name: "/lobby" }).click();
  expect(await ada.box.inputValue()).toBe("Minutes");
});

it("of a shared text of 1 MB the beginning is taken, and the dialog says so; one of 5 MB is refused with a sentence", async () => {
  const ada = await site.visitor();
  await ada.opens("/");
  await shares(ada, { text: "é😀".repeat(250_000) });
  const dialog = ada.page.getByRole("dialog");
  await dialog.getByText("The text was too long: these are its first 4,000 characters.").waitFor();
  await dialog.getByRole("button", { name: "/lobby" }).click();
  expect((await ada.box.inputValue()).length).toBe(4_000);
  await shares(ada, { text: "x".repeat(5_000_000) });
  await ada.page.getByText("That is too much text to share.").waitFor();
});

it("the app has what browsers ask of one to install: a name, a service worker, and icons of their stated sizes", async () => {
  const ada = await site.visitor({ serviceWorker: true });
  await ada.opens("/");
  await workerOf(ada);
  const page = await ada.page.context().newCDPSession(ada.page);
  const { errors, manifest } = await page.send("Page.getAppManifest");
  expect([errors, manifest]).toMatchObject([[], { name: "Edgewise", display: "kStandalone" }]);
  const sizes = await ada.page.evaluate(async () => {
    const { icons } = (await (await fetch("/manifest.webmanifest")).json()) as { icons: { src: string; sizes: string }[] };
    const measured = icons.map(async ({ src, sizes }) => {
      const { width, height } = await createImageBitmap(await (await fetch(src)).blob()).catch(() => ({
        width: "any",
        height: "",
      }));
      return [sizes, `${width}x${height}`.replace("anyx", "any")];
    });
    return Promise.all(measured);
  });
  expect(sizes.map(([stated]) => stated)).toEqual(expect.arrayContaining(["192x192", "512x512"]));
  for (const [stated, real] of sizes) expect(real).toBe(stated);
  expect(ada.console).toEqual([]);
});

it("the app's shortcut to the search opens the search of the visited channels", async () => {
  const ada = await site.visitor();
  await ada.visits("/?search");
  await ada.page.getByRole("dialog", { name: "Search your channels" }).waitFor();
});

it("the number on the app's icon is that of the unread messages", async () => {
  await say(site.url, "share/badge", ["one"], "Ben");
  const ada = await site.visitor();
  await ada.page.addInitScript(() => {
    const badges: number[] = [];
    Object.assign(navigator, { badges, setAppBadge: async (n: number) => void badges.push(n) });
  });
  await ada.opens("/share/badge");
  await ada.sees("one");
  await ada.opens("/");
  await say(site.url, "share/badge", ["two", "three"], "Ben");
  await ada.opens("/share/other");
  await expect.poll(() => ada.page.evaluate(() => (navigator as unknown as { badges: number[] }).badges.at(-1))).toBe(2);
});
