import type { Tone } from '../../../../model/document/chart.ts';
import type { Palette } from '../../look.ts';

/** A pattern over a fill, as ECharts takes it. */
export type Decal = Readonly<Record<string, unknown>>;

/** What a fill of this tone has besides its colour; null: nothing. */
export function patternOf(tone: Tone, { name }: Palette): Decal | null {
  const color = name === 'light' ? 'rgba(255,255,255,0.75)' : 'rgba(0,0,0,0.55)';
  switch (tone) {
    case 'waiting':
    case 'delay':
      return {
        symbol: 'circle',
        symbolSize: 0.6,
        dashArrayX: [
          [6, 0],
          [0, 6, 0],
        ],
        dashArrayY: [6, 0],
        color,
      };
    case 'blocked':
      return { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4, color };
    case 'paused':
      return { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], color };
    default:
      return null;
  }
}

/** Of bars that stand for a part of a period. */
export function incompletePattern({ background }: Palette): Decal {
  return { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4, color: background };
}
