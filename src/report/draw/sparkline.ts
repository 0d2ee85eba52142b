const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** The number of values in a sparkline next to a figure: half a year of weeks. */
export const TREND_WIDTH = 26;

/**
 * One column a value, as high as its share of the largest; only the latest values if not all fit. Zero is a dot, so that
 * a single value is easy to see among many zeros. An unknown value is a question mark.
 */
export function sparkline(values: readonly (number | null)[], width: number): string {
  const shown = values.slice(-Math.max(1, width));
  const largest = shown.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  return shown.map((value) => (value === null ? '?' : value <= 0 ? '·' : level(value, largest))).join('');
}

function level(value: number, largest: number): string {
  return LEVELS[Math.max(0, Math.ceil((value / largest) * LEVELS.length) - 1)] as string;
}
