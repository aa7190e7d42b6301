/** The figures of a run, and their goals. */
import type { RivalName } from "./rivals.ts";

/** One quantity of one scenario, for each rival that took part. */
export interface Figure {
  scenario: string;
  name: string;
  unit: string;
  values: Partial<Record<RivalName, number>>;
  goals: Goal[];
}

/** What Edgewise's value has to be: so much in itself, or so many times that of a rival. */
export type Goal = { atMost: number; times?: RivalName } | { exactly: number };

/** The figures of one scenario, filled in rival by rival. */
export class Figures {
  readonly all: Figure[] = [];
  #scenario: string;

  constructor(scenario: string) {
    this.#scenario = scenario;
  }

  add(rival: RivalName, name: string, unit: string, value: number, ...goals: Goal[]): void {
    let figure = this.all.find((figure) => figure.name === name);
    if (!figure) {
      figure = { scenario: this.#scenario, name, unit, values: {}, goals };
      this.all.push(figure);
    }
    figure.values[rival] = value;
  }

  get(rival: RivalName, name: string): number | undefined {
    return this.all.find((figure) => figure.name === name)?.values[rival];
  }
}

/** Edgewise's value as a multiple of `rival`'s. */
export function ratio({ values }: Figure, rival: RivalName): number | undefined {
  const [own, other] = [values.edgewise, values[rival]];
  return own === undefined || other === undefined ? undefined : own / other;
}

/** Whether the goal is reached; `undefined` where a figure for it is missing. */
export function isReached(figure: Figure, goal: Goal): boolean | undefined {
  const value = "times" in goal && goal.times ? ratio(figure, goal.times) : figure.values.edgewise;
  if (value === undefined) return undefined;
  return "exactly" in goal ? value === goal.exactly : value <= goal.atMost;
}
