import type { Item } from '../../../contract/result.ts';
import type { Chart, Dot, Panel, Series } from '../../../model/document/chart.ts';
import { DAY_MS } from '../../../model/time/units.ts';
import { zoneOf } from '../../../model/time/zone.ts';
import { valueText } from '../option/kit/values.ts';
import type { Coded, CodedLists, PageChart, PageDots, PageItems, PagePanel } from './page-data.ts';

/** Bytes that titles may take together, so that the file stays one that can be mailed. */
const TITLE_BYTES = 4_500_000;
const SHORTEST = 24;

/**
 * The items column by column.
 * @param values team and labels of each item
 */
export function encodedItems(
  items: readonly Item[],
  values: { team: readonly (readonly string[])[]; labels: readonly (readonly string[])[] },
  timeZone: string,
): PageItems {
  const zone = zoneOf(timeZone);
  const day = (instant: string | null) =>
    instant === null ? null : Math.floor(zone.localOf(Date.parse(instant)) / DAY_MS);
  const cut = titleCutter(items);
  return {
    id: items.map(({ id }) => id),
    title: items.map(({ title }) => cut(title)),
    type: coded(items.map(({ type }) => type)),
    stage: coded(items.map(({ stage }) => stage)),
    outcome: coded(items.map(({ outcome }) => outcome)),
    assignee: codedLists(items.map(({ assignee }) => assignee ?? [])),
    team: codedLists(values.team),
    labels: codedLists(values.labels),
    created: items.map(({ created }) => day(created)),
    finished: items.map(({ finished, dropped }) => day(finished ?? dropped)),
    cycleTime: items.map(({ cycleTimeDays }) => rounded(cycleTimeDays)),
    age: items.map(({ ageDays }) => rounded(ageDays)),
    points: items.map(({ points }) => points),
  };
}

/** The dots' heights, or the column of the items that has the same. */
function heightsOf(dots: readonly Dot[], own: readonly number[], items: readonly Item[]): PageDots['y'] {
  const same = (key: 'cycleTimeDays' | 'ageDays') =>
    dots.every(({ y }, index) => y === items[own[index] as number]?.[key]);
  if (dots.length > 0 && same('cycleTimeDays')) return 'cycleTime';
  if (dots.length > 0 && same('ageDays')) return 'age';
  return dots.map(({ y }) => rounded(y) ?? 0);
}

/** Cuts long titles where all of them are too much. */
function titleCutter(items: readonly Item[]): (title: string | null) => string | null {
  const encoder = new TextEncoder();
  const bytes = items.reduce((sum, { title }) => sum + (title === null ? 0 : encoder.encode(title).length), 0);
  if (bytes <= TITLE_BYTES) return (title) => title;
  const longest = Math.max(SHORTEST, Math.floor(TITLE_BYTES / items.length));
  return (title) => {
    if (title === null || encoder.encode(title).length <= longest) return title;
    let kept = '';
    let room = longest - 3;
    for (const character of title) {
      room -= encoder.encode(character).length;
      if (room < 0) break;
      kept += character;
    }
    return `${kept.trimEnd()}…`;
  };
}

/** To a ten-thousandth of a day: what is written has three digits. */
function rounded(days: number | null): number | null {
  return days === null ? null : Math.round(days * 10_000) / 10_000;
}

function coded(texts: readonly (string | null)[]): Coded {
  const places = new Map<string, number>();
  const at = texts.map((text) => (text === null ? -1 : placeOf(text, places)));
  return { values: [...places.keys()], at };
}

function codedLists(lists: readonly (readonly string[])[]): CodedLists {
  const places = new Map<string, number>();
  const at = lists.map((texts) => texts.map((text) => placeOf(text, places)));
  return { values: [...places.keys()], at: at.every((list) => list.length === 0) ? [] : at };
}

function placeOf(text: string, places: Map<string, number>): number {
  const known = places.get(text);
  if (known !== undefined) return known;
  places.set(text, places.size);
  return places.size - 1;
}

/** A chart whose dots point at the items. */
export function encodedChart(chart: Chart, log: Chart | null, items: readonly Item[]): PageChart {
  const place = new Map(items.map(({ id }, index) => [id, index]));
  const first = log?.panels[0];
  return {
    ...chart,
    panels: chart.panels.map((panel) => encodedPanel(panel, place, items, chart)),
    logAxis: first?.panel === 'plane' ? first.y : null,
  };
}

function encodedPanel(
  panel: Panel,
  place: ReadonlyMap<string, number>,
  items: readonly Item[],
  chart: Chart,
): PagePanel {
  if (panel.panel !== 'plane') return panel;
  return {
    ...panel,
    series: panel.series.map((series) =>
      series.mark === 'dots' ? encodedDots(series, panel, place, items, chart.notation) : series,
    ),
  };
}

function encodedDots(
  series: Extract<Series, { mark: 'dots' }>,
  { x, y }: Extract<Panel, { panel: 'plane' }>,
  place: ReadonlyMap<string, number>,
  items: readonly Item[],
  notation: Chart['notation'],
): PageDots {
  const { dots, ...rest } = series;
  const unit = x.scale === 'time' ? 1000 : 1;
  const own = dots.map(({ id, title }) => {
    const index = id === null ? undefined : place.get(id);
    return index !== undefined && (items[index]?.title ?? null) === title ? index : -1;
  });
  const note = dots.map((dot) => (dot.note === valueText(dot.y, y.unit, y.currency, notation) ? null : dot.note));
  const marked = dots.flatMap((dot, index) => (dot.marked ? [index] : []));
  const strangers = dots.flatMap((dot, index) => (own[index] === -1 ? [[index, [dot.id, dot.title]] as const] : []));
  return {
    ...rest,
    x: dots.map((dot) => (x.scale === 'time' ? Math.round((dot.x - x.from) / unit) : dot.x)),
    y: heightsOf(dots, own, items),
    item: own,
    ...(note.some((text) => text !== null) ? { note } : {}),
    ...(marked.length > 0 ? { marked } : {}),
    ...(strangers.length > 0 ? { named: Object.fromEntries(strangers) } : {}),
  };
}
