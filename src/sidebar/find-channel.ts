/** What is written where a channel is opened: a name, a link, or the beginning of a word in the name of a channel that one knows. */
import { canonical } from "~/shared/channel-name";

/** The channel that is meant; `undefined` where none can be called that. Of the `known` ones the first; a slash at the beginning means the name as it stands. */
export function channelAsked(asked: string, known: readonly string[], host: string): string | undefined {
  const link = asked.replace(/^https?:\/\//i, "");
  if (link === host || link.startsWith(`${host}/`)) return canonical(link.slice(host.length).replace(/[?#].*/, ""));
  const name = canonical(encodeURI(asked.replaceAll("%", "%25")));
  if (name === undefined || asked.startsWith("/") || known.includes(name)) return name;
  return known.find((other) => isAbbreviated(name, other)) ?? name;
}

/** `des` is short for `team/design`; `team` and `design` are names of their own. */
function isAbbreviated(name: string, other: string): boolean {
  const at = `/${other}`.indexOf(`/${name}`);
  return at >= 0 && !["", "/"].includes(other.charAt(at + name.length));
}
