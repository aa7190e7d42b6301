/** `npm run build`: builds with Vite if something has changed. To build all the same, delete `dist`. */
import { commit } from "./commit.ts";
import { buildOnce } from "./once.ts";

const facts = [commit(), process.env["NODE_ENV"] ?? ""];
const start = performance.now();
const isNew = await buildOnce(process.cwd(), facts, async () => {
  console.log("Building…");
  const { createBuilder } = await import("vite"); // takes longer than to see that nothing has changed
  const builder = await createBuilder({ configFile: "app.config.ts", configLoader: "native", logLevel: "warn" });
  await builder.buildApp();
});
console.log(isNew ? `Built in ${((performance.now() - start) / 1000).toFixed(1)} s.` : "dist is up to date.");
