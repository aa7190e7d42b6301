/** The tabs of a browser share the read state of its channels. */
import { createRoot } from "solid-js";
import { expect, it, onTestFinished } from "vitest";
import { onReadInOtherTab } from "../../../src/channel/read-state";
import { changeInOtherTab } from "../support/browser";

it("a read mark that another tab sets is reported with the channel's name, other keys are not", () => {
  const channels: string[] = [];
  createRoot((dispose) => {
    onTestFinished(dispose);
    onReadInOtherTab((channel) => channels.push(channel));
  });
  changeInOtherTab("edgewise:read:team/design", '{"epoch":"e","id":7}');
  changeInOtherTab("edgewise:visited", "[]");
  changeInOtherTab(null);
  expect(channels).toEqual(["team/design"]);
});
