/** A jump to a message loads older messages until it is there, and says why if it cannot be shown. */
import { createRoot, createSignal } from "solid-js";
import { expect, it, vi } from "vitest";
import { timelineOf } from "../../../src/channel/timeline";
import { itemsOf } from "../../../src/message-row/items";
import { createJump } from "../../../src/timeline/create-jump";
import { ADA, message } from "../support/channel-page";

/** A channel with messages from `first` to 20, of which older ones can be loaded one at a time. */
function channelFrom(first: number, { more = true, canLoad = true } = {}) {
  const messages = (from: number) => Array.from({ length: 21 - from }, (_, i) => message(from + i));
  const [timeline, setTimeline] = createSignal(timelineOf({ epoch: "e", messages: messages(first), more }));
  const [loading, setLoading] = createSignal(false);
  const load = vi.fn<() => void>(() => void setLoading(canLoad));
  const scrollToIndex = vi.fn<(index: number, id: number) => void>();
  const onFail = vi.fn<(why: string) => void>();
  const jump = createRoot(() =>
    createJump({ timeline, older: { loading, load } }, () => itemsOf(timeline().messages, [], ADA), { scrollToIndex, onFail }),
  );
  const arrive = () => {
    const from = timeline().messages[0]!.id - 1;
    setTimeline(timelineOf({ epoch: "e", messages: messages(from), more: from > 1 }));
    setLoading(false);
  };
  return { jump, arrive, load, scrollToIndex, onFail };
}

it("scrolls to a loaded message at once, also a second time", () => {
  const { jump, scrollToIndex } = channelFrom(18);
  jump(19);
  jump(19);
  expect(scrollToIndex.mock.calls).toEqual([
    [1, 19],
    [1, 19],
  ]);
});

it("loads older messages until the message is there", () => {
  const { jump, arrive, load, scrollToIndex } = channelFrom(18);
  jump(16);
  expect(scrollToIndex).not.toHaveBeenCalled();
  arrive();
  arrive();
  expect([load.mock.calls.length, scrollToIndex.mock.calls]).toEqual([2, [[0, 16]]]);
});

it("fails if the message does not exist, if there is no connection, and if it is too far back", () => {
  const gone = channelFrom(18, { more: false });
  gone.jump(3);
  expect(gone.onFail).toHaveBeenCalledExactlyOnceWith("gone");

  const offline = channelFrom(18, { canLoad: false });
  offline.jump(3);
  expect(offline.onFail).toHaveBeenCalledExactlyOnceWith("offline");

  const tooFar = channelFrom(18);
  tooFar.jump(1);
  for (let page = 0; page < 10; page++) tooFar.arrive();
  expect(tooFar.onFail).toHaveBeenCalledExactlyOnceWith("tooFar");
});
