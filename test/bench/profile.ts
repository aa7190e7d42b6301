/** Where a Worker's time goes: V8's sampling profiler, by workerd's inspector. */

/** A function, and the part of the samples in which it was at the top of the stack. */
export interface Hot {
  name: string;
  share: number;
}

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number; columnNumber: number } }[];
  samples: number[];
}

const SHOWN = 30;
const EVERY = 200; // µs

/** Profiles the one Worker at `inspector` (host and port) until `work` is done; the hottest functions first. */
export async function profile(inspector: string, work: () => Promise<unknown>): Promise<Hot[]> {
  const [target] = (await (await fetch(`http://${inspector}/json`)).json()) as { webSocketDebuggerUrl: string }[];
  const socket = new WebSocket(target!.webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", () => reject(new Error("workerd's inspector did not answer")));
  });
  let id = 0;
  const ask = <Answer>(method: string, params = {}) =>
    new Promise<Answer>((resolve) => {
      const own = ++id;
      const listen = ({ data }: MessageEvent<string>) => {
        const answer = JSON.parse(data) as { id: number; result: Answer };
        if (answer.id !== own) return;
        socket.removeEventListener("message", listen);
        resolve(answer.result);
      };
      socket.addEventListener("message", listen);
      socket.send(JSON.stringify({ id: own, method, params }));
    });
  await ask("Profiler.enable");
  await ask("Profiler.setSamplingInterval", { interval: EVERY });
  await ask("Profiler.start");
  await work();
  const { profile } = await ask<{ profile: Profile }>("Profiler.stop");
  socket.close();
  return hottest(profile);
}

function hottest({ nodes, samples }: Profile): Hot[] {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || "(anonymous)"}${url ? ` ${url.split("/").pop()}:${lineNumber + 1}` : ""}`,
    ]),
  );
  const counts = new Map<string, number>();
  for (const sample of samples) {
    const name = names.get(sample)!;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Array.from(counts, ([name, count]) => ({ name, share: count / samples.length }))
    .sort((a, b) => b.share - a.share)
    .slice(0, SHOWN);
}
