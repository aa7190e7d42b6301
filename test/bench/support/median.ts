/** The middle one of an odd number of figures, the upper of the middle two of an even one. */
export function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[figures.length >> 1]!;
}
