/** The channels visited, as components see them: kept in this browser, the same in all of its tabs. */
import { createSignal, onCleanup, onMount } from "solid-js";
import * as Visited from "./visited";

const KEY = "edgewise:visited";

const stored = () => Visited.visitedIn(localStorage.getItem(KEY));

/** Empty on the server and until the page is mounted, so that both render the same. */
export function createVisited() {
  const [list, setList] = createSignal<readonly Visited.Visited[]>([]);

  /** Another tab may have changed it since: what is stored counts, and what is here only where nothing can be stored. */
  const change = (edit: (list: readonly Visited.Visited[]) => Visited.Visited[]) => {
    try {
      const changed = edit(stored());
      setList(changed);
      localStorage.setItem(KEY, JSON.stringify(changed));
    } catch {
      setList(edit);
    }
  };

  onMount(() => {
    const follow = ({ key }: StorageEvent) => (key === KEY || key === null) && setList(stored);
    window.addEventListener("storage", follow);
    onCleanup(() => window.removeEventListener("storage", follow));
  });

  return {
    list,
    visit: (name: string) => change((list) => Visited.visit(list, name, Date.now())),
    pin: (name: string, pinned: boolean) => change((list) => Visited.pin(list, name, pinned)),
    forget: (name: string) => change((list) => Visited.forget(list, name)),
  };
}
