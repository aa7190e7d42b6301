/** Everything runs on the Node that the lock file installs, whatever the machine has. */
import { expect, it } from "vitest";

it("tests run on Node 24", () => expect(process.versions.node.split(".")[0]).toBe("24"));
