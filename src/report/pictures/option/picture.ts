import type { Chart, Panel, PlanePanel } from '../../../model/document/chart.ts';
import { FONT, type Look } from '../look.ts';
import { drawnAnywhere, type SeriesOption } from './kit/custom.ts';
import { type Hint, hintAcross, hintOf } from './kit/hints.ts';
import { legend } from './kit/legend.ts';
import { lettering, type Rectangle, type Shape } from './kit/shape.ts';
import { escapeMarkup, wrapText } from './kit/text.ts';
import { valueText } from './kit/values.ts';
import { LADDER_HEIGHT, ladderSeries } from './other/ladder.ts';
import { cellWords, matrixHeight, matrixSeries } from './other/matrix.ts';
import { linkWords, networkHeight, networkSeries, networkWidth } from './other/network.ts';
import { type Margins, marginsOf, planeOption } from './plane/plane.ts';

/** A chart as ECharts draws it. */
export interface Picture {
  option: Record<string, unknown>;
  /** Pixels: it follows from what is shown. */
  height: number;
  /** What the marks of each series say; null: it has none. By the series' index. */
  hints: readonly (Hint | null)[];
}

const MARGIN = 16;
const TITLE = 16;
const TITLE_LINE = 22;
/** Bold letters are wider. */
const BOLD = 1.18;
const PANEL_TITLE = 13;
const NOTE = 12;
const NOTE_LINE = 17;
/** Between panels. */
const GAP = 18;

interface Parts {
  grid: unknown[];
  xAxis: unknown[];
  yAxis: unknown[];
  series: SeriesOption[];
  hints: (Hint | null)[];
  around: Shape[];
}

/** The option of a chart: the same for the page and for a picture. */
export function pictureOf(chart: Chart, look: Omit<Look, 'height'>): Picture {
  const { framed, palette } = look;
  const side = framed ? MARGIN : 2;
  const width = look.width - 2 * side;
  const parts: Parts = { grid: [], xAxis: [], yAxis: [], series: [], hints: [], around: [] };
  let y = side;
  if (framed) {
    const lines = wrapText(chart.title, width, TITLE * BOLD, 3);
    for (const line of lines) {
      parts.around.push(lettering(line, side, y + TITLE_LINE / 2, { color: palette.text, size: TITLE, bold: true }));
      y += TITLE_LINE;
    }
    y += 8;
  }
  const planes = chart.panels.filter((panel) => panel.panel === 'plane');
  const margins = marginsOf(planes, width);
  const met = new Set<string>();
  for (const [index, panel] of chart.panels.entries()) {
    y = addHead(panel, { x: side, y, width }, parts, palette, met);
    const height = panelHeight(panel, index, chart.panels);
    addPanel(panel, { x: side, y, width, height }, parts, look, chart, margins);
    y += height + (index === chart.panels.length - 1 ? 0 : GAP);
  }
  y = framed ? addNotes(chart, side, y + 8, width, parts, look) : y;
  return { option: optionOf(parts, chart, look), height: Math.ceil(y + side), hints: [...parts.hints, null] };
}

/** A panel's title and, for what no panel before it explained, a legend. */
function addHead(
  panel: Panel,
  { width, x, y: top }: Omit<Rectangle, 'height'>,
  parts: Parts,
  palette: Look['palette'],
  met: Set<string>,
): number {
  let y = top;
  const titles = panel.title === '' ? [] : wrapText(panel.title, width, PANEL_TITLE * BOLD, 2);
  for (const [index, line] of titles.entries()) {
    parts.around.push(lettering(line, x, y + 8, { color: palette.text, size: PANEL_TITLE, bold: true }));
    y += index === titles.length - 1 ? 22 : 17;
  }
  if (panel.panel !== 'plane') return y;
  const { height, shapes } = legend(panel, met, x, y, width, palette);
  parts.around.push(...shapes);
  return y + height;
}

/** Pixels across below which names could not be read. */
export function leastWidth({ panels }: Chart): number {
  const widths = panels.map((panel) => {
    if (panel.panel === 'network') return networkWidth(panel);
    if (panel.panel === 'matrix') return 150 + panel.columns.length * 26;
    return panel.panel === 'plane' && panel.x.scale === 'columns' ? 60 + panel.x.columns.length * 26 : 300;
  });
  return Math.max(300, ...widths);
}

function panelHeight(panel: Panel, index: number, panels: readonly Panel[]): number {
  if (panel.panel === 'matrix') return matrixHeight(panel);
  if (panel.panel === 'network') return networkHeight(panel);
  if (panel.panel === 'ladder') return LADDER_HEIGHT;
  if (panels.length === 1) return 400;
  // Below a first panel over the same time, the others are only glanced at.
  const overTime = panels.every((one) => one.panel === 'plane' && one.x.scale === 'time');
  if (overTime && index > 0) return panel.panel === 'plane' && panel.series.length > 1 ? 280 : 190;
  if (overTime) return 300;
  return 220;
}

function addPanel(
  panel: Panel,
  outer: Rectangle,
  parts: Parts,
  { palette }: Omit<Look, 'height'>,
  chart: Chart,
  margins: ReadonlyMap<PlanePanel, Margins>,
): void {
  const { notation } = chart;
  const add = (series: SeriesOption, hint: Hint | null) => {
    parts.series.push(series);
    parts.hints.push(hint);
  };
  switch (panel.panel) {
    case 'plane': {
      const room = margins.get(panel) as Margins;
      const { around, grid, series, sources, xAxis, yAxis } = planeOption(
        panel,
        outer,
        parts.grid.length,
        palette,
        room,
      );
      parts.grid.push(grid);
      parts.xAxis.push(xAxis);
      parts.yAxis.push(yAxis);
      parts.around.push(...around);
      for (const [index, one] of series.entries()) {
        const source = sources[index] ?? null;
        add(one, source === null ? null : hintOf(source, panel, notation));
      }
      return;
    }
    case 'matrix': {
      const { around, cells } = matrixSeries(panel, outer, palette);
      parts.around.push(...around);
      add(cells, (index) => cellWords(panel, index, notation));
      return;
    }
    case 'network': {
      const { links, nodes, shownLinks } = networkSeries(panel, outer, palette, notation);
      add(links, (index) => (shownLinks[index] === undefined ? [] : linkWords(panel, shownLinks[index])));
      add(nodes, (index) => {
        const node = panel.nodes[index];
        if (node === undefined) return [];
        return [
          node.label,
          ...node.figures.map((figure) => `${figure.label}: ${valueText(figure.value, figure.unit, null, notation)}`),
        ];
      });
      return;
    }
    default: {
      const { around, steps } = ladderSeries(panel, outer, palette, notation);
      parts.around.push(...around);
      add(steps, (index) => {
        const step = panel.steps[index];
        return step === undefined ? [] : [step.label, `${step.step}: ${valueText(step.days, 'days', null, notation)}`];
      });
    }
  }
}

function addNotes(
  chart: Chart,
  x: number,
  top: number,
  width: number,
  parts: Parts,
  { palette }: Omit<Look, 'height'>,
): number {
  let y = top;
  for (const note of chart.notes) {
    for (const line of wrapText(note, width, NOTE, 3)) {
      parts.around.push(lettering(line, x, y + NOTE_LINE / 2, { color: palette.muted, size: NOTE }));
      y += NOTE_LINE;
    }
  }
  return y;
}

function optionOf(parts: Parts, chart: Chart, { framed, palette }: Omit<Look, 'height'>): Record<string, unknown> {
  const { around, grid, hints, series, xAxis, yAxis } = parts;
  return {
    animation: false,
    backgroundColor: framed ? palette.background : 'transparent',
    textStyle: { fontFamily: FONT },
    ...(grid.length === 0 ? {} : { grid, xAxis, yAxis }),
    tooltip: tooltipOf(chart, hints, palette.name),
    // Below all else: what stands around the marks never covers one.
    series: [...series, drawnAnywhere(around, { silent: true, z: 1 })],
  };
}

/** On a page: what a mark says when it is pointed at. Texts are escaped, as the formatter makes markup. */
function tooltipOf(chart: Chart, hints: readonly (Hint | null)[], theme: 'light' | 'dark'): Record<string, unknown> {
  const area = chart.panels.find(
    (panel): panel is PlanePanel => panel.panel === 'plane' && panel.series.some(({ mark }) => mark === 'area'),
  );
  const dark = theme === 'dark';
  return {
    trigger: area === undefined ? 'item' : 'axis',
    confine: true,
    transitionDuration: 0,
    backgroundColor: dark ? '#2b333c' : '#ffffff',
    borderColor: dark ? '#52606d' : '#9aa5b1',
    textStyle: { color: dark ? '#e6eaee' : '#1f2933', fontSize: 13 },
    axisPointer: { type: 'line', lineStyle: { color: dark ? '#a9b4bf' : '#52606d' } },
    formatter: (params: unknown) => {
      const one = (Array.isArray(params) ? params[0] : params) as
        | { seriesIndex: number; dataIndex: number }
        | undefined;
      if (one === undefined) return '';
      const said =
        area === undefined
          ? (hints[one.seriesIndex]?.(one.dataIndex) ?? [])
          : hintAcross(area, one.dataIndex, chart.notation);
      return hintMarkup(said);
    },
  };
}

/** Exported for its test: titles and names are text, never markup. */
export function hintMarkup(lines: readonly string[]): string {
  const [name, ...rest] = lines;
  if (name === undefined) return '';
  const row = (text: string) => `<div style="max-width:320px;white-space:normal;overflow-wrap:anywhere">${text}</div>`;
  return `${row(`<b>${escapeMarkup(name)}</b>`)}${rest.map((line) => row(escapeMarkup(line))).join('')}`;
}
