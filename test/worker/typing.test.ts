/** W11: who is typing. */
import { expect, it, onTestFinished, vi } from "vitest";
import { join, newUserCookie } from "./support/peer";

it("W11 typing reaches other users, not one's own peers, and takes no seq", async () => {
  const cookie = newUserCookie();
  const [first, tab, other] = [
    await join("w11/typing", { cookie }),
    await join("w11/typing", { cookie }),
    await join("w11/typing"),
  ];
  first.send({ t: "typing" });
  expect((await other.nextOf("typing")).d).toEqual({ user: first.you });
  expect((await first.sendMessage("done")).seq).toBe(1);
  await tab.nextOf("chat");
  expect([...first.frames, ...tab.frames].join()).not.toContain('"t":"typing"');
});

it("W11 typing twice within 3 s is rejected with the remaining time", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const [first, other] = [await join("w11/often"), await join("w11/often")];
  first.send({ t: "typing" });
  await other.nextOf("typing");
  vi.setSystemTime(Date.now() + 1_800);
  expect(await first.refused({ t: "typing" })).toMatchObject({ code: "rate_limited", retryAfter: 1_200 });
  vi.setSystemTime(Date.now() + 1_200);
  first.send({ t: "typing" });
  await other.nextOf("typing");
});
