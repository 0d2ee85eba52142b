import type { ScalarPart } from '../../model/document/document-parts.ts';

const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** The number of values in a sparkline next to a figure: half a year of weeks. */
export const TREND_WIDTH = 26;

/**
 * One column a value, as high as its share of the largest; only the latest values if not all fit. Zero is a dot, so that
 * a single value is easy to see among many zeros. An unknown value is a question mark. On a scale of its own, a value
 * beyond it is a triangle that points to where it is.
 */
export function sparkline(
  values: readonly (number | null)[],
  width: number,
  scale: ScalarPart['scale'] = undefined,
): string {
  const shown = values.slice(-Math.max(1, width));
  if (scale !== undefined) {
    const line = shown.map((value) => (value === null ? '?' : between(value, scale)));
    // Where all of it does not fit, the cut is out of sight.
    return (scale.isCut === true && values.length < width ? ['│', ...line] : line).join('');
  }
  const largest = shown.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  return shown.map((value) => (value === null ? '?' : value <= 0 ? '·' : level(value, largest))).join('');
}

function level(value: number, largest: number): string {
  return LEVELS[Math.max(0, Math.ceil((value / largest) * LEVELS.length) - 1)] as string;
}

function between(value: number, { from, to }: NonNullable<ScalarPart['scale']>): string {
  if (value > to) return '▲';
  if (value < from) return '▼';
  const share = to > from ? (value - from) / (to - from) : 0.5;
  return LEVELS[Math.min(LEVELS.length - 1, Math.floor(share * LEVELS.length))] as string;
}
