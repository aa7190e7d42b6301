/** Links to one's own identity. */
import type { Visitor } from "./people";

/** Makes a link in the settings, which stay open. */
export async function makesLink(ada: Visitor, kind: "device" | "recovery"): Promise<string> {
  const drawer = ada.page.locator(".drawer-button");
  if (await drawer.isVisible()) await drawer.click();
  await ada.page.locator(".side-bar-settings:visible").click();
  const { make, label } = ada.words.identityLinks[kind];
  await ada.page.locator("dialog.settings").getByRole("button", { name: make }).click();
  const field = ada.page.getByLabel(label, { exact: true });
  await field.waitFor();
  return field.inputValue();
}
