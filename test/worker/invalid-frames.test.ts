/** Invalid frames: each gets an error with a code; too many, or one that is too big, closes the socket. */
import { expect, it } from "vitest";
import { LIMITS, MAX_BAD_FRAMES } from "../../src/shared/protocol";
import { join } from "./support/peer";

it("W14 an invalid frame is rejected with a code, and the socket stays open", async () => {
  const codes: [frame: string | ArrayBuffer, code: string][] = [
    ["rubbish", "bad_frame"],
    ["[1]", "bad_frame"],
    ["null", "bad_frame"],
    ['"ping"', "bad_frame"],
    ["ping ", "bad_frame"],
    [new Uint8Array([123, 125]).buffer, "bad_frame"],
    ["{}", "unknown_type"],
    ['{"t":"constructor"}', "unknown_type"],
    ['{"t":"chat"}', "invalid"],
    ['{"t":"chat","d":{"cid":"","text":"hi"}}', "invalid"],
    [`{"t":"chat","d":{"cid":"${"c".repeat(65)}","text":"hi"}}`, "invalid"],
    ['{"t":"chat","d":{"cid":"\\ud800","text":"hi"}}', "invalid"],
    ['{"t":"chat","d":{"cid":"c","text":1}}', "invalid"],
    ['{"t":"chat","d":{"cid":"c","text":"hi","reply":"1"}}', "invalid"],
    ['{"t":"chat","d":{"cid":"c","text":" \\n\\t "}}', "empty"],
    [`{"t":"chat","d":{"cid":"c","text":"${"x".repeat(4001)}"}}`, "too_long"],
    ['{"t":"name","d":{"name":"\\u200b"}}', "empty"],
    [`{"t":"name","d":{"name":"${"x".repeat(33)}"}}`, "too_long"],
    ['{"t":"name","d":{"name":7}}', "invalid"],
  ];
  const ada = await join("w14/codes");
  for (const [frame, code] of codes) {
    const peer = await join("w14/codes");
    const refusal = await peer.refused(frame);
    expect([frame, refusal.code]).toEqual([frame, code]);
    expect(refusal.message).toMatch(/^[A-Z].*\.$/);
    peer.send({ t: "typing" });
    await ada.nextOf("typing");
  }
  expect(await ada.sendMessage("still here")).toMatchObject({ id: 1 });
});

it("W14 an error names the cid of the chat event that it answers", async () => {
  const ada = await join("w14/cid");
  expect(await ada.refused({ t: "chat", d: { cid: "mine", text: "" } })).toMatchObject({ code: "empty", cid: "mine" });
});

it("W15 1008 after 20 bad frames in a minute, and not before", async () => {
  const ada = await join("w15/bad");
  const rubbish = ["rubbish", "{}", '{"t":"chat"}', '{"t":"chat","d":{"cid":"c","text":""}}', new ArrayBuffer(1)];
  for (let i = 1; i < MAX_BAD_FRAMES; i++) await ada.refused(rubbish[i % rubbish.length]!);
  await ada.sendMessage("19 are forgiven");
  await ada.refused("rubbish");
  expect((await ada.closed).code).toBe(1008);
});

it("W15 frames of a closed peer are ignored", async () => {
  const [eve, ada] = await Promise.all([join("w15/closed"), join("w15/closed")]);
  for (let i = 0; i < MAX_BAD_FRAMES; i++) eve.sendRaw("rubbish");
  eve.send({ t: "chat", d: { cid: "late", text: "too late" } });
  expect((await eve.closed).code).toBe(1008);
  expect((await ada.sendMessage("the first")).id).toBe(1);
});

it("W15 1009 for a frame above 16,384 bytes of UTF-8; one of exactly that size is accepted", async () => {
  const ada = await join("w15/size");
  const frame = (filler: string) => JSON.stringify({ t: "chat", d: { cid: "c", text: "x", filler } });
  const room = LIMITS.frame - frame("").length;
  ada.sendRaw(frame("x".repeat(room)));
  await ada.nextOf("chat");
  ada.sendRaw(frame("é".repeat(room / 2 + 1)));
  expect((await ada.closed).code).toBe(1009);
});
