/** Everything runs on the Node version in the lock file, not on the machine's own. */
import { expect, it } from "vitest";

it("tests run on Node 24", () => expect(process.versions.node.split(".")[0]).toBe("24"));
