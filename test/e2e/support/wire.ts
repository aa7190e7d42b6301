/** The wire of one page: records what the page sends, and can cut the connection. */
import type { Page, WebSocketRoute } from "playwright-core";
import type { ClientEvent, Message, ServerEvent } from "../../../src/shared/protocol";
import type { Visitor } from "./people";

export class Wire {
  /** Goes between a page and its channel; before the page is opened. */
  static async of(page: Page): Promise<Wire> {
    const wire = new Wire(page);
    await page.routeWebSocket(/\/_ws\//, (route) => wire.#connect(route));
    return wire;
  }

  /** The messages that the page has sent, repeats too. */
  readonly sent: { cid: string; text: string }[] = [];
  /** May change a frame of the page. */
  tamper: (frame: string) => string = (frame) => frame;
  /** Gets the channel's messages; those it returns true for never arrive. */
  swallow: (message: Message) => boolean = () => false;
  readonly #page: Page;
  readonly #routes = new Set<WebSocketRoute>();
  #isCut = false;

  private constructor(page: Page) {
    this.#page = page;
  }

  async cut(): Promise<void> {
    this.#isCut = true;
    await Promise.all([...this.#routes].map((route) => route.close()));
    this.#routes.clear();
  }

  /** The page hears of it as browsers tell of a network that is back: by itself it might not try for half a minute. */
  async mend(): Promise<void> {
    this.mendUntold();
    await this.#page.evaluate(() => window.dispatchEvent(new Event("online")));
  }

  mendUntold(): void {
    this.#isCut = false;
  }

  get texts(): string[] {
    return this.sent.map(({ text }) => text);
  }

  #connect(route: WebSocketRoute): void {
    if (this.#isCut) return void route.close();
    this.#routes.add(route);
    const channel = route.connectToServer();
    route.onMessage((frame) => {
      const tampered = this.tamper(String(frame));
      if (tampered !== "ping") this.#note(JSON.parse(tampered) as ClientEvent);
      channel.send(tampered);
    });
    channel.onMessage((frame) => {
      const events = frame === "pong" ? [] : ([JSON.parse(String(frame))].flat() as ServerEvent[]);
      if (!events.some((event) => event.t === "chat" && this.swallow(event.d))) route.send(frame);
    });
  }

  #note(event: ClientEvent): void {
    if (event.t === "chat") this.sent.push({ cid: event.d.cid, text: event.d.text });
  }
}

/** Who has said `text` in the channel at `path`, and is cut off from it then. */
export async function cutOff(who: Visitor, path: string, text: string): Promise<Wire> {
  const wire = await Wire.of(who.page);
  await who.opens(path);
  await who.sends(text);
  await who.sees(text);
  await wire.cut();
  await who.isOffline();
  return wire;
}
