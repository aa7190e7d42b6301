/** What the page can look like: each state by its name, as the story by which Ada gets there. */
import type { Browser } from "playwright-core";
import { Visitor } from "./people.ts";

const CHANNEL = "/team/design";

/** The windows in which each state is looked at. */
export const WINDOWS = { wide: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;
export type Window = keyof typeof WINDOWS;

type Story = (ada: Visitor, stage: Stage) => Promise<void>;

export const STATES = {
  talk: async (ada, { ben }) => {
    await ada.opens(CHANNEL);
    await ada.seesOnline(2);
    await ben.page.getByLabel(/^Message to/).fill("");
    await ben.writes("Shall we ship it?", 250); // longer than the 3 s in which typing is told once
    await ada.page.getByText("Ben is typing…").waitFor();
  },
  "empty channel": async (ada) => {
    await ada.opens("/nobody/was/here");
  },
  "people list": async (ada) => {
    await ada.opens(CHANNEL);
    await ada.seesOnline(2);
    await ada.page.getByRole("button", { name: "2 online" }).click();
    await ada.page.locator(".people-one", { hasText: "Ben" }).waitFor();
  },
  "offline with unsent messages": async (ada) => {
    await ada.opens(CHANNEL);
    await ada.page.context().setOffline(true);
    await ada.isOffline();
    await ada.says("I am in a tunnel, and write on.");
    await ada.page.locator(".message.pending .progress").waitFor();
  },
  "refused name": async (ada) => {
    await ada.opens(CHANNEL);
    await ada.isCalled("\u200b");
    await ada.page.getByText("at least one visible character").waitFor();
  },
  "not found": async (ada) => {
    await ada.visits("/no!channel");
  },
} as const satisfies Record<string, Story>;

export type StateName = keyof typeof STATES;
export const STATE_NAMES = Object.keys(STATES) as StateName[];

const TALK: readonly [who: "ada" | "ben", text: string][] = [
  ["ada", "Good morning! The new start page is up for review."],
  ["ben", "Looks great on my phone. One thing: the time stamps are hard to read in the dark theme."],
  ["ada", "Right. I have raised their contrast to 4.5 to 1."],
  ["ben", "I went through a tunnel just now, and did not miss a line of this."],
];

/** Where the stories play: Ada and Ben have talked, and Ben is still there. */
export class Stage {
  /** `url` is that of a running Edgewise. */
  static async set(browser: Browser, url: string): Promise<Stage> {
    const [ada, ben] = await Promise.all([Visitor.of(browser, url, WINDOWS.wide), Visitor.of(browser, url, WINDOWS.phone)]);
    const people = { ada, ben };
    await Promise.all([ada.opens(CHANNEL), ben.opens(CHANNEL)]);
    await ada.isCalled("Ada");
    await ben.isCalled("Ben");
    for (const [who, text] of TALK) {
      await people[who].says(text);
      await Promise.all([ada.sees(text), ben.sees(text)]);
    }
    await ada.page.close();
    return new Stage(ada, ben);
  }

  readonly ben: Visitor;
  readonly #ada: Visitor;
  #entered: Visitor | undefined;

  private constructor(ada: Visitor, ben: Visitor) {
    this.#ada = ada;
    this.ben = ben;
  }

  /** Brings Ada into a state, in a browser that knows nothing but who she is. The state before it is over. */
  async enter(state: StateName, window: Window): Promise<Visitor> {
    await this.#entered?.page.context().close();
    const ada = await this.#ada.inAnotherBrowser(WINDOWS[window]);
    this.#entered = ada;
    await ada.page.emulateMedia({ reducedMotion: "reduce" }); // what is looked at has arrived
    await STATES[state](ada, this);
    return ada;
  }
}
