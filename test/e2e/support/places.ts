/** Where messages are on screen, and whether they move. */
import { expect } from "vitest";
import type { Visitor } from "./people";

const withText = ({ page }: Visitor, text: string) => page.locator(".message", { has: page.getByText(text, { exact: true }) });

/** Pixels from the top of the window. */
export async function topOf(who: Visitor, text: string): Promise<number> {
  return (await withText(who, text).boundingBox())!.y;
}

/** Waits until the message is on screen, whoever brings it there. */
export async function getsOnScreen(who: Visitor, text: string): Promise<void> {
  const { height } = who.page.viewportSize()!;
  await expect.poll(async () => (await withText(who, text).boundingBox())?.y).toSatisfy((y: number) => y > 0 && y < height);
}

/** Turns the wheel upwards until the message is in the page, and brings it into view, to rest there. */
export async function scrollTo(who: Visitor, text: string): Promise<void> {
  const message = who.page.getByText(text, { exact: true });
  await who.page.locator(".scroller").hover();
  while ((await message.count()) === 0) await who.page.mouse.wheel(0, -200);
  await message.scrollIntoViewIfNeeded();
  await who.listRests();
}

/** From now on, notes in each frame by how many pixels the message has moved. The result returns them. */
export async function watchesMoves(who: Visitor, text: string): Promise<() => Promise<number[]>> {
  await who.message(text).evaluate((row) => {
    const moves: number[] = [];
    Object.assign(globalThis, { moves });
    const { top } = row.getBoundingClientRect();
    const look = () => {
      moves.push(row.isConnected ? Math.abs(row.getBoundingClientRect().top - top) : Infinity);
      requestAnimationFrame(() => setTimeout(look)); // what the frame has shown
    };
    look();
  });
  return () => who.page.evaluate(() => (globalThis as unknown as { moves: number[] }).moves);
}
