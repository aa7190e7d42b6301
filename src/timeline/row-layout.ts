/** How a row is shown where it stands: whether it begins a day, a group of one author's messages, or what is new to its reader. */
import type { Clock } from "~/ui/clock";
import type { Row } from "./rows";

/** Messages of one author that follow each other within this time stand under one name. */
const GROUP_WITHIN = 5 * 60_000; // ms

export interface Line {
  row: Row;
  /** It begins with its author: the first of a group. */
  headed: boolean;
  /** It begins a day. */
  day: boolean;
  /** It is the first that is new since its reader was here. */
  fresh: boolean;
}

/** The lines of rows that are shown, again the same where nothing changed: what depends on them is then left alone. */
export type KnownLines = WeakMap<Row, Line>;

/**
 * `before` is the row above the first one, if there is one. `fresh` is the id of the first new message.
 */
export function linesOf(
  rows: readonly Row[],
  before: Row | undefined,
  fresh: number | undefined,
  { day }: Clock,
  known: KnownLines = new WeakMap(),
): Line[] {
  return rows.map((row, index) => {
    const above = index === 0 ? before : rows[index - 1];
    const begins = above === undefined || day(above.at) !== day(row.at);
    const line = {
      row,
      day: begins,
      fresh: fresh !== undefined && row.message?.id === fresh,
      headed: begins || isApart(above, row),
    };
    const there = known.get(row);
    if (there && there.headed === line.headed && there.day === line.day && there.fresh === line.fresh) return there;
    known.set(row, line);
    return line;
  });
}

function isApart(above: Row, row: Row): boolean {
  // an answer begins with whom it answers, and then has to say whose it is
  return (
    above.user.id !== row.user.id ||
    above.user.name !== row.user.name ||
    row.at - above.at > GROUP_WITHIN ||
    row.reply !== undefined
  );
}
