/** The states of the page by name, each as the story that leads to it. */
import type { Browser } from "playwright-core";
import type { Language } from "../../../src/shared/languages.ts";
import { arrived } from "./browser.ts";
import { attaches } from "./files.ts";
import { Owner } from "./owner.ts";
import { Visitor } from "./people.ts";
import { report, say, talk } from "./program.ts";

const CHANNEL = "/team/design";

/** The windows in which each state is looked at. */
export const WINDOWS = { wide: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;
export type Window = keyof typeof WINDOWS;

type Story = (ada: Visitor, stage: Stage) => Promise<void>;

export const STATES = {
  talk: async (ada, { ben }) => {
    await ada.opens(CHANNEL);
    await ada.seesOnline(2);
    await ben.box.fill("");
    const seen = ada.page.locator(".typing", { hasText: "Ben" }).waitFor();
    await Promise.all([seen, ben.writes("Shall we ship it, then?", 250)]); // for longer than the 4 s in which typing is told once
  },
  "empty channel": async (ada) => {
    await ada.opens("/nobody/was/here");
  },
  welcome: async (ada) => {
    await ada.opens("/");
    await ada.page.getByText(ada.words.welcome.title).waitFor();
  },
  "side bar": async (ada, stage) => {
    const path = await stage.channelWith("team/release", "The build is out.");
    const asked = await stage.channelWith("team/plans", "Here is the plan.");
    for (const visited of ["/", path, asked, "/a/rather/long/name-of-a.channel"]) await ada.opens(visited);
    await stage.hears(path.slice(1), "Who takes the notes?", "I do.");
    await stage.hears(asked.slice(1), "@Ada, what do you think?");
    await ada.opens(CHANNEL);
    const drawer = ada.page.locator(".drawer-button");
    if (await drawer.isVisible()) await drawer.click();
    const bar = ada.page.locator(".side-bar:visible, .drawer[open]");
    await bar.locator(".unread", { hasText: "2" }).waitFor();
    await bar.locator(".unread:not(.other)", { hasText: "1" }).waitFor();
    await bar.locator(".channel-link.current").hover(); // shows its buttons
    await bar.getByRole("button", { name: ada.words.channelLink.pin("team/design") }).click();
  },
  settings: async (ada) => {
    await ada.opens(CHANNEL);
    const drawer = ada.page.locator(".drawer-button");
    if (await drawer.isVisible()) await drawer.click();
    await ada.page.locator(".side-bar-settings:visible").click();
    await ada.page.getByRole("heading", { name: ada.words.settings.title }).waitFor();
  },
  "shared text": async (ada, stage) => {
    await ada.opens(await stage.channelWith("team/links", "What did you find?"));
    await ada.opens(
      `/#share=${encodeURIComponent(`A page about the sea\nhttps://example.com/sea ${"and more of it, ".repeat(300)}`)}`,
    );
    await ada.page.getByRole("dialog", { name: ada.words.share.title }).waitFor();
  },
  "opened device link": async (ada) => {
    await ada.opens(CHANNEL);
    const link = await ada.page.evaluate(async () => {
      const response = await fetch("/api/identity/link", { method: "POST" });
      return ((await response.json()) as { url: string }).url;
    });
    await ada.page.goto(link);
    await ada.page.getByText(ada.words.openedLink.asking).waitFor();
  },
  "people list": async (ada) => {
    await ada.opens(CHANNEL);
    await ada.seesOnline(2);
    await ada.page.locator(".people").click();
    await ada.page.locator(".people-one", { hasText: "Ben" }).waitFor();
  },
  "markdown and code": async (ada, stage) => {
    await ada.opens(await stage.channelWith("how-to", ...KINDS_OF_TEXT));
    await ada.page.locator(".code-kwd").first().waitFor();
  },
  "new since you were here": async (ada, stage) => {
    const path = await stage.channelWith("release", "The notes are written.", "Somebody should read them once more.");
    await ada.opens(path);
    await ada.sees("once more");
    await ada.page.goto("about:blank");
    await stage.hears(path.slice(1), "@Ada, would you?", "It is a page and a half.");
    await ada.opens(path);
    await ada.page.getByText(ada.words.messageRow.fresh).waitFor();
  },
  "linked message": async (ada, stage) => {
    const path = await stage.channelWith(
      "linked",
      ...Array.from({ length: 20 }, (_, index) => `Point ${index + 1} of the plan.`),
    );
    await ada.opens(`${path}?m=7`);
    await ada.page.locator(".message.linked:focus", { hasText: "Point 7 of" }).waitFor();
  },
  "in the past": async (ada, stage) => {
    const path = await stage.channelWith("past", ...talk(200));
    await ada.opens(`${path}?m=40`);
    await ada.page.locator(".message.linked:focus", { hasText: "message 40" }).waitFor();
    await stage.hears(path.slice(1), "Is anyone still here?");
    await ada.page.getByRole("button", { name: ada.words.jumpToLatest.label(1) }).waitFor();
  },
  "pictures and files": async (ada, stage) => {
    await ada.opens(await stage.channelWith("pictures", "How was it?"));
    await ada.sends("Long, and good.");
    await ada.sees("Long, and good.");
    await attaches(ada, "paste", { name: "sunset.png", width: 1_200, height: 800 });
    await ada.sends("The evening of the release");
    await ada.sees("The evening");
    const others = [
      { name: "wide.png", width: 900, height: 500 },
      { name: "tall.png", width: 300, height: 500 },
      { name: "minutes of the meeting.pdf", bytes: 123_456 },
    ];
    await attaches(ada, "drop", ...others);
    await ada.page.keyboard.press("Enter");
    await ada.page.locator(".message:not(.pending) .picture").nth(2).waitFor();
    await ada.page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
    await attaches(ada, "drop", { name: "next.png", width: 400, height: 300 }, { name: "numbers.csv", bytes: 4_321 });
  },
  "picture viewer": async (ada, stage) => {
    await ada.opens(await stage.channelWith("viewer", "How was it?"));
    await ada.sends("Like this:");
    await ada.sees("Like this:");
    await attaches(
      ada,
      "paste",
      { name: "sunset.png", width: 1_200, height: 800 },
      { name: "tall.png", width: 300, height: 500 },
    );
    await ada.page.locator(".attachment-alt").first().fill("The sun over the sea, from the roof of the office");
    await ada.page.keyboard.press("Enter");
    await ada.page.getByRole("link", { name: "The sun over the sea" }).click();
    await ada.page.waitForFunction(() => document.querySelector<HTMLImageElement>(".viewer img")?.complete);
  },
  "voice message": async (ada) => {
    await ada.page.addInitScript(() => (navigator.mediaDevices.getUserMedia = () => new Promise(() => {})));
    await ada.opens(CHANNEL);
    await ada.page.getByRole("button", { name: ada.words.voice.record }).click();
    await ada.page.locator(".voice-time").waitFor();
  },
  search: async (ada, stage) => {
    await ada.opens(await stage.channelWith("found", "Shall we ship on Friday?", "The build is out.", "Friday it is, *then*."));
    await ada.page.getByRole("button", { name: ada.words.search.title }).click();
    await ada.page.getByRole("searchbox").fill("friday");
    await ada.page.keyboard.press("Enter");
    await ada.page.locator(".search-found mark").nth(1).waitFor();
  },
  "search of the visited channels": async (ada, stage) => {
    for (const [name, text] of [
      ["found/here", "The *notes* are written."],
      ["found/there", "Who takes notes?"],
    ] as const)
      await ada.opens(await stage.channelWith(name, text));
    const drawer = ada.page.locator(".drawer-button");
    if (await drawer.isVisible()) await drawer.click();
    await ada.page.getByRole("button", { name: ada.words.search.visited.title }).click();
    await ada.page.getByRole("searchbox").fill("notes");
    await ada.page.keyboard.press("Enter");
    await ada.page.locator(".found-message mark").nth(1).waitFor();
  },
  "key map": async (ada) => {
    await ada.opens(CHANNEL);
    await ada.page.locator(".scroller").focus();
    await ada.page.keyboard.press("?");
    await ada.page.getByRole("dialog", { name: ada.words.keyMap.title }).waitFor();
  },
  "emoji picker": async (ada) => {
    await ada.opens(CHANNEL);
    await ada.page.getByRole("button", { name: ada.words.composer.emoji, exact: true }).click();
    await ada.page.locator(".emoji").first().waitFor();
  },
  "message menu": async (ada) => {
    await ada.opens(CHANNEL);
    await ada.clicksAction(ada.words.messageActions.more, OWN);
    await ada.page.getByRole("menuitem", { name: ada.words.messageActions.reply }).waitFor();
  },
  reactions: async (ada, stage) => {
    await ada.opens(await stage.channelWith("ideas", "What if every path were a channel?", "Then a link would be enough."));
    await ada.chooses(ada.words.messageActions.reactWith("👍"), "every path");
    await ada.seesReaction("👍", 1, true, "every path");
    await ada.page.keyboard.press("Escape");
    await ada.page.getByRole("menu").waitFor({ state: "detached" });
  },
  reply: async (ada) => {
    await ada.opens(CHANNEL);
    await ada.clicksAction(ada.words.messageActions.reply, "Looks great on my phone.");
    await ada.writes("Which ones?");
  },
  edit: async (ada) => {
    await ada.opens(CHANNEL);
    await ada.chooses(ada.words.messageActions.edit, OWN);
    await ada.page.locator(".composer-mode").waitFor();
  },
  "deleted, to be undone": async (ada, stage) => {
    const path = await stage.channelWith("notes", "Does anyone still need the old ones?");
    await ada.opens(path);
    await ada.sends("No. I mean: yes.");
    await ada.sees("I mean: yes.");
    await ada.chooses(ada.words.messageActions.delete, "I mean: yes.");
    await ada.page.getByRole("button", { name: ada.words.toast.undo }).hover(); // or it would go
  },
  "offline with unsent messages": async (ada) => {
    await ada.opens(CHANNEL);
    await ada.goesOffline();
    await ada.sends("I am in a tunnel, and write on.");
    await ada.page.locator(".message.pending .progress").waitFor();
    await ada.page.locator(".connection-bar", { hasText: ada.words.connectionBar.offlineWith(1) }).waitFor(); // most troubles are over before it says so
  },
  "read only, with a topic, pins and rules": async (ada, stage) => {
    const { path, owner } = await stage.ownedChannel("rules", "Please read this first.", "And this.");
    const topic = "The release of the summer: https://example.com/plan";
    await owner.does({ t: "set", d: { topic, pins: [1, 2], slow: 60, keep: 604_800, write: "staff" } });
    await ada.opens(path);
    await ada.page.getByText(ada.words.reasons.staff_only).waitFor();
    await ada.page.locator(".by .role-badge").waitFor();
    await ada.page.locator(".head-line").click();
    await ada.page.getByRole("dialog", { name: ada.words.channelInfo.title }).waitFor();
  },
  "slow mode": async (ada, stage) => {
    const { path, owner } = await stage.ownedChannel("slow", "One at a time.");
    await owner.does({ t: "set", d: { slow: 3_600 } });
    await ada.opens(path);
    await ada.sends("My turn.");
    await ada.page.locator("[role=timer] span").waitFor();
    await ada.sends("And again.");
    await ada.page.locator(".composer-said").waitFor();
  },
  "private channel": async (ada, stage) => {
    const { path, owner } = await stage.ownedChannel("private", "Only for us.");
    await owner.does({ t: "set", d: { read: "members" } });
    await ada.visits(path);
    await ada.page.getByText(ada.words.reasons.members_only).waitFor();
  },
  report: async (ada, stage) => {
    const { path } = await stage.ownedChannel("report", "Something rude.");
    await ada.opens(path);
    await ada.chooses(ada.words.messageActions.report, "Something rude.");
    await ada.page.getByRole("dialog", { name: ada.words.report.title }).waitFor();
  },
  "first author": async (ada, stage) => {
    await ada.opens(stage.emptyChannel("mine"));
    await ada.sends("It is mine.");
    await ada.page.getByText(ada.words.notices.recovery).waitFor();
    await ada.page.locator(".by .role-badge").waitFor();
  },
  "refused name": async (ada) => {
    await ada.opens(CHANNEL);
    await ada.isCalled("\u200b");
    await ada.page.getByText(ada.words.refusals.empty_name).waitFor();
  },
  "menu of staff": async (ada, stage) => {
    await stage.keeps(ada, "market", SPAM);
    await ada.clicksAction(ada.words.messageActions.more, SPAM);
    await ada.page.getByRole("menuitem", { name: ada.words.staff.messageMenu.mute }).waitFor();
  },
  "removed, to be undone": async (ada, stage) => {
    await stage.keeps(ada, "market", SPAM);
    await ada.chooses(ada.words.staff.messageMenu.remove, SPAM);
    await ada.page.getByText(ada.words.staff.done.removed).waitFor();
    await ada.page.getByRole("button", { name: ada.words.toast.undo }).hover(); // or it would go
  },
  "mute, to be confirmed": async (ada, stage) => {
    await stage.keeps(ada, "market", SPAM);
    await ada.chooses(ada.words.staff.messageMenu.mute, SPAM);
    await ada.page.getByRole("button", { name: ada.words.staff.dialogs.mute.confirm, exact: true }).waitFor();
  },
  "ban, to be confirmed": async (ada, stage) => {
    await stage.keeps(ada, "market", SPAM);
    await ada.chooses(ada.words.staff.messageMenu.ban, SPAM);
    await ada.page.getByRole("button", { name: ada.words.staff.dialogs.ban.confirm, exact: true }).waitFor();
  },
  "purge, to be confirmed": async (ada, stage) => {
    await stage.keeps(ada, "market", SPAM);
    await ada.chooses(ada.words.staff.messageMenu.purge, SPAM);
    await ada.page.getByRole("button", { name: ada.words.staff.dialogs.purge.confirm, exact: true }).waitFor();
  },
  "channel settings": async (ada, stage) => {
    await stage.keeps(ada, "market", SPAM);
    await ada.opensPanel("settings");
    await ada.page.getByLabel(ada.words.staff.settings.slow.title).selectOption({ index: 3 });
    await ada.page.getByRole("button", { name: ada.words.staff.settings.save }).waitFor();
  },
  "staff and invitations": async (ada, stage) => {
    await stage.keeps(ada, "market", SPAM);
    await ada.opensPanel("people");
    await ada.page.getByRole("button", { name: ada.words.staff.invitations.create }).click();
    await ada.page.getByLabel(ada.words.staff.invitations.link, { exact: true }).waitFor();
  },
  sanctions: async (ada, stage) => {
    await stage.keeps(ada, "market", SPAM);
    await ada.chooses(ada.words.staff.messageMenu.ban, SPAM);
    await ada.page.getByRole("button", { name: ada.words.staff.dialogs.ban.confirm, exact: true }).click();
    await ada.page.locator(".notice").waitFor();
    await ada.opensPanel("sanctions");
    await ada.page.getByRole("button", { name: ada.words.staff.sanctions.unban }).waitFor();
  },
  reports: async (ada, stage) => {
    const channel = await stage.keeps(ada, "market", SPAM);
    await report(stage.url, channel, 2, "It is an advertisement.");
    await ada.page.locator(".staff-badge").waitFor();
    await ada.opensPanel("reports");
    await ada.page.getByRole("button", { name: ada.words.staff.reports.resolve }).waitFor();
  },
  "moderation log": async (ada, stage) => {
    await stage.keeps(ada, "market", SPAM);
    await ada.chooses(ada.words.staff.messageMenu.pin, SPAM);
    await ada.page.getByText(ada.words.staff.done.pinned).waitFor();
    await ada.chooses(ada.words.staff.messageMenu.remove, SPAM);
    await ada.page.getByText(ada.words.staff.done.removed).waitFor();
    await ada.opensPanel("log");
    await ada.page.getByRole("button", { name: ada.words.staff.log.restore }).waitFor();
  },
  "not found": async (ada) => {
    await ada.visits("/no!channel");
  },
} as const satisfies Record<string, Story>;

export type StateName = keyof typeof STATES;
export const STATE_NAMES = Object.keys(STATES) as StateName[];

const SPAM = "Watches, cheaper than anywhere: https://example.com/watches";
const OWN = "I have raised their contrast";

const TALK: readonly [who: "ada" | "ben", text: string][] = [
  ["ada", "Good morning! The new start page is up for review."],
  ["ada", "It says in one sentence what this is, and the box below it is all there is to do."],
  ["ben", "Looks great on my phone. One thing: the time stamps are hard to read in the dark theme."],
  ["ada", `Right. ${OWN} to 4.5 to 1, in both themes.`],
  ["ben", "I went through a tunnel just now, and did not miss a line of this."],
  ["ben", "What I wrote in there arrived by itself, once, and in order."],
  ["ada", "Then what is left is the **release**: the notes are in `CHANGES.md`, and `npm run build` is green."],
  ["ben", "I have read them, and all the links work. The second paragraph can go."],
  ["ada", "Gone. It was the one I liked least anyway."],
];

const KINDS_OF_TEXT = [
  "**Bold**, *italic*, ~~struck out~~ and `code`; a link to https://example.com/a/page",
  "> What is quoted\n> stands apart.",
  "- one\n- two\n  - and a half",
  "```ts\n// how many there are\nconst answer: number = count(6, 9);\nexport default answer;\n```",
];

/** Where the stories play: Ada and Ben have talked, and Ben is still there. */
export class Stage {
  /** `url` is that of a running Edgewise. Ada reads `language`. */
  static async set(browser: Browser, url: string, language: Language = "en"): Promise<Stage> {
    const [ada, ben] = await Promise.all([
      Visitor.of(browser, url, { ...WINDOWS.wide, language }),
      Visitor.of(browser, url, WINDOWS.phone),
    ]);
    const people = { ada, ben };
    await Promise.all([ada.opens(CHANNEL), ben.opens(CHANNEL)]);
    await ada.isCalled("Ada");
    await ben.isCalled("Ben");
    for (const [place, [who, text]] of TALK.entries()) {
      await people[who].sends(text);
      const row = ".message:not(.pending)";
      await Promise.all([ada, ben].map(({ page }) => page.locator(row).nth(place).waitFor()));
    }
    await ada.page.close();
    return new Stage(url, ada, ben, language);
  }

  readonly ben: Visitor;
  readonly url: string;
  readonly #ada: Visitor;
  readonly #language: Language;
  #entered: Visitor | undefined;
  #channels = 0;

  private constructor(url: string, ada: Visitor, ben: Visitor, language: Language) {
    this.#language = language;
    this.url = url;
    this.#ada = ada;
    this.ben = ben;
  }

  /** Someone says `texts` in `channel`, who then leaves. */
  hears(channel: string, ...texts: string[]): Promise<void> {
    return say(this.url, channel, texts, "Chloe");
  }

  /** The path of a channel in which these texts were said, and nothing else yet. */
  async channelWith(topic: string, ...texts: string[]): Promise<string> {
    const channel = `${topic}/${++this.#channels}`;
    await this.hears(channel, ...texts);
    return `/${channel}`;
  }

  /** Ada opens a channel of her own, by its first message, and Chloe says `texts` there. Returns its name. */
  async keeps(ada: Visitor, topic: string, ...texts: string[]): Promise<string> {
    const channel = `${topic}/${++this.#channels}`;
    await ada.opens(`/${channel}`);
    await ada.sends("Here, everyone can offer what they have made.");
    await ada.sees("Here, everyone can offer");
    await this.hears(channel, ...texts);
    await ada.opens(`/${channel}`); // without what a new owner is told
    await ada.sees(texts.at(-1)!);
    return channel;
  }

  /** A channel in which its owner has said these texts. */
  async ownedChannel(topic: string, ...texts: string[]): Promise<{ path: string; owner: Owner }> {
    const path = this.emptyChannel(topic);
    return { path, owner: await Owner.of(this.url, path.slice(1), ...texts) };
  }

  /** The path of a channel in which nobody has written. */
  emptyChannel(topic: string): string {
    return `/${topic}/${++this.#channels}`;
  }

  /** Brings Ada into a state, in a browser that knows nothing but who she is. The state before it is over. */
  async enter(state: StateName, window: Window): Promise<Visitor> {
    await this.#entered?.page.context().close();
    const ada = await this.#ada.inAnotherBrowser({ ...WINDOWS[window], language: this.#language, timezoneId: noonZone() });
    this.#entered = ada;
    await ada.page.emulateMedia({ reducedMotion: "reduce" }); // what is looked at has arrived
    await STATES[state](ada, this);
    await arrived(ada.page);
    return ada;
  }
}

/** A time zone where it is noon: there, times are as wide as they can be, and the messages are of one day. */
function noonZone(): string {
  const hours = new Date().getUTCHours() - 12; // what it is behind UTC, which is `+` in these names
  return `Etc/GMT${hours < 0 ? "" : "+"}${hours}`;
}
