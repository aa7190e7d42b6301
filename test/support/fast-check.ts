/** fast-check with the same cases in every run, so that a failure comes from the change at hand. */
import fc from "fast-check";

fc.configureGlobal({ seed: 1 });

export default fc;
