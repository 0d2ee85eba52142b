/** Values of one side of a comparison. */
export interface Sample {
  values: ArrayLike<number>;
  /** For each value the week that it belongs to: a number that grows with time. */
  weeks: ArrayLike<number>;
}

/**
 * How weeks are exchanged to see what chance does. `dealt`: the sides have weeks of their own (before and after; a week that
 * the split cuts is two), which are dealt to the sides anew. `swapped`: both sides have values in the same weeks, and within
 * each week the sides are swapped or not.
 */
export type Design = 'dealt' | 'swapped';

/** A sum and a number of cases for each week that has any, in the order of time. */
export interface WeekSums {
  weeks: Float64Array;
  sums: Float64Array;
  cases: Float64Array;
}

/** The values that are numbers, with their weeks; a duration below 0 is none. */
export function usable({ values, weeks }: Sample): { values: Float64Array; weeks: Float64Array; ignored: number } {
  const kept = Array.from(values as ArrayLike<number>, (_, index) => index).filter((index) => {
    const value = values[index] as number;
    return Number.isFinite(value) && value >= 0 && Number.isFinite(weeks[index]);
  });
  return {
    values: Float64Array.from(kept, (index) => values[index] as number),
    weeks: Float64Array.from(kept, (index) => weeks[index] as number),
    ignored: values.length - kept.length,
  };
}

/** What the numbers of each week come to. */
export function byWeek(numbers: ArrayLike<number>, weeks: ArrayLike<number>): WeekSums {
  const sums = new Map<number, { sum: number; cases: number }>();
  for (let index = 0; index < numbers.length; index++) {
    const week = weeks[index] as number;
    const entry = sums.get(week);
    if (entry === undefined) sums.set(week, { sum: numbers[index] as number, cases: 1 });
    else {
      entry.sum += numbers[index] as number;
      entry.cases++;
    }
  }
  const inOrder = [...sums].sort(([a], [b]) => a - b);
  return {
    weeks: Float64Array.from(inOrder, ([week]) => week),
    sums: Float64Array.from(inOrder, ([, { sum }]) => sum),
    cases: Float64Array.from(inOrder, ([, { cases }]) => cases),
  };
}

/** Whether some week has values of both sides: the design is then `swapped`. */
export function sharesWeeks(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  const weeks = new Set(Array.from(a));
  return Array.from(b).some((week) => weeks.has(week));
}
