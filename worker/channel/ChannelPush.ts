/** Tells the object that sends pushes of new messages (W36), if somebody has subscribed. What could not be told, the alarm tells again. */
import type { Alarm } from "../Alarm";
import { logError } from "../log";
import type { Push } from "../push/Push";
import type { MessageStore } from "../storage/messages";
import type { Timer, Timers } from "../timers";

/** ms from a message until it is told, with those that come meanwhile: pushes are no faster. */
const DELAY = 500;
/** ms until the alarm tells what was not told, because the object was evicted or nobody answered. */
const RETRY_AFTER = 30_000;
/** Messages in one call. Older ones are not told any more. */
const BATCH = 100;

export class ChannelPush {
  #push: () => DurableObjectStub<Push>;
  #storage: DurableObjectStorage;
  #messages: MessageStore;
  #alarm: Alarm;
  #timers: Timers;
  #isOn: boolean | undefined;
  #timer: Timer | null = null;
  #isTelling = false;
  /** The id of the last message that was told. Not known after a wake. */
  #last: number | undefined;

  /** `push` is called only if somebody has subscribed. */
  constructor(
    push: () => DurableObjectStub<Push>,
    storage: DurableObjectStorage,
    messages: MessageStore,
    alarm: Alarm,
    timers: Timers,
  ) {
    this.#push = push;
    this.#storage = storage;
    this.#messages = messages;
    this.#alarm = alarm;
    this.#timers = timers;
  }

  /** Whether somebody has subscribed. */
  get isOn(): boolean {
    return (this.#isOn ??= this.#storage.kv.get<boolean>("push") ?? false);
  }

  set isOn(isOn: boolean) {
    if (isOn === this.isOn) return;
    this.#isOn = isOn;
    if (isOn) this.#storage.kv.put("push", true);
    else this.#storage.kv.delete("push");
  }

  /** A message is there. */
  onMessage(): void {
    if (!this.isOn) return;
    void this.#alarm.ringBy(Date.now() + RETRY_AFTER);
    if (this.#timer !== null) return;
    this.#timer = this.#timers.set(() => {
      this.#timer = null;
      void this.tell();
    }, DELAY);
  }

  /** Ends the subscriptions of a user or, without one, of all who may not read the channel. If that fails, they end with the next message. */
  end(user?: string): void {
    if (!this.isOn) return;
    const ended = user === undefined ? this.#push().endRefused() : this.#push().endOf(user);
    ended.catch((error: unknown) => logError("push", error));
  }

  /** Tells what was not told yet. */
  async tell(): Promise<void> {
    if (!this.isOn || this.#isTelling) return;
    this.#isTelling = true;
    try {
      let last = (this.#last ??= await this.#push().last());
      while (last < this.#messages.lastId) {
        const { messages } = this.#messages.after(Math.max(last, this.#messages.lastId - BATCH), BATCH);
        if (messages.length === 0) break;
        const answered = (reply?: number) => (reply === undefined ? undefined : this.#messages.get(reply)?.user.id);
        await this.#push().tell(messages.map((message) => ({ message, answers: answered(message.reply) })));
        last = this.#last = messages.at(-1)!.id;
      }
    } catch (error) {
      logError("push", error);
    } finally {
      this.#isTelling = false;
    }
  }
}
