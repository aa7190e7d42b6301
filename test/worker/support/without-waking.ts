import { expect } from "vitest";
import { constructions } from "./test-worker";

/** Runs `request` and asserts that it constructs no Durable Object. */
export async function withoutWaking(request: () => Promise<Response>): Promise<Response> {
  const before = new Map(constructions);
  const response = await request();
  expect(constructions).toEqual(before);
  return response;
}
