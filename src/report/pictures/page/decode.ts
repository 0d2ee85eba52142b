import type { Bar, Chart, Dot, Panel, PlanePanel, Series } from '../../../model/document/chart.ts';
import type { PageChart, PageDots, PageItems, PagePanel } from './page-data.ts';

/** How many items a chart shows, how many of them match, and how many are drawn. */
export interface ItemCount {
  /** What an item is in the chart. */
  mark: 'dots' | 'bars';
  all: number;
  matching: number;
  drawn: number;
}

/**
 * The description of a chart with the dots of the items that match.
 * @param matches by the item's place; null: all do
 * @param most dots beyond this are thinned evenly
 */
export function decodedChart(
  chart: PageChart,
  items: PageItems,
  matches: Uint8Array | null,
  most: number,
  log: boolean,
): { chart: Chart; count: ItemCount } {
  const count: ItemCount = { mark: 'dots', all: 0, matching: 0, drawn: 0 };
  const { logAxis, panels, ...rest } = chart;
  const decoded = panels.map((panel, index): Panel => {
    const plain = decodedPanel(panel, items, matches, most, count);
    return log && logAxis !== null && index === 0 && plain.panel === 'plane' ? { ...plain, y: logAxis } : plain;
  });
  return { chart: { ...rest, panels: decoded }, count };
}

function decodedPanel(
  panel: PagePanel,
  items: PageItems,
  matches: Uint8Array | null,
  most: number,
  count: ItemCount,
): Panel {
  if (panel.panel !== 'plane') return panel;
  if (showsBarsOfItems(panel)) return matchingBars(panel as PlanePanel, items, matches, count);
  const all = panel.series.reduce((sum, one) => sum + (one.mark === 'dots' ? one.x.length : 0), 0);
  const series = panel.series.map((one): Series => {
    if (one.mark !== 'dots') return one;
    const kept = matching(one, matches);
    count.all += one.x.length;
    count.matching += kept.length;
    // Each series gives up the same share.
    const room = Math.max(1, Math.floor((most * one.x.length) / Math.max(1, all)));
    const drawn = thinned(kept, matches === null ? room : most);
    count.drawn += drawn.length;
    return decodedDots(
      one,
      drawn,
      panel.x.scale === 'time' ? { from: panel.x.from, unit: 1000 } : { from: 0, unit: 1 },
      items,
    );
  });
  return { ...panel, series };
}

/** Whether marks of a chart are items: dots, or bars with an id. */
export function showsItems({ panels }: PageChart): boolean {
  return panels.some(
    (panel) => panel.panel === 'plane' && (panel.series.some(({ mark }) => mark === 'dots') || showsBarsOfItems(panel)),
  );
}

function showsBarsOfItems({ series }: Extract<PagePanel, { panel: 'plane' }>): boolean {
  return series.some((one) => one.mark === 'bars' && one.bars.some(({ id }) => id !== undefined));
}

/** The columns of the items that match, side by side. */
function matchingBars(panel: PlanePanel, items: PageItems, matches: Uint8Array | null, count: ItemCount): Panel {
  const ids = panel.series.flatMap((one) => (one.mark === 'bars' ? one.bars.map(({ id }) => id ?? '') : []));
  const kept = ids.flatMap((id, column) => (matches === null || matches[items.id.indexOf(id)] === 1 ? [column] : []));
  Object.assign(count, { mark: 'bars', all: ids.length, matching: kept.length, drawn: kept.length });
  const series = panel.series.map((one): Series => {
    if (one.mark !== 'bars') return one;
    const bars = kept.map((column, place) => ({ ...(one.bars[column] as Bar), from: place - 0.5, to: place + 0.5 }));
    return { ...one, bars };
  });
  const columns = kept.map((column) => panel.x.columns[column] as string);
  return { ...panel, x: { ...panel.x, columns, to: Math.max(1, columns.length) - 0.5 }, series };
}

function matching({ item, x }: PageDots, matches: Uint8Array | null): number[] {
  const kept: number[] = [];
  for (let dot = 0; dot < x.length; dot++) {
    const own = item[dot] as number;
    if (matches === null || (own >= 0 && matches[own] === 1)) kept.push(dot);
  }
  return kept;
}

/** Spread evenly over all, if there are more than can be drawn. */
function thinned(dots: readonly number[], most: number): readonly number[] {
  if (dots.length <= most) return dots;
  return Array.from({ length: most }, (_, index) => dots[Math.floor((index * dots.length) / most)] as number);
}

function decodedDots(
  series: PageDots,
  kept: readonly number[],
  axis: { from: number; unit: number },
  items: PageItems,
): Series {
  const { item, marked, named, note, x, y, ...rest } = series;
  const isMarked = new Set(marked);
  const height = (dot: number) => (typeof y === 'string' ? items[y][item[dot] as number] : y[dot]);
  const dots = kept.map((dot): Dot => {
    const own = item[dot] as number;
    const [id, title] = own >= 0 ? [items.id[own] ?? null, items.title[own] ?? null] : (named?.[dot] ?? [null, null]);
    return {
      x: axis.from + (x[dot] as number) * axis.unit,
      y: height(dot) as number,
      id,
      title,
      note: note?.[dot] ?? null,
      marked: isMarked.has(dot),
    };
  });
  return { ...rest, dots };
}
