/**
 * Previews of links (W38): each page is fetched once an hour, however many messages link to it. What was fetched is remembered for that
 * time, also that there was nothing. A picture belongs to one message, so another message with the link has a copy.
 */
import type { LinkPreview, StoredFile } from "../../src/shared/protocol";
import { Bucket } from "../Bucket";
import { areFilesOff, type Env } from "../env";
import { logError } from "../log";
import { Rejection } from "../Rejection";
import { typeOf } from "./sniff";
import { fetchPublic, MAX_FETCHED } from "./fetch-public";
import type { FileStore } from "./FileStore";
import { type PageSummary, summaryOf } from "./page-summary";

const REMEMBERED_FOR = 60 * 60_000; // ms
/** Pages that a channel has fetched, so that nobody uses it to flood a site, or its memory. The links beyond have no preview. */
const FETCHES = { burst: 10, perSecond: 0.5 };

/** A message whose link is to have a preview. */
export interface PreviewOrder {
  channel: string;
  /** The author's public id. */
  user: string;
  /** An HMAC of channel and address (W30). */
  place?: string | undefined;
  cid: string;
  url: string;
}

interface Page extends Pick<PageSummary, "title" | "description"> {
  picture?: Uint8Array | undefined;
}

export class Previews {
  #store: FileStore;
  #env: Env;
  #keep: (order: PreviewOrder, picture: Uint8Array) => Promise<StoredFile>;
  #add: (user: string, cid: string, preview: LinkPreview) => Promise<boolean>;
  #fetching = new Map<string, Promise<Page | undefined>>();
  #rate = new Bucket(FETCHES);

  /** `keep` stores a picture. `add` gives a preview to its message, and returns whether the message has it. */
  constructor(
    store: FileStore,
    env: Env,
    keep: (order: PreviewOrder, picture: Uint8Array) => Promise<StoredFile>,
    add: (user: string, cid: string, preview: LinkPreview) => Promise<boolean>,
  ) {
    this.#store = store;
    this.#env = env;
    this.#keep = keep;
    this.#add = add;
  }

  /** Fetches a preview, and gives it to the message. If the object ends meanwhile, there is none. */
  async show(order: PreviewOrder): Promise<void> {
    const { url, user, cid } = order;
    this.#store.create(order.channel);
    const preview = await this.#previewFor(order, url.replace(/#.*/, ""));
    if (!preview) return;
    const isAdded = await this.#add(user, cid, preview).catch((error: unknown) => logError("preview", error));
    const file = preview.image && this.#store.get(preview.image.id);
    if (file && isAdded) this.#store.write("UPDATE files SET is_named = 1 WHERE n = ?", file.n);
    else if (file) this.#store.delete([file]);
  }

  /** Forgets what was fetched too long ago. */
  forget(now: number): void {
    if (this.nextForget() <= now) this.#store.write("DELETE FROM previews WHERE at <= ?", now - REMEMBERED_FOR);
  }

  /** When that is due (Unix ms). */
  nextForget(): number {
    const [first] = this.#store.read<{ at: number | null }>("SELECT min(at) AS at FROM previews");
    return (first?.at ?? Infinity) + REMEMBERED_FOR;
  }

  async #previewFor(order: PreviewOrder, address: string): Promise<LinkPreview | undefined> {
    const fetching = this.#fetching.get(address) ?? this.#page(address);
    this.#fetching.set(address, fetching);
    try {
      const page = await fetching;
      if (!page) return undefined;
      const { title, description, picture } = page;
      const file = picture && (await this.#keep(order, picture).catch(unlessRejected));
      if (!file) return { url: order.url, title, description };
      this.#store.write("UPDATE previews SET image = ? WHERE url = ?", file.id, address);
      return { url: order.url, title, description, image: { id: file.id, width: file.width!, height: file.height! } };
    } finally {
      this.#fetching.delete(address);
    }
  }

  /** As it is remembered, or else fetched. */
  async #page(address: string): Promise<Page | undefined> {
    this.forget(Date.now());
    const [known] = this.#store.read<{ page: string | null; image: string | null }>(
      "SELECT page, image FROM previews WHERE url = ?",
      address,
    );
    if (known) {
      if (known.page === null) return undefined;
      const file = known.image === null ? undefined : this.#store.get(known.image);
      const body = file && (await this.#store.body(file));
      return { ...(JSON.parse(known.page) as Page), picture: body && (await new Response(body).bytes()) };
    }
    if (this.#rate.take() > 0) return undefined;
    const page = await this.#fetch(address).catch(() => undefined); // the site does not answer, or not with a page
    const summary = page && JSON.stringify({ title: page.title, description: page.description });
    this.#store.write("INSERT OR REPLACE INTO previews (url, at, page) VALUES (?, ?, ?)", address, Date.now(), summary ?? null);
    return page;
  }

  async #fetch(address: string): Promise<Page | undefined> {
    const page = await fetchPublic(address, "text/html", this.#moreHosts);
    const summary = page && (await summaryOf(page));
    if (!summary) return undefined;
    const { title, description, image } = summary;
    return { title, description, picture: image === undefined ? undefined : await this.#picture(image) };
  }

  async #picture(address: string): Promise<Uint8Array | undefined> {
    if (areFilesOff(this.#env)) return undefined;
    const { bytes } = (await fetchPublic(address, "image/", this.#moreHosts).catch(() => undefined)) ?? {};
    return bytes && bytes.length <= MAX_FETCHED && typeOf(bytes).startsWith("image/") ? bytes : undefined;
  }

  get #moreHosts(): string[] {
    return this.#env.PREVIEW_HOSTS?.split(",") ?? [];
  }
}

/** A picture that cannot be cleaned, or for which there is no room, is left out. */
function unlessRejected(error: unknown): undefined {
  if (!(error instanceof Rejection)) throw error;
}
