/** Where the bytes of files are: in rows of the object, or in the deployer's bucket; and the limits of a channel's files (W37). */
import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Message, StoredFile } from "../../src/shared/protocol";
import { FileStore, type NewFile } from "../../worker/files/FileStore";
import { wholeBody } from "../../worker/files/whole-body";
import { Slots } from "../../worker/files/Slots";
import { bindings, join, type TestPeer } from "./support/peer";
import { startedChannel } from "./support/staff";
import { makeKnown } from "./support/stored";

afterEach(() => {
  vi.useRealTimers();
  for (const name of ["FILE_BYTES", "CHANNEL_FILES_BYTES", "DAY_FILES_BYTES"] as const) delete bindings[name];
});

const bucket = (bindings as unknown as { TEST_BUCKET: R2Bucket }).TEST_BUCKET;
const filesOf = (channel: string) => bindings.FILE_STORE.getByName(channel);
const bytesOf = async (body: ReadableStream | undefined) => new Uint8Array(await new Response(body).arrayBuffer());

const fileOf = (id: string, size: number): NewFile => ({
  id,
  user: "ada",
  name: "a.bin",
  type: "application/octet-stream",
  size,
  width: null,
  height: null,
  alt: "",
  preview: "",
  at: 1,
  cid: null,
});

describe.each(["rows of the object", "the bucket"])("W37 with its bytes in %s, a file", (where) => {
  const inBucket = where === "the bucket";
  const use = <T>(test: (store: FileStore, sql: SqlStorage) => Promise<T>) =>
    runInDurableObject(filesOf(`store/${where}`), (_files, { storage }) =>
      test(new FileStore(storage, inBucket ? bucket : undefined), storage.sql),
    );

  it("is stored as a whole, read in parts, and deleted", async () => {
    const bytes = new Uint8Array(2_200_000).map((_, index) => index % 251);
    await use(async (store, sql) => {
      await store.add("a/channel", fileOf("one", bytes.length), bytes, () => undefined);
      await store.add("a/channel", fileOf("two", 3), Uint8Array.of(1, 2, 3), () => undefined);
      expect(store.total).toBe(2_200_003);
      const one = store.get("one")!;
      expect(await bytesOf(await store.body(one))).toEqual(bytes);
      expect(await bytesOf(await store.body(one, 1_048_500, 1_048_700))).toEqual(bytes.slice(1_048_500, 1_048_700));
      store.delete([one]);
      await store.emptyTrash(Date.now());
      expect([store.get("one"), store.total]).toEqual([undefined, 3]);
      expect(sql.exec("SELECT key FROM parts").toArray().length).toBe(inBucket ? 0 : 1);
      expect((await bucket.list()).objects.map(({ key }) => key)).toEqual(inBucket ? ["a/channel/two"] : []);
      expect(await bytesOf(await store.body(store.get("two")!))).toEqual(Uint8Array.of(1, 2, 3));
    });
  });

  it("that cannot be stored leaves nothing", async () => {
    await use(async (store) => {
      const fails = () => {
        throw new Error("disk full");
      };
      await expect(store.add("a/channel", fileOf("three", 4), Uint8Array.of(1, 2, 3, 4), fails)).rejects.toThrow("disk full");
      expect([store.get("three"), store.total]).toEqual([undefined, 3]);
      await store.emptyTrash(Date.now());
      expect((await bucket.list()).objects.map(({ key }) => key)).toEqual(inBucket ? ["a/channel/two"] : []);
    });
  });
});

const upload = (channel: string, user: string, size: number, place = "aa") =>
  filesOf(channel).upload({ channel, user, place, name: "x", alt: "", preview: "" }, new Response(new Uint8Array(size)).body!);

/** Uploads a file of so many bytes and names it in a message. */
async function share(peer: TestPeer, channel: string, size: number): Promise<{ file: StoredFile; message: Message }> {
  const file = (await upload(channel, peer.you.id, size)) as StoredFile;
  peer.send({ t: "chat", d: { cid: file.id, text: "", files: [file.id] } });
  return { file, message: (await peer.nextOf("chat")).d };
}

it("W37 when a channel is full, its oldest files are deleted, and their messages say so in a change of their own", async () => {
  bindings.CHANNEL_FILES_BYTES = "1000";
  const channel = "store/full";
  const [ada] = await startedChannel(channel);
  await makeKnown(channel, ada);
  const first = await share(ada, channel, 400);
  const second = await share(ada, channel, 400);
  await share(ada, channel, 300);
  await runDurableObjectAlarm(filesOf(channel));
  const { seq, d } = await ada.nextOf("chat");
  expect([d.id, d.files]).toEqual([first.message.id, [{ id: first.file.id, name: "x", gone: true }]]);
  expect(seq).toBeGreaterThan(second.message.seq);
  const { messages } = (await join(channel)).welcome;
  expect(messages.map(({ files }) => files?.map((file) => "gone" in file))).toEqual([undefined, [true], [false], [false]]);
  expect(await upload(channel, ada.you.id, 1_001)).toMatchObject({ refusal: { code: "too_long" } });
});

it("W37 a file that goes while staff have removed its message is gone after restore", async () => {
  bindings.CHANNEL_FILES_BYTES = "1000";
  const channel = "store/removed";
  const [ada, ben] = await startedChannel(channel);
  await makeKnown(channel, ada, ben);
  const { file } = await share(ben, channel, 600);
  const message = (await join(channel)).welcome.messages.at(-1)!;
  ada.send({ t: "delete", d: { id: message.id } });
  await upload(channel, ada.you.id, 600);
  await runDurableObjectAlarm(filesOf(channel));
  ada.send({ t: "restore", d: { id: message.id } });
  await vi.waitFor(async () => {
    const { messages } = (await join(channel)).welcome;
    expect(messages.at(-1)!.files).toEqual([{ id: file.id, name: "x", gone: true }]);
  });
});

it("W37 a place has so many bytes a day, and a file so many", async () => {
  bindings.DAY_FILES_BYTES = "1000";
  bindings.FILE_BYTES = "800";
  expect(await upload("store/day", "ada", 801)).toMatchObject({ refusal: { code: "too_long", reason: "large_file" } });
  expect(await upload("store/day", "ada", 600)).toMatchObject({ size: 600 });
  const refused = await upload("store/day", "ben", 500);
  expect(refused).toMatchObject({
    refusal: { code: "rate_limited", reason: "full_day_of_files", retryAfter: expect.any(Number) },
  });
  expect(await upload("store/day", "ben", 500, "zz")).toMatchObject({ size: 500 });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 86_400_000 });
  expect(await upload("store/day", "ben", 500)).toMatchObject({ size: 500 });
});

it("W37 an upload whose sender goes away in the middle leaves nothing, and its slot is free again", async () => {
  for (let n = 0; n < 8; n++) {
    const body = new ReadableStream({
      type: "bytes",
      start: (controller) => {
        controller.enqueue(new Uint8Array(1_000));
        setTimeout(() => controller.error(new Error("in a tunnel")), 1);
      },
    });
    const answer = filesOf("store/cut").upload({ channel: "store/cut", user: "ada", name: "x", alt: "", preview: "" }, body);
    expect(await answer.catch(() => ({ refusal: { reason: "cut_file" } }))).toMatchObject({ refusal: { reason: "cut_file" } });
  }
  expect(await upload("store/cut", "ada", 5)).toMatchObject({ size: 5 });
});

it.each([
  ["stops in the middle", 1, { piece: 20, whole: 60_000 }],
  ["never ends", Infinity, { piece: 60_000, whole: 50 }],
])("W37 an upload that %s is given up", async (_what, pieces, patience) => {
  let piece = 0;
  const pull = async (controller: ReadableByteStreamController) => {
    await scheduler.wait(1);
    if (piece++ < pieces) controller.enqueue(new Uint8Array(1_000));
    else await new Promise(() => {});
  };
  const body = new ReadableStream({ type: "bytes", pull }) as ReadableStream<Uint8Array>;
  await expect(wholeBody(body, Infinity, patience)).rejects.toMatchObject({ refusal: { reason: "cut_file" } });
});

it("W37 an upload from the network that stops is given up, too", async () => {
  const { readable, writable } = new IdentityTransformStream(); // as the runtime's own bodies, it keeps the lock of a read that waits
  void writable
    .getWriter()
    .write(new Uint8Array(1_000))
    .catch(() => undefined);
  await expect(wholeBody(readable, Infinity, { piece: 20, whole: 60_000 })).rejects.toMatchObject({
    refusal: { reason: "cut_file" },
  });
});

it("one place cannot fill the queue for all", async () => {
  const slots = new Slots();
  const taken = Array.from({ length: 40 }, () => slots.take("one"));
  expect(await Promise.race([taken.at(-1), Promise.resolve("waits")])).toBeUndefined();
  expect(typeof (await slots.take("two"))).toBe("function");
});

it("a few uploads are in memory at once, and no place has all of the slots", async () => {
  const slots = new Slots();
  const started: string[] = [];
  const take = (place: string) => slots.take(place).then((free) => (started.push(place), free!));
  const ofOne = Array.from({ length: 5 }, () => take("one"));
  await Promise.resolve();
  await expect.poll(() => started.length).toBe(3);
  const others = ["two", "three", "four", "five"].map(take);
  await expect.poll(() => started.length).toBe(6);
  expect(started.slice(3)).toEqual(["two", "three", "four"]);
  (await ofOne[0]!)();
  await expect.poll(() => started.length).toBe(7);
  expect(started[6]).toBe("one");
  (await others[0]!)();
  await expect.poll(() => started.length).toBe(8);
  expect(started[7]).toBe("five");
});
