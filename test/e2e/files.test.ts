/** Pictures and files in the browser (W37, W38): attached, sent, shown, and kept over a reload. */
import { expect, it } from "vitest";
import { attaches, gives } from "./support/files";
import type { Visitor } from "./support/people";
import { setupSite } from "./support/site";
import { WINDOWS } from "./support/states";

const site = setupSite({ vars: { LIMITS_SCALE: 10_000 } });

/** The pictures of messages that the channel has, once they have loaded. */
async function seesPictures(who: Visitor, n: number): Promise<void> {
  await who.page.waitForFunction((n) => {
    const pictures = [...document.querySelectorAll<HTMLImageElement>(".message:not(.pending) .picture img")];
    return pictures.length === n && pictures.every(({ complete, naturalWidth }) => complete && naturalWidth > 0);
  }, n);
}

/** Where the pictures are, and how large. */
const places = ({ page }: Visitor) =>
  page.locator(".message:not(.pending) .picture").evaluateAll((pictures) =>
    pictures.map((picture) => {
      const { top, width, height } = picture.getBoundingClientRect();
      return [top, width, height].map(Math.round);
    }),
  );

it.each(Object.entries(WINDOWS))(
  "%s, W37 what is pasted and dropped arrives for everyone, and nothing shifts as it loads",
  async (name, size) => {
    const channel = `/files/sent/${name}`;
    const [ada, ben] = [await site.visitor(size), await site.visitor(size)];
    await ben.watchesShifts(); // of the page that is loaded again
    const slow = Promise.withResolvers<void>();
    await ben.page.route("**/_file/**", async (route) => {
      await slow.promise;
      await route.continue();
    });
    await Promise.all([ada.opens(channel), ben.opens(channel)]);
    await attaches(ada, "paste", { name: "sunset.png", width: 800, height: 600 });
    await ada.page.getByLabel(ada.words.attachments.alt("sunset")).fill("The sun over the sea");
    await ada.page.keyboard.press("Enter");
    const picture = ben.page.getByRole("link", { name: "The sun over the sea" });
    expect(await picture.getAttribute("href")).toMatch(/^\/_file\/files\/sent\/\w+\/[\w-]{22}\/sunset\.(png|webp)$/);
    await attaches(
      ada,
      "drop",
      { name: "one.png", width: 3_000, height: 1_500 },
      { name: "two.png", width: 300, height: 400 },
      { name: "three.png", width: 40, height: 40 },
      { name: "notes.pdf", bytes: 12_345 },
    );
    await ada.sends("Four more");
    await ben.sees("Four more");
    await ben.page.waitForFunction(() => {
      const { width, height } = document.querySelector<HTMLCanvasElement>(".picture canvas")!;
      const context = document.querySelector<HTMLCanvasElement>(".picture canvas")!.getContext("2d")!;
      return context.getImageData(width / 2, height / 2, 1, 1).data[3] === 255; // the blur hash
    });
    await ben.listRests();
    const before = await places(ben);
    expect(before.length).toBe(4);
    slow.resolve();
    await Promise.all([seesPictures(ben, 4), seesPictures(ada, 4)]);
    expect(await places(ben)).toEqual(before);
    const sizes = await ben.page
      .locator(".picture img")
      .evaluateAll((pictures) => pictures.map((picture) => (picture as HTMLImageElement).naturalWidth));
    expect(sizes).toEqual([800, 2_560, 300, 40]);
    const [download] = await Promise.all([
      ben.page.waitForEvent("download"),
      ben.page.getByRole("link", { name: "notes.pdf" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("notes.pdf");
    await ben.page.reload(); // rendered by the server
    await ben.isOnline();
    await seesPictures(ben, 4);
    expect(await ben.shifts()).toBe(0);
    expect([...ada.console, ...ben.console]).toEqual([]);
  },
);

it("W37 a file that is too large or empty, and an eleventh one, are refused before anything is sent", async () => {
  const ada = await (await site.visitor()).opens("/files/refused");
  const requests: string[] = [];
  ada.page.on("request", (request) => requests.push(request.url()));
  const { reasons, attachments } = ada.words;
  await gives(ada, "drop", { name: "film.bin", bytes: 8 * 1_048_576 + 1 });
  await ada.page.getByText(attachments.refused("film.bin", reasons.large_file)).waitFor();
  await gives(ada, "drop", { name: "nothing.bin", bytes: 0 });
  await ada.page.getByText(attachments.refused("nothing.bin", reasons.empty_file)).waitFor();
  await gives(ada, "drop", ...Array.from({ length: 11 }, (_, n) => ({ name: `${n}.bin`, bytes: 1 })));
  await ada.page.getByText(reasons.bad_files).waitFor();
  await ada.page.locator(".attachment").nth(9).waitFor();
  expect(await ada.page.locator(".attachment").count()).toBe(10);
  expect(requests.filter((url) => url.includes("/api/files"))).toEqual([]);
});

it("W37 a film of 20 MB is refused before it is sent; one of 8 MB is sent, and its bar shows how far it is", async () => {
  const ada = await (await site.visitor()).opens("/files/large");
  const { reasons, attachments } = ada.words;
  await gives(ada, "drop", { name: "long.mp4", bytes: 20_000_000 });
  await ada.page.getByText(attachments.refused("long.mp4", reasons.large_file)).waitFor();
  const network = await ada.page.context().newCDPSession(ada.page);
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 4_000_000 }; // bytes a second
  await network.send("Network.emulateNetworkConditions", slow);
  await attaches(ada, "drop", { name: "short.mp4", bytes: 8_000_000 });
  await ada.page.evaluate(() => {
    const seen: number[] = Object.assign(window, { seen: [] as number[] }).seen;
    new MutationObserver(() => {
      const bar = document.querySelector<HTMLProgressElement>(".upload-progress");
      if (bar && bar.position !== seen.at(-1)) seen.push(bar.position);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  await ada.page.keyboard.press("Enter");
  await ada.page.locator(".message:not(.pending) .file", { hasText: "short.mp4" }).waitFor();
  const seen = await ada.page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.filter((position) => position > 0 && position < 1).length).toBeGreaterThan(2);
});

it("W37 an upload that loses its network and its page goes on after a reload, and its message arrives once", async () => {
  const [ada, ben] = [await site.visitor(), await site.visitor()];
  await Promise.all([ada.opens("/files/tunnel"), ben.opens("/files/tunnel")]);
  let isLost = true;
  await ada.page.route("**/api/files/**", (route) => (isLost ? route.abort() : route.continue()));
  await attaches(ada, "paste", { name: "sunset.png", width: 800, height: 600 }, { name: "list.csv", bytes: 2_000 });
  await ada.sends("From the tunnel");
  await ada.page.locator(".message.pending .picture img").waitFor();
  await ada.sends("A text overtakes it");
  await ben.sees("A text overtakes it");
  expect(await ben.texts()).toEqual(["A text overtakes it"]);
  ada.page.on("dialog", (dialog) => void dialog.accept());
  await ada.page.reload();
  await ada.isOnline();
  await ada.page.locator(".message.pending .picture img").waitFor();
  expect(await ada.unsent()).toEqual(["From the tunnel"]);
  isLost = false;
  await ben.sees("From the tunnel");
  await Promise.all([seesPictures(ben, 1), seesPictures(ada, 1)]);
  expect(await ben.texts()).toEqual(["A text overtakes it", "From the tunnel"]);
  expect(await ada.texts()).toEqual(await ben.texts());
});

it("an unsent message with files can be taken back, is then attached again, and can be sent without a text", async () => {
  const ada = await (await site.visitor()).opens("/files/back");
  let isLost = true;
  await ada.page.route("**/api/files/**", (route) => (isLost ? route.abort() : route.continue()));
  await attaches(ada, "drop", { name: "sunset.png", width: 80, height: 60 });
  await ada.sends("Wait");
  const row = ada.page.locator(".message.pending");
  const edit = row.getByRole("button", { name: ada.words.waitState.edit });
  const button = await edit.elementHandle();
  await ada.page.waitForRequest(/api.files/); // it is tried again
  await ada.page.getByRole("button", { name: ada.words.composer.emoji }).click(); // and something more is loaded
  await ada.page.locator(".emoji-picker").waitFor();
  await ada.page.keyboard.press("Escape");
  await button!.click(); // it is still the same
  await ada.page.locator(".attachment img").waitFor();
  expect([await ada.box.inputValue(), await row.count()]).toEqual(["Wait", 0]);
  await ada.box.fill("");
  isLost = false;
  await ada.page.keyboard.press("Enter");
  await seesPictures(ada, 1);
  expect(await ada.page.locator(".attachment").count()).toBe(0);
});

it("W37 an upload that has to wait goes on by itself; one that is refused says why, and can be tried again", async () => {
  const ada = await (await site.visitor()).opens("/files/retry");
  const answers = [
    { status: 429, json: { code: "rate_limited", reason: "many_files", message: "", retryAfter: 100 } },
    { status: 415, json: { code: "invalid", reason: "bad_picture", message: "" } },
  ];
  await ada.page.route("**/api/files/**", (route) => {
    const answer = answers.shift();
    return answer ? route.fulfill(answer) : route.continue();
  });
  await attaches(ada, "drop", { name: "sunset.png", width: 80, height: 60 });
  await ada.sends("Look");
  const refusal = ada.page.locator(".message.pending .refusal", { hasText: ada.words.reasons.bad_picture });
  await refusal.getByRole("button", { name: ada.words.waitState.retry }).click();
  await seesPictures(ada, 1);
});

it("a channel in which nobody may send files says so", async () => {
  const ada = await (await site.visitor()).opens("/files/none");
  await ada.sends("Mine");
  await ada.sees("Mine");
  await ada.opensPanel("settings");
  await ada.page.getByLabel(ada.words.staff.settings.files.title).selectOption({ index: 3 });
  await ada.page.getByRole("button", { name: ada.words.staff.settings.save }).click();
  await ada.page.getByText(ada.words.staff.settings.saved).waitFor();
  await ada.page.keyboard.press("Escape");
  await gives(ada, "drop", { name: "sunset.png", width: 80, height: 60 });
  await ada.page.locator(".problem", { hasText: ada.words.reasons.no_files }).waitFor();
});

it.each(Object.entries(WINDOWS))("%s, the viewer shows the pictures by keyboard, and returns the focus", async (name, size) => {
  const ada = await (await site.visitor(size)).opens(`/files/viewer/${name}`);
  const files = ["one", "two", "three"].map((name) => ({ name: `${name}.png`, width: 400, height: 300 }));
  await attaches(ada, "drop", ...files);
  for (const [index, name] of ["one", "two", "three"].entries())
    await ada.page.locator(".attachment-alt").nth(index).fill(`Number ${name}`);
  await ada.page.keyboard.press("Enter");
  await seesPictures(ada, 3);
  await ada.page.getByRole("link", { name: "Number two" }).focus();
  await ada.page.keyboard.press("Enter");
  const viewer = ada.page.getByRole("dialog", { name: ada.words.viewer.title });
  const shows = async (n: number, caption: string) => {
    await viewer.getByText(ada.words.viewer.place(n, 3)).waitFor();
    await ada.page.waitForFunction((alt) => {
      const { left, right } = document.querySelector(`.viewer img[alt="${alt}"]`)!.getBoundingClientRect();
      return left >= 0 && right <= innerWidth;
    }, caption);
  };
  await shows(2, "Number two");
  await ada.page.keyboard.press("ArrowRight");
  await shows(3, "Number three");
  await ada.page.keyboard.press("ArrowLeft");
  await shows(2, "Number two");
  await viewer.getByRole("button", { name: ada.words.viewer.previous }).click();
  await shows(1, "Number one");
  await ada.page.keyboard.press("ArrowRight"); // the focus is still in the viewer
  await shows(2, "Number two");
  await viewer.getByRole("button", { name: ada.words.viewer.previous }).click();
  await shows(1, "Number one");
  const [download] = await Promise.all([
    ada.page.waitForEvent("download"),
    viewer.getByRole("link", { name: ada.words.viewer.download }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^one\.(png|webp)$/);
  await ada.page.keyboard.press("Escape");
  await viewer.waitFor({ state: "detached" });
  expect(await ada.page.evaluate(() => document.activeElement?.outerHTML)).toContain('alt="Number two"');
  expect(ada.console).toEqual([]);
});

it("after an attachment is removed, the focus is on the next one's button, and at last in the text box", async () => {
  const ada = await (await site.visitor()).opens("/files/removed");
  await attaches(ada, "drop", ...["one", "two", "three"].map((name) => ({ name: `${name}.bin`, bytes: 3 })));
  const { remove } = ada.words.attachments;
  await ada.page.getByRole("button", { name: remove("two.bin") }).click();
  await expect.poll(() => ada.focus()).toBe(remove("three.bin"));
  await ada.page.keyboard.press("Enter");
  await expect.poll(() => ada.focus()).toBe(remove("one.bin"));
  await ada.page.keyboard.press("Enter");
  await ada.page.locator(".attachment").waitFor({ state: "detached" });
  expect(await ada.box.evaluate((box) => box === document.activeElement)).toBe(true);
});

it("a click on a picture before the viewer is loaded opens it there as soon as it is, and leaves the page where it is", async () => {
  const ada = await site.visitor();
  const held = Promise.withResolvers<void>();
  await ada.page.route(/\/(picture|Viewer)-.*\.js$/, (route) => held.promise.then(() => route.continue()));
  await ada.opens("/pictures/early");
  await attaches(ada, "paste", { name: "early.png", width: 60, height: 40 });
  await ada.page.keyboard.press("Enter");
  await ada.page.locator(".message:not(.pending) .picture").click();
  held.resolve();
  await ada.page.locator(".viewer img").waitFor();
});

it("a voice message is recorded, attached, and played for everyone", async () => {
  const ada = await site.visitor();
  await ada.page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      const context = new AudioContext();
      const sound = context.createOscillator();
      const { stream } = sound.connect(context.createMediaStreamDestination()) as MediaStreamAudioDestinationNode;
      sound.start();
      return stream;
    };
  });
  await ada.opens("/files/voice");
  await ada.page.getByRole("button", { name: ada.words.voice.record }).click();
  await ada.page.getByRole("timer").getByText("0:01").waitFor();
  await ada.page.getByRole("button", { name: ada.words.voice.attach, exact: true }).click();
  await ada.page.locator(".attachment", { hasText: ada.words.voice.name }).getByRole("button").waitFor();
  await ada.page.keyboard.press("Enter");
  const player = ada.page.locator(".message:not(.pending) audio");
  await player.waitFor();
  await ada.page.waitForFunction(() => document.querySelector("audio")!.readyState > 0);
  expect(ada.console).toEqual([]);
});

it("a voice message that is cancelled leaves nothing, and a microphone that is refused is a sentence", async () => {
  const ada = await (await site.visitor()).opens("/files/no-voice");
  await ada.page.getByRole("button", { name: ada.words.voice.record }).click(); // the browser of the tests has no microphone
  await ada.page.getByText(ada.words.voice.refused).waitFor();
  expect(await ada.focus()).toBe(await ada.box.getAttribute("aria-label"));
  await ada.page.evaluate(() => (navigator.mediaDevices.getUserMedia = () => new Promise(() => {})));
  await ada.page.getByRole("button", { name: ada.words.voice.record }).click();
  await ada.page.getByRole("button", { name: ada.words.voice.cancel, exact: true }).click();
  await ada.page.locator(".voice-recorder").waitFor({ state: "detached" });
  expect(await ada.page.locator(".attachment").count()).toBe(0);
});

it("W38 a file comes with its length, whole and in ranges, so that players can seek and downloads show progress", async () => {
  const ada = await site.visitor();
  await ada.opens("/files/length");
  const lengths = await ada.page.evaluate(async () => {
    const upload = { method: "POST", body: new Uint8Array(1_500_000), headers: { "X-Name": "a" } };
    const { id } = (await (await fetch("/api/files/files/length", upload)).json()) as { id: string };
    const lengthOf = async (headers: Record<string, string>) =>
      (await fetch(`/_file/files/length/${id}/a`, { headers, cache: "no-store" })).headers.get("Content-Length");
    return [await lengthOf({}), await lengthOf({ Range: "bytes=5-1200000" })];
  });
  expect(lengths).toEqual(["1500000", "1199996"]);
});
