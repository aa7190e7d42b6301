/** One peer sends as fast as it can, with the limits as they are: it is closed, and nobody else notices. */
import { once } from "node:events";
import { expect, it } from "vitest";
import { newestWorkerd } from "../newest-workerd";
import { startEdgewise } from "./edgewise";

const TALK = 20; // messages of an honest peer, more than its burst

const runtimes = { "wrangler's workerd": undefined, ...(newestWorkerd !== undefined && { "the newest workerd": newestWorkerd }) };

it.each(Object.entries(runtimes))(
  "W19 a flood on %s is refused, then closed with 1008; the others' talk is complete",
  async (_, workerd) => {
    await using edgewise = await startEdgewise({ workerd });
    const connect = async () => {
      const socket = new WebSocket(`${edgewise.url.replace("http", "ws")}/_ws/flooded`);
      await once(socket, "message");
      return socket;
    };
    const [eve, ada, ben] = await Promise.all([connect(), connect(), connect()]);

    let spam = 0;
    const flood = setInterval(() => {
      for (let i = 0; i < 20 && eve.readyState === WebSocket.OPEN; i++) eve.send(chat(`spam ${spam++}`));
    }, 1);
    const closed = once(eve, "close") as Promise<[CloseEvent]>;
    const heard: string[] = [];
    const delays: number[] = [];
    for (let n = 0; n < TALK; n++) {
      // Ben waits for each of Ada's; 600 ms a message is what the limit allows for ever
      const started = performance.now();
      const next = Promise.withResolvers<void>();
      const listen = ({ data }: MessageEvent<string>) => data.includes(`"hello ${n}"`) && next.resolve();
      ben.addEventListener("message", listen);
      ada.send(chat(`hello ${n}`));
      await next.promise;
      ben.removeEventListener("message", listen);
      heard.push(`hello ${n}`);
      delays.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, 600 - delays.at(-1)!)));
    }
    clearInterval(flood);
    expect((await closed)[0].code).toBe(1008);
    expect(heard).toHaveLength(TALK);
    expect((await fetch(`${edgewise.url}/flooded`)).status).toBe(200);
    delays.sort((a, b) => a - b);
    console.log(
      `${spam} frames of spam; an honest message took ${delays[TALK / 2]!.toFixed(0)} ms in the median, ${delays.at(-1)!.toFixed(0)} at most.`,
    );
    for (const socket of [ada, ben]) socket.close();
  },
);

function chat(text: string): string {
  return JSON.stringify({ t: "chat", d: { cid: text, text } });
}
