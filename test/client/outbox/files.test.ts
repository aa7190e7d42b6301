/** Unsent messages with files: they wait for their uploads, and later messages overtake them. */
import { expect, it, vi } from "vitest";
import { MessageOutbox, type UnsentFile } from "../../../src/outbox/MessageOutbox";
import { memoryStore } from "../../../src/outbox/storage";
import type { ClientEvent, Refusal } from "../../../src/shared/protocol";

const FILE: UnsentFile = { blob: new Blob(["a picture"]), name: "cat.webp", alt: "", preview: "" };
const LOST: Refusal = { code: "not_found", reason: "no_such_file", message: "" };

async function open(store = memoryStore<never>()) {
  const send = vi.fn<(event: ClientEvent) => boolean>(() => true);
  const outbox = new MessageOutbox({ send, store });
  await outbox.load();
  const sent = () => send.mock.calls.map(([event]) => (event.t === "chat" ? [event.d.text, event.d.files] : []));
  const cids = () => outbox.queue.entries.map(({ cid }) => cid);
  const isEchoed = (cid: string) =>
    outbox.receive({ t: "chat", seq: 1, d: { id: 1, seq: 1, cid, user: { id: "ada", name: "Ada" }, text: "", at: 0 } }, "ada");
  return { outbox, sent, cids, isEchoed };
}

it("W37 a message waits until all of its files have ids, and later messages overtake it", async () => {
  const { outbox, sent, cids, isEchoed } = await open();
  outbox.add("look", undefined, [FILE, FILE]);
  outbox.add("after it");
  expect(sent()).toEqual([["after it", undefined]]);
  const [look, after] = cids() as [string, string];
  expect([outbox.isNeverSent(look), outbox.isNeverSent(after)]).toEqual([true, false]);
  isEchoed(after);
  outbox.setFileIds(look, ["a", "b"]);
  expect(sent()[1]).toEqual(["look", ["a", "b"]]);
  isEchoed(look);
  expect(cids()).toEqual([]);
});

it("W37 of several parts, the last one has the files", async () => {
  const { outbox } = await open();
  outbox.add(["one", "two"], 7, [FILE]);
  expect(outbox.queue.entries.map(({ reply, files }) => [reply, files?.length])).toEqual([
    [7, undefined],
    [undefined, 1],
  ]);
});

it("W37 files that the channel has no longer are uploaded once more; the second time, the message is rejected", async () => {
  const { outbox, cids, sent } = await open();
  outbox.add("", undefined, [FILE]);
  const [cid] = cids() as [string];
  for (const id of ["a", "b"]) {
    outbox.setFileIds(cid, [id]);
    expect(sent().at(-1)).toEqual(["", [id]]);
    outbox.receive({ t: "error", d: { ...LOST, ref: cid } }, "ada");
    expect(outbox.isNeverSent(cid)).toBe(id === "a");
  }
  expect(outbox.queue.find(cid)?.refusal?.reason).toBe("no_such_file");
});
