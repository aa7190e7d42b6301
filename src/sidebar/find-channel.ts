/** Resolves what is typed in the box that opens a channel: a name, a link, or the beginning of a word in a known channel's name. */
import { canonical } from "~/shared/channel-name";

/** The channel name, or `undefined` if no name is valid. A leading slash means the exact name; otherwise the first match in `known` wins. */
export function resolveChannel(typed: string, known: readonly string[], host: string): string | undefined {
  const link = typed.replace(/^https?:\/\//i, "");
  if (link === host || link.startsWith(`${host}/`)) return canonical(link.slice(host.length).replace(/[?#].*/, ""));
  const name = canonical(encodeURI(typed.replaceAll("%", "%25")));
  if (name === undefined || typed.startsWith("/") || known.includes(name)) return name;
  return known.find((other) => isAbbreviated(name, other)) ?? name;
}

/** `des` abbreviates `team/design`. `team` and `design` do not: they are whole names. */
function isAbbreviated(name: string, other: string): boolean {
  const at = `/${other}`.indexOf(`/${name}`);
  return at >= 0 && !["", "/"].includes(other.charAt(at + name.length));
}
