/** The examples in the socket's README are real code, and they run. */
import { readFileSync } from "node:fs";
import { expect, it, onTestFinished } from "vitest";
import { printChannel, say } from "../../../src/socket/example/print-channel";
import { chat, FakeServer } from "../support/fake-server";

const read = (file: string) => readFileSync(new URL(`../../../src/socket/${file}`, import.meta.url), "utf8");

it.each(["example/Chat.tsx", "example/print-channel.ts"])("the README shows %s as it is", (file) => {
  const [, code] = new RegExp(`<!-- ${file} -->\n\`\`\`tsx?\n([^]*?)\`\`\``).exec(read("README.md")) ?? [];
  expect(code).toBe(read(file));
});

it("the example without Solid prints a channel and sends to it", () => {
  const server = new FakeServer();
  const lines: string[] = [];
  const options = { origin: "https://chat.example", WebSocket: server.WebSocket };
  const socket = printChannel("lobby", (line) => lines.push(line), options);
  onTestFinished(() => socket.close());
  expect(say(socket, "too early")).toBe(false);
  server
    .welcome({ n: 2 })
    .say(chat(1, { text: "hello" }))
    .flush();
  expect(lines).toEqual(["* online", "* lobby, 2 online", "Ada: hello"]);
  expect(say(socket, "hi")).toBe(true);
  expect(JSON.parse(server.latest.sent.at(-1)!)).toMatchObject({ t: "chat", d: { text: "hi" } });
});
