/**
 * The Durable Object that keeps the files of one channel (W37, W38). It is beside the channel's own object, whose thread never carries
 * a body. A file belongs to a message by the message's author and cid, which are known before the message is stored.
 */
import { DurableObject } from "cloudflare:workers";
import type { Refusal, StoredFile } from "../../src/shared/protocol";
import { Alarm } from "../Alarm";
import { Bucket } from "../Bucket";
import { type Env, fileQuotas, limitsScale } from "../env";
import { logError } from "../log";
import { Rejection } from "../Rejection";
import type { FileChange } from "../storage/file-changes";
import { clean } from "./clean";
import { type FileRow, FileStore, type GoneFile, stateOf } from "./FileStore";
import { fileName } from "./name";
import { type PreviewOrder, Previews } from "./Previews";
import { Slots } from "./Slots";
import { wholeBody } from "./whole-body";

const UNNAMED_FOR = 60 * 60_000; // ms until a file that no message names is deleted
const RETRY_AFTER = 60_000; // ms until the alarm tries again what has failed
const MINUTE = 60; // seconds
const DAY = 86_400_000; // ms
/** From when on a file is unnamed, in SQL; NULL if it is named. One that a message is about to name has a minute more to get there. */
const UNNAMED = `iif(is_named IS NULL, at + iif(cid IS NULL, 0, ${MINUTE * 1_000}), NULL)`;

/** An upload, as the router has checked it. */
export interface Upload {
  channel: string;
  /** The uploader's public id. */
  user: string;
  /** An HMAC of channel and address (W30). */
  place?: string | undefined;
  name: string;
  alt: string;
  preview: string;
}

export interface Refused {
  refusal: Refusal;
}

export class Files extends DurableObject<Env> {
  #alarm = new Alarm(this.ctx.storage);
  #store = new FileStore(this.ctx.storage, this.env.FILES_BUCKET);
  #quotas = fileQuotas(this.env);
  #slots = new Slots();
  /** Of users. After an eviction, each begins with what its user has uploaded in the last minute. */
  #rates = new Map<string, Bucket>();
  #previews = new Previews(
    this.#store,
    this.env,
    (order, bytes) => this.#keep({ ...order, name: "preview", alt: "", preview: "" }, bytes, order.cid),
    (user, cid, preview) => this.#channel.addPreview(user, cid, preview),
  );

  /** RPC: stores a file as a whole, or not at all. Returns what a message's state will have of it, or why it is refused. */
  async upload(upload: Upload, body: ReadableStream<Uint8Array>): Promise<StoredFile | Refused> {
    try {
      this.#countFile(upload.user);
      const free = await this.#slots.take(upload.place ?? "");
      if (!free) throw new Rejection("rate_limited", "busy_files", { retryAfter: 5_000 });
      try {
        return await this.#keep(upload, await wholeBody(body, this.#quotas.file));
      } finally {
        free();
      }
    } catch (error) {
      void body.cancel().catch(() => undefined); // the rest of it
      if (!(error instanceof Rejection)) logError("upload", error);
      return { refusal: error instanceof Rejection ? error.refusal : new Rejection("storage").refusal };
    }
  }

  /**
   * RPC: the user's message with this cid names these files, in this order. Returns their states. The same message may name them again;
   * another one may not, and nobody may name a file of somebody else.
   */
  claim(user: string, cid: string, ids: readonly string[]): StoredFile[] | Refused {
    const files = ids.map((id) => this.#store.get(id));
    if (files.some((file) => !file)) return { refusal: new Rejection("not_found", "no_such_file").refusal };
    const named = files as FileRow[];
    if (named.some((file) => file.user !== user || (file.cid !== null && file.cid !== cid)))
      return { refusal: new Rejection("forbidden", "other_file").refusal };
    for (const { n, cid: before } of named)
      if (before === null) this.#store.write("UPDATE files SET cid = ? WHERE n = ?", cid, n);
    return named.map(stateOf);
  }

  /** RPC: the user's message with this cid does not name these files after all, so that another one may. */
  release(user: string, cid: string, ids: readonly string[]): void {
    for (const id of ids) this.#store.read("UPDATE files SET cid = NULL WHERE id = ? AND user = ? AND cid = ?", id, user, cid);
  }

  /** RPC: fetches the preview of a message's link (W38). The channel is called when it is there. */
  preview(order: PreviewOrder): void {
    void this.#previews
      .show(order)
      .finally(() => this.#alarm.ringBy(this.#previews.nextForget()))
      .catch((error: unknown) => logError("preview", error));
  }

  /** RPC: what has happened to the messages that name these files. A repeat changes nothing. */
  apply(changes: readonly { id: string; change: FileChange }[]): void {
    const files = changes.flatMap(({ id, change }) => {
      const file = this.#store.get(id);
      return file ? [{ file, change }] : [];
    });
    for (const { file, change } of files)
      if (change !== "delete")
        this.#store.write("UPDATE files SET is_hidden = ? WHERE n = ?", change === "hide" ? 1 : null, file.n);
    this.#store.delete(files.filter(({ change }) => change === "delete").map(({ file }) => file));
    void this.#ring();
  }

  /** RPC: what is known of a file that the user may see. One that no message names is for its uploader alone. */
  find(id: string, user: string): FileRow | undefined {
    const file = this.#store.get(id);
    return file && !file.is_hidden && (file.cid !== null || file.user === user) ? file : undefined;
  }

  /** RPC: the bytes of a file from `from` to before `to`. Undefined if it was deleted meanwhile. */
  async body(id: string, from?: number, to?: number): Promise<ReadableStream | undefined> {
    const file = this.#store.get(id);
    return file && this.#store.body(file, from, to);
  }

  /** The one alarm: deletes files that no message names and old previews, tells the channel what is gone, empties the bucket's trash. */
  override async alarm(): Promise<void> {
    this.#alarm.rang();
    try {
      await this.#deleteUnnamed();
      await this.#tellGone();
      this.#previews.forget(Date.now());
      await this.#store.emptyTrash(Date.now() - UNNAMED_FOR);
    } catch (error) {
      logError("files", error);
      await this.#alarm.ringBy(Date.now() + RETRY_AFTER);
    }
    await this.#ring();
  }

  get #channel() {
    return this.env.CHANNEL.getByName(this.#store.channel);
  }

  /** `cid` is that of the message that names the file, if it is known. */
  async #keep(upload: Upload, bytes: Uint8Array, cid: string | null = null): Promise<StoredFile> {
    const { channel, user, place = "", name, alt, preview } = upload;
    if (bytes.length === 0) throw new Rejection("empty", "empty_file");
    const cleaned = clean(bytes);
    const size = cleaned.bytes.length;
    if (size > this.#quotas.channel) throw new Rejection("too_long", "large_file");
    this.#countDay(place, size);
    const file = {
      id: crypto.getRandomValues(new Uint8Array(16)).toBase64({ alphabet: "base64url", omitPadding: true }),
      user,
      name: fileName(name),
      type: cleaned.type,
      size,
      width: cleaned.width ?? null,
      height: cleaned.height ?? null,
      alt,
      preview,
      at: Date.now(),
      cid,
    };
    this.#makeRoom(size);
    await this.#store.add(channel, file, cleaned.bytes, () => this.#addDay(place, size));
    await this.#alarm.ringBy(file.at + UNNAMED_FOR);
    return stateOf(this.#store.get(file.id)!);
  }

  /** Deletes the oldest files until there is room for so many bytes more. */
  #makeRoom(size: number): void {
    let excess = this.#store.total + size - this.#quotas.channel;
    if (excess <= 0) return;
    const oldest: FileRow[] = [];
    for (const file of this.#store.oldestFirst()) {
      if (excess <= 0) break;
      oldest.push(file);
      excess -= file.size;
    }
    this.#store.delete(oldest);
    for (const { id, user, cid } of oldest)
      if (cid !== null) this.#store.write("INSERT INTO gone (id, user, cid) VALUES (?, ?, ?)", id, user, cid);
    this.#alarm.ringNow();
  }

  async #tellGone(): Promise<void> {
    const gone = this.#store.read<GoneFile>("SELECT * FROM gone LIMIT 100");
    if (gone.length === 0) return;
    await this.#channel.filesAreGone(gone);
    for (const { id } of gone) this.#store.write("DELETE FROM gone WHERE id = ?", id);
    if (gone.length === 100) await this.#tellGone();
  }

  /** Files that were uploaded too long ago: those that no message names, and those whose message never reached the channel. */
  async #deleteUnnamed(): Promise<void> {
    const old = this.#store.read<FileRow>(`SELECT * FROM files WHERE ${UNNAMED} <= ?`, Date.now() - UNNAMED_FOR);
    const named = old.flatMap(({ user, cid }) => (cid === null ? [] : [{ user, cid }]));
    const sent = named.length > 0 ? await this.#channel.haveBeenSent(named) : [];
    const isSent = ({ user, cid }: FileRow) =>
      named.some((message, index) => sent[index] && message.user === user && message.cid === cid);
    for (const { n } of old.filter(isSent)) this.#store.write("UPDATE files SET is_named = 1 WHERE n = ?", n);
    const isUnclaimed = (file: FileRow) => this.#store.get(file.id)?.cid === file.cid; // nobody named it meanwhile
    this.#store.delete(old.filter((file) => !isSent(file) && isUnclaimed(file)));
  }

  /** Sets the alarm for whatever is due first. */
  async #ring(): Promise<void> {
    const [first] = this.#store.read<{ at: number | null }>(`SELECT min(${UNNAMED}) AS at FROM files`);
    const [trash] = this.#store.read<{ at: number | null }>("SELECT min(at) AS at FROM trash");
    const due = [first?.at, trash?.at].map((at) => (at === null || at === undefined ? Infinity : at + UNNAMED_FOR));
    await this.#alarm.ringBy(Math.min(...due, this.#previews.nextForget()));
  }

  #countFile(user: string): void {
    let bucket = this.#rates.get(user);
    const files = this.#quotas.aMinute * limitsScale(this.env);
    if (!bucket) {
      this.#rates.set(user, (bucket = new Bucket({ burst: files, perSecond: files / MINUTE })));
      bucket.take(Date.now(), Math.min(files, this.#uploadedLately(user)));
    }
    const retryAfter = bucket.take();
    for (const [other, bucket] of this.#rates) if (bucket.isFull()) this.#rates.delete(other);
    if (retryAfter > 0) throw new Rejection("rate_limited", "many_files", { retryAfter });
  }

  /** Files of the last minute that are stored. Of a busy channel's, so many are looked at. */
  #uploadedLately(user: string): number {
    const latest = this.#store.read<FileRow>("SELECT user, at FROM files ORDER BY n DESC LIMIT 200");
    return latest.filter((file) => file.user === user && file.at > Date.now() - MINUTE * 1_000).length;
  }

  /** Throws a rejection if a place has uploaded too much today (UTC). Only the first 12 bits of a place are stored: see DayLimit. */
  #countDay(place: string, size: number): void {
    const now = Date.now();
    const day = Math.floor(now / DAY);
    const [today] = this.#store.read<{ bytes: number }>("SELECT bytes FROM days WHERE place = ? AND day = ?", partOf(place), day);
    if ((today?.bytes ?? 0) + size > this.#quotas.aDay * limitsScale(this.env))
      throw new Rejection("rate_limited", "full_day_of_files", { retryAfter: (day + 1) * DAY - now });
  }

  #addDay(place: string, size: number): void {
    const day = Math.floor(Date.now() / DAY);
    this.#store.write("DELETE FROM days WHERE day <> ?", day);
    this.#store.write(
      "INSERT INTO days (place, day, bytes) VALUES (?, ?, ?) ON CONFLICT (place) DO UPDATE SET bytes = bytes + excluded.bytes",
      partOf(place),
      day,
      size,
    );
  }
}

/** 12 bits in base64url. */
const partOf = (place: string) => place.slice(0, 2);
