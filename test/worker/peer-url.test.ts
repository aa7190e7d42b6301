/** The URL that carries a peer's identity from the router to its channel, and through hibernation. */
import { expect, it } from "vitest";
import { identityOf, peerUrl } from "../../worker/peer";

const NAMES = ["Ada Lovelace", "C++ & co. = 100 %", "Zoë 李明 👩‍👩‍👧", 'O\'Neil "x" #1?', "a+b c"];

it.each(NAMES)("brings a name whole: %s", (name) => {
  const identity = { channel: "team/ü", user: "u", name, since: 0 };
  expect(identityOf(new Request(peerUrl(identity)).url)).toEqual(identity);
});

it.each(NAMES)("is read as earlier versions wrote it, which a router or a sleeping peer may still do: %s", (name) => {
  const identity = { channel: "team/ü", user: "u", name };
  const url = `http://channel/?${new URLSearchParams({ peer: JSON.stringify(identity) })}`;
  expect(identityOf(new Request(url).url)).toEqual(identity);
});

it.each(NAMES)("is read by earlier versions, which a channel may still be: %s", (name) => {
  const identity = { channel: "team/ü", user: "u", name };
  expect(JSON.parse(new URL(peerUrl(identity)).searchParams.get("peer")!)).toEqual(identity);
});
