/** The addresses from which a preview may be fetched (W38). */
import { expect, it } from "vitest";
import { isPublicAddress } from "../../worker/files/public-address";

it.each([
  "https://example.com/",
  "http://example.com:80/",
  "http://example.com:443/",
  "https://1.example.com/a",
  "https://localhost.example.com/",
  "https://münchen.example/",
  "https://example.com./",
])("W38 %s is a public address", (address) => expect(isPublicAddress(new URL(address), [])).toBe(true));

it.each([
  "http://127.0.0.1/",
  "http://127.1/",
  "http://127.0.0.1./",
  "http://2130706433/",
  "http://0x7f000001/",
  "http://0x7f.0.0.1/",
  "http://0177.0.0.1/",
  "http://017700000001/",
  "http://0/",
  "http://１２７.０.０.１/",
  "http://①②⑦.0.0.1/",
  "http://127。0。0。1/",
  "http://%31%32%37.0.0.1/",
  "http://10.0.0.1/",
  "http://169.254.169.254/",
  "http://8.8.8.8/",
  "http://[::1]/",
  "http://[::]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[0:0:0:0:0:ffff:7f00:1]/",
  "http://[2606:4700::1111]/",
  "http://localhost/",
  "http://LOCALHOST/",
  "http://localhost./",
  "http://localhost../",
  "http://a.localhost/",
  "http://printer.local/",
  "http://printer.local./",
  "http://metadata.google.internal/",
  "http://intranet/",
  "http://1.0.0.127.in-addr.arpa/",
  "https://example.com:8443/",
  "https://example.com:22/",
  "https://user@example.com/",
  "https://:password@example.com/",
  "ftp://example.com/",
  "file:///etc/passwd",
  "data:text/html,x",
  "javascript:1",
])("W38 %s is no public address", (address) => expect(isPublicAddress(new URL(address), ["other.test:1"])).toBe(false));

it("W38 the variable PREVIEW_HOSTS adds hosts with their ports, for http alone", () => {
  const isPublic = (address: string) => isPublicAddress(new URL(address), ["127.0.0.1:8000", "a.local"]);
  expect(["http://127.0.0.1:8000/", "https://a.local/", "http://0x7f.1:8000/x"].map(isPublic)).toEqual([true, true, true]);
  expect(["http://127.0.0.1:8001/", "http://127.0.0.1/", "http://a.local:81/", "ftp://a.local/"].map(isPublic)).toEqual(
    [false, false, false, false], // prettier-ignore
  );
});
