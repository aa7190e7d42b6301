/** Settings in `wrangler.toml` that every deployment must have. */
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { unstable_readConfig } from "wrangler";

const { observability } = unstable_readConfig({ config: fileURLToPath(new URL("../../../wrangler.toml", import.meta.url)) });

it("logs contain URLs without their query, which has names and identities", () => {
  expect(observability).toMatchObject({ enabled: true, redact_query_string: true });
});
