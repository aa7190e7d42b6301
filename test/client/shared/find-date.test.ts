/** The place of a date is found by few questions, also where ids or times leave gaps. */
import fc from "../../support/fast-check";
import { expect, it } from "vitest";
import { findDate } from "../../../src/search/find-date";

it("finds the first message from a time on, like a look at all of them, with few questions", async () => {
  const history = fc
    .array(fc.record({ gap: fc.integer({ min: 1, max: 9 }), pause: fc.nat(3) }), { minLength: 1, maxLength: 300 })
    .map((steps) => {
      let [id, at] = [0, 0];
      return steps.map(({ gap, pause }) => ({ id: (id += gap), at: (at += pause) }));
    });
  await fc.assert(
    fc.asyncProperty(history, fc.nat(1_000), async (messages, at) => {
      let questions = 0;
      const newest = messages.at(-1)!.id;
      const found = await findDate(newest, at, async (id) => {
        questions++;
        return messages.find((message) => message.id > id);
      });
      expect(found).toBe(messages.find((message) => message.at >= at)?.id ?? newest);
      expect(questions).toBeLessThanOrEqual(Math.ceil(Math.log2(newest + 1)) + 1);
    }),
  );
});
