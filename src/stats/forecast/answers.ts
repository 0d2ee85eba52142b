/** No chance is said to be none, or certain: the model does not know that much. */
const LEAST_CHANCE = 0.01;

/** How many are done with at least these chances: for each percent the largest number that enough trials reached. */
export function numbersWith(done: Float64Array, percents: readonly number[]): number[] {
  const sorted = done.slice().sort();
  return percents.map((percent) => sorted[sorted.length - placesOf(percent, sorted.length)] as number);
}

/** When all is done with at least these chances: for each percent the first day by which enough trials were; else null. */
export function daysWith(endDays: Float64Array, percents: readonly number[]): (number | null)[] {
  const sorted = endDays.slice().sort();
  return percents.map((percent) => {
    const day = sorted[placesOf(percent, sorted.length) - 1] as number;
    return day === Number.POSITIVE_INFINITY ? null : day;
  });
}

/** The share of trials that were done by a day, never quite 0 or 1. */
export function chanceBy(endDays: Float64Array, day: number): number {
  let count = 0;
  for (const end of endDays) if (end <= day) count++;
  return Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, count / endDays.length));
}

/** How many trials are at least a percent of them. */
function placesOf(percent: number, trials: number): number {
  return Math.min(trials, Math.max(1, Math.ceil((percent * trials) / 100)));
}
