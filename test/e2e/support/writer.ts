/** A client without a page that sends messages to a channel. */
import { Client, newcomer } from "./client";

/** Each call waits for the echoes. */
export class Writer implements Disposable {
  readonly client: Client;

  private constructor(client: Client) {
    this.client = client;
  }

  static async in(url: string, channel: string, name?: string): Promise<Writer> {
    const client = new Client("writer", url, channel, { cookie: await newcomer(url) }).connect();
    await client.until(() => client.status === "online", "a connection");
    if (name !== undefined) client.send({ t: "name", d: { name } });
    return new Writer(client);
  }

  /** Sends the texts and returns the id of the last message. */
  async sends(...texts: string[]): Promise<number> {
    for (const text of texts) this.client.say(text);
    await this.client.until(() => this.client.unsent.length === 0, "the echoes");
    return this.client.messages.at(-1)!.id;
  }

  async answers(id: number, text: string): Promise<void> {
    this.client.send({ t: "chat", d: { cid: `answer-${text}`, text, reply: id } });
    await this.client.until(() => this.client.messages.at(-1)?.text === text, "the answer's echo");
  }

  [Symbol.dispose](): void {
    this.client[Symbol.dispose]();
  }
}
