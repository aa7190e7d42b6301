/** What the service worker reads in a page: only pages of public channels may be kept. */
import { expect, it } from "vitest";
import { readPage } from "../../../src/away/kept-page";

const page = (data: object) =>
  `<!DOCTYPE html><html lang="en" dir="ltr" data-build="b1"><body><script type="application/json" id="page-data">${JSON.stringify(data)}</script><script>1</script>`;

it.each([
  ["a public channel", page({ snapshot: { settings: { read: "all" } } }), { build: "b1", isPublic: true }],
  ["a channel of an older Worker, which sends no settings", page({ snapshot: {} }), { build: "b1", isPublic: true }],
  ["a private channel, for a member", page({ snapshot: { settings: { read: "members" } } }), { build: "b1", isPublic: false }],
  ["a channel that may not be read", page({ refusal: { reason: "members_only" } }), { build: "b1", isPublic: false }],
  ["a page without its channel's state", page({}), { build: "b1", isPublic: undefined }],
  ["another document, such as that of a sign-in", "<html><body>Sign in</body></html>", { build: undefined, isPublic: undefined }],
  ["no document", "", { build: undefined, isPublic: undefined }],
])("tells whether it may be kept: %s", (_what, html, read) => {
  expect(readPage(html)).toEqual(read);
});
