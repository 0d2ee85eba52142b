const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** One column a value, from zero to the largest; the latest where they are more than the width. Unknown is a dot. */
export function sparkline(values: readonly (number | null)[], width: number): string {
  const shown = values.slice(-Math.max(1, width));
  const largest = shown.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  return shown.map((value) => (value === null ? '·' : LEVELS[level(value, largest)])).join('');
}

/** The lowest level is kept for zero, so that one of a hundred is still seen. */
function level(value: number, largest: number): number {
  return value <= 0 || largest <= 0 ? 0 : Math.max(1, Math.round((value / largest) * 7));
}
