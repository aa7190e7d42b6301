/** A search in the visited channels, at most 20 at a time: what is searched for, and what was found where. */
import { createSignal } from "solid-js";
import type { Found } from "~/shared/protocol";
import { encodeSearchQuery, MAX_SEARCHED, type FoundByChannel, type SearchedChannel } from "~/shared/visited-search";

/** `channels` in order of importance. */
export function createVisitedSearch(channels: () => readonly string[]) {
  const [text, setText] = createSignal("");
  const [searched, setSearched] = createSignal("");
  const [found, setFound] = createSignal<ReadonlyMap<string, Found>>();
  const [rest, setRest] = createSignal<readonly string[]>([]);
  const [hasFailed, setFailed] = createSignal(false);
  let searches = 0;

  /** Asks, and resolves to what was found. `undefined` if no answer came, or another search has begun meanwhile. */
  const ask = async (channels: readonly SearchedChannel[]): Promise<FoundByChannel | undefined> => {
    const number = searches;
    setFailed(false);
    const answer = await fetch(`/api/search?${encodeSearchQuery(searched(), channels)}`).then(
      (response) => (response.ok ? (response.json() as Promise<FoundByChannel>) : undefined),
      () => undefined,
    );
    if (number !== searches) return undefined;
    setFailed(!answer);
    return answer;
  };

  const add = async (names: readonly string[]) => {
    const answer = await ask(names.slice(0, MAX_SEARCHED).map((channel) => ({ channel })));
    if (!answer) return;
    setRest(names.slice(MAX_SEARCHED));
    const hits = names.flatMap((name) => (answer[name] ? [[name, answer[name]] as const] : []));
    setFound((before) => new Map([...(before ?? []), ...hits]));
  };

  return {
    text,
    setText,
    /** What was found is for this text. */
    searched,
    /** What each channel has, also if that is nothing. `undefined` before the first answer. */
    found,
    /** The channels that are not searched yet. */
    rest,
    /** Whether the last question got no answer: offline, or over the rate limit. */
    hasFailed,
    /** Searches the first channels for the text in the box. */
    search: async () => {
      if (text().trim() === "") return;
      searches++;
      setSearched(text().trim());
      setFound(undefined);
      await add(channels());
    },
    searchRest: () => add(rest()),
    /** Adds older messages to those found in one channel. */
    more: async (channel: string) => {
      const earlier = found()!.get(channel)!;
      const page = (await ask([{ channel, before: earlier.messages.at(-1)!.id }]))?.[channel];
      if (page) setFound((all) => new Map(all).set(channel, { ...page, messages: [...earlier.messages, ...page.messages] }));
    },
  };
}
