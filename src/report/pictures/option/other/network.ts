import type { Chart, NetworkPanel } from '../../../../model/document/chart.ts';
import { formatNumber } from '../../../../model/document/number-format.ts';
import type { Palette } from '../../look.ts';
import { drawnAnywhere, type SeriesOption } from '../kit/custom.ts';
import { lettering, type Rectangle, rectangle, type Shape } from '../kit/shape.ts';
import { plainText, textWidth, wrapText } from '../kit/text.ts';
import { valueText } from '../kit/values.ts';
import { drawnLinks, isOver, type Link, lanesOf, omissions } from './lanes.ts';
import { arcOf, LIFT, linkShape, type Node, type Offsets, type Route, WIDEST } from './link-shape.ts';

const SIZE = 12;
/** Bold letters are wider. */
const BOLD = 1.1;
/** A line that says what is not drawn. */
const REMARK = 18;
/** Pixels of a node below which its name could not be read. */
const NARROWEST = 58;

export function networkHeight(panel: NetworkPanel): number {
  return headOf(panel) + boxHeight(panel) + footOf(panel) + REMARK * omissions(panel.links).length;
}

export function networkWidth(panel: NetworkPanel): number {
  return figureMargin(panel) + panel.nodes.length * (NARROWEST + gapOf(panel));
}

/** Pixels between neighbours: for the stream between them and its number. */
function gapOf({ links, nodes }: NetworkPanel): number {
  const level = links.filter((link) => !(link.back || isOver(link)));
  if (level.length === 0 && nodes.some(({ figures }) => figures.length > 0)) return 12;
  return Math.max(26, ...level.map(({ value }) => textWidth(formatNumber(value, 'number'), SIZE) * BOLD + 6));
}

/** Room above the nodes. */
function headOf({ links }: NetworkPanel): number {
  const { count } = lanesOf(drawnLinks(links).filter(isOver));
  return count === 0 ? 8 : 30 + count * LIFT;
}

/** Room below the nodes. */
function footOf({ links }: NetworkPanel): number {
  const { count } = lanesOf(drawnLinks(links).filter(({ back }) => back));
  return count === 0 ? 16 : 34 + count * LIFT;
}

function boxHeight({ nodes }: NetworkPanel): number {
  const figures = Math.max(0, ...nodes.map((node) => node.figures.length));
  return figures === 0 ? WIDEST + 16 : 46 + figures * 17;
}

/** Nodes in a row, in the order of the work; streams between neighbours, over what is passed, and back below. */
export function networkSeries(
  panel: NetworkPanel,
  outer: Rectangle,
  palette: Palette,
  notation: Chart['notation'],
): { nodes: SeriesOption; links: SeriesOption; shownLinks: readonly Link[] } {
  const top = outer.y + headOf(panel);
  const places = placesOf(panel, outer, top);
  // Large streams first, so that small ones lie on them.
  const order = drawnLinks(panel.links);
  const lanes = new Map([...lanesOf(order.filter(isOver)).lane, ...lanesOf(order.filter(({ back }) => back)).lane]);
  const most = Math.max(1, ...order.map(({ value }) => value));
  const wide = (value: number) => Math.max(1.5, (value / most) * (order.some(({ back }) => !back) ? WIDEST : 14));
  const ends = offsetsOf(order, wide, places[0]?.width ?? 0);
  const routes: Routes = new Map(
    order.map((link) => [link, { ...(ends.get(link) as Offsets), lane: lanes.get(link) ?? 1 }]),
  );
  const shapes = order.map((link) => linkShape(link, places, wide(link.value), routes.get(link) as Route, palette));
  const labels = labelsOf(order, places, routes, palette);
  const nodes = panel.nodes.map((node, index) => nodeShape(node, places[index] as Node, palette, notation));
  const rows = (panel.nodes[0]?.figures ?? []).map(({ label }, index) =>
    lettering(plainText(label), outer.x, figureRow(top, index), { color: palette.muted, size: SIZE }),
  );
  const foot = top + boxHeight(panel) + footOf(panel) + REMARK / 2;
  const remarks = omissions(panel.links).map((text, index) =>
    lettering(text, outer.x, foot + index * REMARK, { color: palette.muted, size: SIZE }),
  );
  return {
    links: drawnAnywhere([...shapes, { type: 'group', silent: true, children: [...labels, ...rows, ...remarks] }]),
    nodes: drawnAnywhere(nodes, { z: 3 }),
    shownLinks: order,
  };
}

function placesOf(panel: NetworkPanel, outer: Rectangle, top: number): Node[] {
  const margin = figureMargin(panel);
  const step = (outer.width - margin) / panel.nodes.length;
  const width = Math.min(margin > 0 ? 140 : Math.min(110, step * 0.66), step - gapOf(panel));
  return panel.nodes.map((_, index) => ({
    x: outer.x + margin + step * (index + 0.5) - width / 2,
    width,
    top,
    height: boxHeight(panel),
  }));
}

/** Room at the left for what the figures of all nodes are. */
function figureMargin({ nodes }: NetworkPanel): number {
  const labels = nodes.flatMap((node) => node.figures.map(({ label }) => textWidth(label, SIZE)));
  return labels.length === 0 ? 0 : Math.max(...labels) + 12;
}

type Routes = ReadonlyMap<Link, Route>;

/** Where along the edge of its nodes each stream over or under them begins and ends. */
function offsetsOf(links: readonly Link[], wide: (value: number) => number, room: number): Map<Link, Offsets> {
  const offsets = new Map(links.map((link) => [link, { from: 0, to: 0 }]));
  for (const side of [(link: Link) => isOver(link), ({ back }: Link) => back]) {
    const own = links.filter(side);
    const nodes = new Set(own.flatMap(({ from, to }) => [from, to]));
    for (const node of nodes) {
      const ends = own
        .filter(({ from, to }) => from === node || to === node)
        .sort((a, b) => partner(a, node) - partner(b, node) || b.value - a.value);
      const total = ends.reduce((sum, { value }) => sum + Math.min(wide(value), 18) + 6, -6);
      // Ends that would not find room at their node move together.
      const share = Math.min(1, (room - 8) / Math.max(1, total));
      let at = (-total / 2) * share;
      for (const link of ends) {
        const own = Math.min(wide(link.value), 18) * share;
        const end = offsets.get(link) as Offsets;
        if (link.from === node) end.from = at + own / 2;
        else end.to = at + own / 2;
        at += own + 6 * share;
      }
    }
  }
  return offsets;
}

/** Ends that go to the left stand left; of two to one side, the farther one outside. */
function partner({ from, to }: Link, node: number): number {
  const other = from === node ? to : from;
  return other < node ? -1 / (node - other) - 1 : 1 + 1 / (other - node);
}

/** The number of each link, on it; none where it would lie on another. */
function labelsOf(links: readonly Link[], places: readonly Node[], routes: Routes, palette: Palette): Shape[] {
  const taken: { x: number; y: number }[] = [];
  return links.flatMap((link) => {
    const { back, from, to, value } = link;
    const [start, end] = [places[from] as Node, places[to] as Node];
    const level = !back && Math.abs(to - from) === 1;
    const middle: readonly [number, number] = level
      ? [(Math.min(start.x, end.x) + Math.max(start.x, end.x) + start.width) / 2, start.top + start.height / 2]
      : arcOf(link, places, routes.get(link) as Route).crown;
    const free = [0, 16, -16, 32, -32, 48, -48]
      .map((aside) => ({ x: middle[0] + aside, y: middle[1] }))
      .find(({ x, y }) => taken.every((other) => Math.abs(other.x - x) > 30 || Math.abs(other.y - y) > 13));
    if (free === undefined) return [];
    taken.push(free);
    const color = palette.text;
    return [
      lettering(formatNumber(value, 'number'), free.x, free.y, {
        color,
        size: SIZE,
        align: 'center',
        bold: true,
        halo: palette.background,
      }),
    ];
  });
}

function figureRow(top: number, index: number): number {
  return top + 52 + index * 17;
}

function nodeShape(
  node: NetworkPanel['nodes'][number],
  place: Node,
  palette: Palette,
  notation: Chart['notation'],
): Shape {
  const { height, top, width, x } = place;
  const figures = node.figures.length > 0;
  const size = figures ? SIZE : 11;
  const lines = wrapText(node.label, width - 6, size, figures ? 2 : 3);
  const first = figures ? top + (lines.length === 1 ? 24 : 17) : top + height / 2 - ((lines.length - 1) * 14) / 2;
  return {
    type: 'group',
    children: [
      rectangle({ x, y: top, width, height }, { fill: palette.background, stroke: palette.muted, lineWidth: 1 }, 4),
      rectangle({ x, y: top, width, height: 5 }, { fill: palette.tones[node.tone] }),
      ...lines.map((line, index) =>
        lettering(line, x + width / 2, first + index * 14, {
          color: palette.text,
          size,
          align: 'center',
        }),
      ),
      ...node.figures.map((figure, index) => figureLine(figure, place, figureRow(top, index), palette, notation)),
    ],
  };
}

function figureLine(
  { unit, value }: NetworkPanel['nodes'][number]['figures'][number],
  { width, x }: Node,
  y: number,
  palette: Palette,
  notation: Chart['notation'],
): Shape {
  const text = plainText(valueText(value, unit, null, notation));
  return lettering(text, x + width / 2, y, { color: palette.text, size: SIZE, align: 'center' });
}

/** What a link or a node says when it is pointed at. */
export function linkWords({ nodes }: NetworkPanel, { back, from, to, value }: Link): string[] {
  return [`${nodes[from]?.label} → ${nodes[to]?.label}`, `${formatNumber(value, 'number')}${back ? ', back' : ''}`];
}
