/** W17 in the browser while the signing key cannot be read: the Keyring's file is damaged, then repaired. */
import { cp, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openBrowser } from "./support/browser";
import { startEdgewise } from "./support/edgewise";
import { Visitor } from "./support/people";

it("W17 without the Keyring a page can be read and shows offline; later it connects, and everyone keeps their identity", async () => {
  const storage = await mkdtemp(join(tmpdir(), "edgewise-keyring-"));
  const keyring = join(storage, "v3/do/edgewise-Keyring");
  await using edgewise = await startEdgewise({ storage });
  await using browser = await openBrowser();
  const ada = await Visitor.of(browser, edgewise.url);
  await ada.opens("/keyring");
  await ada.sends("before");
  await ada.sees("before");
  const cookies = await ada.page.context().cookies();
  expect(cookies).toContainEqual(expect.objectContaining({ name: "edgewise", httpOnly: true, sameSite: "Lax" }));

  await edgewise.kill();
  await cp(keyring, `${keyring}.kept`, { recursive: true });
  const files = (await readdir(keyring)).filter((file) => !file.startsWith("metadata")); // which is the runtime's own
  for (const file of files) await writeFile(join(keyring, file), "this is no database ".repeat(1_000));
  await edgewise.restart();
  const response = await ada.page.goto(`${edgewise.url}/keyring`);
  expect([response?.status(), response?.headers()["set-cookie"]]).toEqual([200, undefined]);
  await ada.sees("before");
  await ada.page.getByText("Offline. Reconnecting…").waitFor();
  await ada.sends("meanwhile");
  const ben = await Visitor.of(browser, edgewise.url);
  await ben.page.goto(`${edgewise.url}/keyring`);
  await ben.sees("before");
  expect(await ben.page.context().cookies()).toEqual([]);

  for (const { page } of [ada, ben]) await page.context().setOffline(true);
  await edgewise.kill();
  await rm(keyring, { recursive: true });
  await rename(`${keyring}.kept`, keyring);
  await edgewise.restart();
  for (const { page } of [ada, ben]) await page.context().setOffline(false); // else they might wait for half a minute
  await Promise.all([ada.isOnline(), ben.isOnline()]);
  await Promise.all([ada.sees("meanwhile"), ben.sees("meanwhile")]);
  expect(await ada.page.context().cookies()).toEqual(cookies);
  await edgewise.stop();
  await rm(storage, { recursive: true });
});
