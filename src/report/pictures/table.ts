import type { Chart, Panel, Series } from '../../model/document/chart.ts';
import { plainText } from './option/kit/text.ts';
import { axisLabel, placeText, valueText } from './option/kit/values.ts';

/** A panel's figures as a table, for those who read rather than look. */
export interface ChartTable {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** The tables of a chart: one or more a panel. */
export function tablesOf(chart: Chart): ChartTable[] {
  return chart.panels.flatMap((panel) => panelTables(panel, chart.notation)).map(plain);
}

function plain({ columns, rows, title }: ChartTable): ChartTable {
  return { title: plainText(title), columns: columns.map(plainText), rows: rows.map((row) => row.map(plainText)) };
}

function panelTables(panel: Panel, notation: Chart['notation']): ChartTable[] {
  switch (panel.panel) {
    case 'matrix':
      return [
        {
          title: panel.title,
          columns: [panel.rowsLabel, panel.columnsLabel, 'Number'],
          rows: panel.cells.map(({ column, row, value }) => [
            panel.rows[row] ?? '',
            panel.columns[column] ?? '',
            valueText(value, panel.unit, null, notation),
          ]),
        },
      ];
    case 'network':
      return networkTables(panel, notation);
    case 'ladder':
      return [
        {
          title: panel.title,
          columns: ['Step', 'Kind', 'Days'],
          rows: panel.steps.map(({ days, label, step }) => [label, step, valueText(days, 'days', null, notation)]),
        },
      ];
    default:
      return planeTables(panel, notation);
  }
}

function networkTables(panel: Extract<Panel, { panel: 'network' }>, notation: Chart['notation']): ChartTable[] {
  const name = (index: number) => panel.nodes[index]?.label ?? '';
  const figures = panel.nodes[0]?.figures ?? [];
  const nodes: ChartTable = {
    title: panel.title,
    columns: ['Stage', ...figures.map(({ label }) => label)],
    rows: panel.nodes.map((node) => [
      node.label,
      ...node.figures.map(({ unit, value }) => valueText(value, unit, null, notation)),
    ]),
  };
  const links: ChartTable = {
    title: 'Moves',
    columns: ['From', 'To', 'Moves', 'Way'],
    rows: panel.links.map(({ back, from, to, value }) => [
      name(from),
      name(to),
      String(value),
      back ? 'back' : 'onward',
    ]),
  };
  return [...(figures.length === 0 ? [] : [nodes]), ...(links.rows.length === 0 ? [] : [links])];
}

function planeTables(panel: Extract<Panel, { panel: 'plane' }>, notation: Chart['notation']): ChartTable[] {
  const value = (amount: number | null) => valueText(amount, panel.y.unit, panel.y.currency, notation);
  const place = (at: number) => placeText(at, panel.x, notation);
  const areas = panel.series.filter((series) => series.mark === 'area');
  const bars = panel.series.filter((series) => series.mark === 'bars');
  const others = panel.series.filter((series) => series.mark !== 'area' && series.mark !== 'bars');
  const tables = [
    ...(areas.length === 0 ? [] : [areaTable(areas, panel, place, value)]),
    ...(bars.length === 0 ? [] : [barTable(bars, panel, place, value)]),
    ...others.map((series) => seriesTable(series, panel, place, value)),
  ].filter(({ rows }) => rows.length > 0);
  const lines: ChartTable = {
    title: 'Lines',
    columns: ['Line', 'Value'],
    rows: panel.references.map(({ label, text }) => [label, text]),
  };
  return lines.rows.length === 0 ? tables : [...tables, lines];
}

type Words = (at: number) => string;
type Amount = (amount: number | null) => string;
type Plane = Extract<Panel, { panel: 'plane' }>;

function areaTable(
  areas: readonly Extract<Series, { mark: 'area' }>[],
  panel: Plane,
  place: Words,
  value: Amount,
): ChartTable {
  const shown = areas.toReversed();
  return {
    title: panel.title,
    columns: [panel.x.label, ...shown.map(({ label }) => label)],
    rows: (areas[0]?.points ?? []).map(({ x }, index) => [
      place(x),
      ...shown.map(({ points }) => value(points[index]?.y ?? null)),
    ]),
  };
}

function barTable(
  bars: readonly Extract<Series, { mark: 'bars' }>[],
  panel: Plane,
  place: Words,
  value: Amount,
): ChartTable {
  const [first] = bars;
  return {
    title: panel.title,
    columns: [panel.x.label, ...bars.map(({ label }) => label || axisLabel({ ...panel.y, unit: 'number' }))],
    rows: (first?.bars ?? []).map((bar, index) => [
      `${panel.x.scale === 'time' ? place(bar.from) : bar.label}${bar.incomplete ? ' (incomplete)' : ''}`,
      ...bars.map((series) => value(series.bars[index]?.value ?? null)),
    ]),
  };
}

function seriesTable(series: Series, panel: Plane, place: Words, value: Amount): ChartTable {
  const title = series.label;
  switch (series.mark) {
    case 'dots':
      return {
        title,
        columns: ['Item', 'Title', panel.x.label, panel.y.label],
        rows: series.dots.map((dot) => [dot.id ?? '', dot.title ?? '', place(dot.x), dot.note ?? value(dot.y)]),
      };
    case 'line':
      return {
        title,
        columns: [panel.x.label, series.label || panel.y.label],
        rows: series.points.map(({ marked, note, x, y }) => [
          place(x),
          `${value(y)}${note === null ? '' : `; ${note}`}${marked && note === null ? ' (marked)' : ''}`,
        ]),
      };
    case 'band':
      return {
        title,
        columns: [panel.x.label, 'From', 'To'],
        rows: series.edges.map(({ high, low, x }) => [place(x), value(low), value(high)]),
      };
    case 'boxes':
      return { title, columns: [title || 'Band'], rows: series.boxes.map(({ label }) => [label]) };
    case 'segments':
      return {
        title,
        columns: ['Arrow'],
        rows: series.segments.filter(({ label }) => label !== '').map(({ label }) => [label]),
      };
    default:
      return { title, columns: [], rows: [] };
  }
}
