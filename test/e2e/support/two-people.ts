/** Two people in a channel, with one message. */
import type { PersonOptions } from "./browser";
import type { Visitor } from "./people";
import type { Site } from "./site";

/** Ada and Ben in the channel at `path`, where Ada has said “Hello.” */
export async function adaAndBen(
  { visitor }: Site,
  path: string,
  ofBen?: PersonOptions,
  ofAda = ofBen,
): Promise<[ada: Visitor, ben: Visitor]> {
  const [ada, ben] = await Promise.all([visitor(ofAda), visitor(ofBen)]);
  await ada.keepsToasts();
  await Promise.all([ada.opens(path), ben.opens(path)]);
  await ada.isCalled("Ada");
  await ben.isCalled("Ben");
  await ada.sends("Hello.");
  await Promise.all([ada.sees("Hello."), ben.sees("Hello.")]);
  return [ada, ben];
}
