/** What `wrangler.toml` sets for everyone who deploys. */
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { unstable_readConfig } from "wrangler";

const { observability } = unstable_readConfig({ config: fileURLToPath(new URL("../../../wrangler.toml", import.meta.url)) });

it("the log has addresses without what follows their ?: there are names, and who a peer is", () => {
  expect(observability).toMatchObject({ enabled: true, redact_query_string: true });
});
