/** Asks the channel for a list that only staff get, and keeps the answer, or why there is none. */
import { createSignal } from "solid-js";
import { reasonOf } from "./create-acts";

export type Answer<T> = ReturnType<typeof createAnswer<T>>;

/** Asks at once. `load` asks again; until then, the answer before stays. */
export function createAnswer<T>(askChannel: () => Promise<T>) {
  const [value, setValue] = createSignal<T>();
  const [problem, setProblem] = createSignal("");
  const load = async () => {
    try {
      const answer = await askChannel();
      setValue(() => answer);
      setProblem("");
    } catch (error) {
      setProblem(reasonOf(error));
    }
  };
  void load();
  return { value, problem, load };
}
