/** The generated `_headers` file, which sets the headers of static files. test/e2e/security-headers.test.ts checks the built one. */
import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { staticFileHeaders } from "../../../worker/http/security-headers";

it("static files have the security headers, and hashed files are cached for a year", () => {
  expect(staticFileHeaders().replace(/^#.*\n/gm, "")).toBe(`/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(), display-capture=(), geolocation=(), hid=(), microphone=(self), midi=(), payment=(), serial=(), usb=()
  Cross-Origin-Opener-Policy: same-origin
  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'
  Strict-Transport-Security: max-age=31536000

/_build/assets/*
  Cache-Control: public, max-age=31536000, immutable
/_sw.js
  ! Content-Security-Policy
  Content-Security-Policy: default-src 'none'; connect-src 'self'; frame-ancestors 'none'
  Cache-Control: no-cache
`);
});

it("no other source of static files' headers exists", () => {
  expect(existsSync(new URL("../../../public/_headers", import.meta.url))).toBe(false);
});
