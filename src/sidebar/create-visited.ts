/** The visited channels as a signal: kept in this browser, the same in all of its tabs. */
import { createSignal, onMount } from "solid-js";
import { onStorageChange, stored, STORAGE_KEYS } from "~/ui/stored";
import * as Visited from "./visited";

const KEY = STORAGE_KEYS.visited;
const kept = stored(KEY, Visited.parseVisited);

/** Empty on the server and until the page is mounted, so that both render the same. */
export function createVisited() {
  const [list, setList] = createSignal<readonly Visited.Visited[]>([]);

  /** Changes the stored list, which another tab may have changed, or the list in memory if nothing is stored. */
  const change = (edit: (list: readonly Visited.Visited[]) => Visited.Visited[]) => {
    const before = kept.read();
    const changed = edit(before.length > 0 ? before : list());
    setList(changed);
    kept.write(changed);
  };

  onMount(() => onStorageChange((key) => (key === KEY || key === null) && setList(kept.read())));

  return {
    list,
    visit: (name: string) => change((list) => Visited.visit(list, name, Date.now())),
    pin: (name: string, pinned: boolean) => change((list) => Visited.pin(list, name, pinned)),
    forget: (name: string) => change((list) => Visited.forget(list, name)),
  };
}
