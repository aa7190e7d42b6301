/** The figures of a run as a Markdown table, with Edgewise's ratios to two rivals, and the goals. */
import { type Figure, type Goal, isReached, ratio } from "./figures.ts";
import { RIVALS, type RivalName } from "./rivals.ts";

const COMPARED = ["rawsql", "partyserver"] as const satisfies RivalName[];

export function table(figures: readonly Figure[]): string {
  const names = RIVALS.filter((name) => figures.some(({ values }) => values[name] !== undefined));
  const head = ["scenario", "figure", ...names, ...COMPARED.map((name) => `: ${name}`), "goal"];
  const rows = figures.map((figure, index) => [
    figure.scenario === figures[index - 1]?.scenario ? "" : figure.scenario,
    figure.unit ? `${figure.name} (${figure.unit})` : figure.name,
    ...names.map((name) => number(figure.values[name])),
    ...COMPARED.map((name) => share(ratio(figure, name))),
    figure.goals.map((goal) => goalCell(figure, goal)).join(", "),
  ]);
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, index) => (index < 2 || index === head.length - 1 ? "---" : "---:"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

function goalCell(figure: Figure, goal: Goal): string {
  const reached = isReached(figure, goal);
  const mark = reached === undefined ? "" : reached ? " ✓" : " ✗";
  if ("exactly" in goal) return `${goal.exactly}${mark}`;
  return goal.times ? `≤ ${share(goal.atMost)} ${goal.times}${mark}` : `≤ ${number(goal.atMost)}${mark}`;
}

/** Three digits are what a run can tell. */
function number(value: number | undefined): string {
  if (value === undefined) return "";
  if (Number.isNaN(value)) return "none";
  const digits = Number.isInteger(value) ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return value.toLocaleString("en", { maximumFractionDigits: Math.min(digits, 3) });
}

/** `1/12` for a twelfth. */
function share(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return "";
  return value < 2 / 3 ? `1/${number(Math.round(10 / value) / 10)}` : `${value.toFixed(2)} ×`;
}
