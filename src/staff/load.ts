/** Loads what only staff see, with its sentences: the button in the header, and the acts in the menu of a message. */
import { loadStaffStrings } from "~/strings/staff-strings";

export async function loadStaff() {
  const [parts] = await Promise.all([import("./staff"), loadStaffStrings()]);
  return parts;
}
