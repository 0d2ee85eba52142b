import type { PlanePanel, Series } from '../../../model/document/chart.ts';
import type { LegendEntry } from './legend.ts';
import { LEAST_PLOT, type Plot } from './plot.ts';

type Bars = Extract<Series, { mark: 'bars' }>;

function timeBars({ series, x }: PlanePanel): Bars['bars'] | null {
  const bars = series.find((one): one is Bars => one.mark === 'bars');
  return x.scale === 'time' && bars !== undefined ? bars.bars : null;
}

/** As many columns as give each bar of time the same number of them. */
export function evenly(panel: PlanePanel, columns: number): number {
  const bars = timeBars(panel);
  if (bars === null) return columns;
  const each = Math.floor(columns / bars.length);
  return each < 1 ? columns : Math.max(LEAST_PLOT, each * bars.length);
}

/** Bars of time need a column each: where they have none, the latest that have one are shown. */
export function firstShown(panel: PlanePanel, columns: number): number {
  const bars = timeBars(panel);
  return bars === null || bars.length <= columns ? panel.x.from : (bars.at(-columns)?.from ?? panel.x.from);
}

/** What a drawing in characters does not show of its panel, in sentences. */
export function notShown(panel: PlanePanel, plot: Plot): LegendEntry[] {
  return [...earlierBars(panel, plot), ...lastOfColumn(panel, plot), ...flattened(panel)].map((label) => ({
    mark: '',
    label,
    paint: 'quiet',
  }));
}

function earlierBars(panel: PlanePanel, { x }: Plot): string[] {
  const bars = timeBars(panel) ?? [];
  const shown = bars.filter(({ from }) => from >= x.from).length;
  return shown === bars.length ? [] : [`The latest ${shown} of ${bars.length}: make it wider to see more.`];
}

/** Areas show one value of several in a column. */
function lastOfColumn({ series }: PlanePanel, { canvas }: Plot): string[] {
  const area = series.find(({ mark }) => mark === 'area');
  if (area?.mark !== 'area' || area.points.length <= canvas.columns) return [];
  return ['A column shows the last of several days.'];
}

/** That a few far values squeeze all others. */
function flattened({ references, y }: PlanePanel): string[] {
  const high = references.reduce((most, { axis, value }) => (axis === 'y' ? Math.max(most, value) : most), 0);
  if (!y.offersLog || y.scale === 'log' || high === 0 || high * 8 > y.to) return [];
  return ['A few far values squeeze the others: a logarithmic axis spreads them (--log).'];
}
