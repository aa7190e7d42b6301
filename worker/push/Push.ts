/**
 * The Durable Object that tells people about the messages of one channel while its page is closed: Web Push (W36). It is beside the
 * channel's own object, which tells it of new messages only if somebody has subscribed.
 */
import { DurableObject } from "cloudflare:workers";
import { mentionsName, summaryOf } from "../../src/markdown/parse";
import { beginningOf } from "../../src/shared/beginning";
import { messageHref } from "../../src/shared/message-link";
import type { Message } from "../../src/shared/protocol";
import { Alarm } from "../Alarm";
import type { Env } from "../env";
import { logError } from "../log";
import { send, type Sent } from "./send";
import { type Owed, type OwedMessage, type Subscription, Subscriptions } from "./Subscriptions";

const EVERY = 30_000; // ms between two pushes to a subscription, at least
const MAX_BODY = 200; // UTF-16 units
/** Of one alarm: the free plan allows 50 requests, and the channel is asked, too. */
const BATCH = 40;
/** Cloudflare opens no more connections at once. */
const AT_ONCE = 6;
const BACKOFF = { first: 60_000, most: 60 * 60_000 }; // ms
const GIVE_UP_AFTER = 24 * 60 * 60_000; // ms

/** A new message, and who wrote the one that it answers. */
export interface Told {
  message: Message;
  answers?: string | undefined;
}

/** What the channel knows of a subscribed person who may read it. */
export interface Person {
  name: string;
  /** Whether one of their pages shows the channel now. */
  isLooking: boolean;
}

/** Of some messages, those that are not deleted, and the latest of them as it is now. */
export interface Undeleted {
  ids: number[];
  latest: Message | undefined;
}

export class Push extends DurableObject<Env> {
  #alarm = new Alarm(this.ctx.storage);
  #subscriptions = new Subscriptions(this.ctx.storage);
  #telling = Promise.resolve();

  /** RPC: adds or renews a subscription. `seq` is the channel's: what was written before is not told. Returns false if there are too many. */
  async subscribe(channel: string, host: string, seq: number, subscription: Subscription): Promise<boolean> {
    const isAdded = this.#subscriptions.add(channel, host, seq, subscription);
    await this.#tellChannel(); // somebody else may have been the last one, and gone
    return isAdded;
  }

  /** RPC: ends a subscription of the user. */
  async unsubscribe(user: string, endpoint: string): Promise<void> {
    this.#subscriptions.end("user = ? AND endpoint = ?", user, endpoint);
    await this.#tellChannel();
  }

  /** RPC: ends the subscriptions of a user. */
  async endOf(user: string): Promise<void> {
    this.#subscriptions.end("user = ?", user);
    await this.#tellChannel();
  }

  /** RPC: ends the subscriptions of those who may not read the channel. */
  async endRefused(): Promise<void> {
    await this.#people(this.#subscriptions.users());
    await this.#tellChannel();
  }

  /** RPC: the id of the last message that it was told of. */
  last(): number {
    return this.#subscriptions.last;
  }

  /** RPC: new messages. One that it was told of before changes nothing. */
  async tell(told: readonly Told[]): Promise<void> {
    const fresh = told.filter(({ message }) => message.id > this.#subscriptions.last && !message.deleted);
    if (fresh.length > 0) await this.#owe(fresh);
    this.#subscriptions.last = Math.max(this.#subscriptions.last, ...told.map(({ message }) => message.id));
    await this.#alarm.ringBy(this.#subscriptions.nextDue());
  }

  /** Sends what is due. */
  override async alarm(): Promise<void> {
    this.#alarm.rang();
    try {
      const due = await this.#withoutReaders(this.#subscriptions.due(Date.now(), BATCH));
      const idsOf = ({ messages }: Owed) => (JSON.parse(messages) as OwedMessage[]).map(([id]) => id);
      const states = due.length > 0 ? await this.#channel.undeleted(due.map(idsOf)) : [];
      const sendings = due.map((owed, index) => () => this.#send(owed, states[index]!));
      for (let at = 0; at < due.length; at += AT_ONCE) await Promise.all(sendings.slice(at, at + AT_ONCE).map((send) => send()));
      if (this.#subscriptions.count === 0) await this.#tellChannel();
    } catch (error) {
      logError("push", error);
      return void (await this.#alarm.ringBy(Date.now() + BACKOFF.first));
    }
    await this.#alarm.ringBy(this.#subscriptions.nextDue());
  }

  get #channel() {
    return this.env.CHANNEL.getByName(this.#subscriptions.channel);
  }

  /** Notes who is to be told of these messages. */
  async #owe(told: readonly Told[]): Promise<void> {
    const mayMention = told.some(({ message }) => /[@＠]/.test(message.text));
    const answered = told.flatMap(({ answers }) => answers ?? []);
    const subscriptions = this.#subscriptions.wanting(mayMention, answered);
    const people = await this.#people(subscriptions.map(({ user }) => user));
    const now = Date.now();
    for (const { n, user, wants } of subscriptions) {
      const person = people[user];
      if (!person || person.isLooking) continue;
      for (const { message, answers } of told) {
        if (message.user.id === user) continue;
        const isForThem = answers === user || mentionsName(message.text, person.name);
        if (wants === "all" || isForThem) this.#subscriptions.owe(n, [message.id, isForThem ? 1 : 0], now, EVERY);
      }
    }
  }

  /** Those who do not read the channel just now. The others need no push any more. */
  async #withoutReaders(due: readonly Owed[]): Promise<Owed[]> {
    const people = await this.#people(due.map(({ user }) => user));
    return due.filter(({ n, user }) => {
      if (people[user]?.isLooking) this.#subscriptions.settle(n, Infinity, EVERY);
      return people[user]?.isLooking === false;
    });
  }

  /** What the channel knows of these users. The subscriptions of those who may not read it end. */
  async #people(users: readonly string[]): Promise<Record<string, Person>> {
    const asked = [...new Set(users)];
    const people: Record<string, Person> = asked.length > 0 ? await this.#channel.people(asked) : {};
    for (const user of asked) if (!people[user]) this.#subscriptions.end("user = ?", user);
    return people;
  }

  /** What is told are the owed messages that are still there, with the latest one as it is now. If none is, nothing is sent. */
  async #send(subscription: Owed, { ids, latest }: Undeleted): Promise<void> {
    const { channel, host } = this.#subscriptions;
    const owed = JSON.parse(subscription.messages) as OwedMessage[];
    const upTo = owed.at(-1)?.[0] ?? 0;
    if (!latest) return this.#subscriptions.settle(subscription.n, upTo, EVERY);
    const title = `${latest.user.name} in /${channel}`;
    const body = beginningOf(summaryOf(latest), MAX_BODY);
    const note = { title, body, channel, id: latest.id, n: ids.length, url: messageHref(channel, latest.id) };
    const isUrgent = owed.some(([id, isForThem]) => isForThem && ids.includes(id));
    const keys = await this.env.KEYRING.getByName("keyring").vapid();
    const contact = this.env.SECURITY_CONTACT ?? `mailto:security@${host}`;
    const sent = await send(subscription, JSON.stringify(note), { topic: channel, isUrgent }, keys, contact);
    this.#settle(subscription, upTo, sent);
    if (sent.status >= 300 && sent.status !== 404 && sent.status !== 410)
      logError("push", new Error(`answered with ${sent.status}`));
  }

  /** What a push service's answer means for the subscription (RFC 8030, sections 5 and 7). */
  #settle({ n, tries, failing_since }: Owed, upTo: number, { status, retryAfter }: Sent): void {
    const now = Date.now();
    if (status === 404 || status === 410) return this.#subscriptions.end("n = ?", n);
    const since = failing_since ?? now;
    const isTemporary = status === 429 || status >= 500;
    if (!isTemporary || now - since >= GIVE_UP_AFTER) return this.#subscriptions.settle(n, upTo, EVERY, now);
    const wait = retryAfter ?? Math.min(BACKOFF.most, BACKOFF.first * 2 ** tries);
    this.#subscriptions.postpone(n, now + wait, since);
  }

  /** Tells the channel whether anybody is subscribed, as it is by then: one call after another. */
  #tellChannel(): Promise<void> {
    const tell = async () => this.#channel.setPush(this.#subscriptions.count > 0);
    return (this.#telling = this.#telling.then(tell, tell));
  }
}
