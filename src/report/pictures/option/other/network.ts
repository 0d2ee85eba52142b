import type { Chart, NetworkPanel } from '../../../../model/document/chart.ts';
import type { Palette } from '../../look.ts';
import { drawnAnywhere, type SeriesOption } from '../kit/custom.ts';
import { lettering, type Rectangle, rectangle, type Shape } from '../kit/shape.ts';
import { plainText, textWidth, wrapText } from '../kit/text.ts';
import { valueText } from '../kit/values.ts';
import { isOver, type Link, lanesOf } from './lanes.ts';

const SIZE = 12;
/** The widest stream. */
const WIDEST = 44;
/** From lane to lane. */
const LIFT = 22;

interface Node {
  x: number;
  width: number;
  top: number;
  height: number;
}

export function networkHeight(panel: NetworkPanel): number {
  const under = lanesOf(panel.links.filter(({ back }) => back)).count;
  return headOf(panel) + boxHeight(panel) + (under === 0 ? 16 : 34 + under * LIFT);
}

/** Room above the nodes. */
function headOf({ links }: NetworkPanel): number {
  const { count } = lanesOf(links.filter(isOver));
  return count === 0 ? 8 : 30 + count * LIFT;
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
  const lanes = new Map([
    ...lanesOf(panel.links.filter(isOver)).lane,
    ...lanesOf(panel.links.filter(({ back }) => back)).lane,
  ]);
  const most = Math.max(1, ...panel.links.map(({ value }) => value));
  const wide = (value: number) => Math.max(1.5, (value / most) * (panel.links.some(({ back }) => !back) ? WIDEST : 14));
  const ends = offsetsOf(panel.links, wide);
  const routes: Routes = new Map(
    panel.links.map((link) => [link, { ...(ends.get(link) as Offsets), lane: lanes.get(link) ?? 1 }]),
  );
  // Large streams first, so that small ones lie on them.
  const order = [...panel.links].sort((a, b) => b.value - a.value);
  const shapes = order.map((link) => linkShape(link, places, wide(link.value), routes.get(link) as Route, palette));
  const labels = labelsOf(order, places, routes, palette);
  const nodes = panel.nodes.map((node, index) => nodeShape(node, places[index] as Node, palette, notation));
  const rows = (panel.nodes[0]?.figures ?? []).map(({ label }, index) =>
    lettering(plainText(label), outer.x, figureRow(top, index), { color: palette.muted, size: SIZE }),
  );
  return {
    links: drawnAnywhere([...shapes, { type: 'group', silent: true, children: [...labels, ...rows] }]),
    nodes: drawnAnywhere(nodes, { z: 3 }),
    shownLinks: order,
  };
}

function placesOf(panel: NetworkPanel, outer: Rectangle, top: number): Node[] {
  const margin = figureMargin(panel);
  const step = (outer.width - margin) / panel.nodes.length;
  const width = margin > 0 ? Math.min(140, step - 12) : Math.min(110, step * 0.66);
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

interface Offsets {
  from: number;
  to: number;
}

interface Route extends Offsets {
  lane: number;
}

type Routes = ReadonlyMap<Link, Route>;

/** Where along the edge of its nodes each stream over or under them begins and ends. */
function offsetsOf(links: readonly Link[], wide: (value: number) => number): Map<Link, Offsets> {
  const offsets = new Map(links.map((link) => [link, { from: 0, to: 0 }]));
  for (const side of [(link: Link) => isOver(link), ({ back }: Link) => back]) {
    const own = links.filter(side);
    const nodes = new Set(own.flatMap(({ from, to }) => [from, to]));
    for (const node of nodes) {
      const ends = own
        .filter(({ from, to }) => from === node || to === node)
        .sort((a, b) => partner(a, node) - partner(b, node) || b.value - a.value);
      const total = ends.reduce((sum, { value }) => sum + Math.min(wide(value), 18) + 6, -6);
      let at = -total / 2;
      for (const link of ends) {
        const own = Math.min(wide(link.value), 18);
        const end = offsets.get(link) as Offsets;
        if (link.from === node) end.from = at + own / 2;
        else end.to = at + own / 2;
        at += own + 6;
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

function linkShape(link: Link, places: readonly Node[], wide: number, route: Route, palette: Palette): Shape {
  const { back, from, to } = link;
  const color = back ? palette.tones.back : palette.tones.plain;
  const [start, end] = [places[from] as Node, places[to] as Node];
  const middle = start.top + start.height / 2;
  if (!back && Math.abs(to - from) === 1) {
    const [x1, x2] = to > from ? [start.x + start.width, end.x] : [start.x, end.x + end.width];
    return ribbon(x1, middle, x2, wide, color);
  }
  const stroke = back ? Math.min(wide, 18) : Math.min(wide, WIDEST / 2);
  const { d, tip } = arcOf(link, places, route);
  return {
    type: 'group',
    children: [
      {
        type: 'path',
        shape: { pathData: d },
        style: { fill: 'none', stroke: color, lineWidth: stroke, opacity: 0.75 },
      },
      tipShape(tip, back, color, stroke),
    ],
  };
}

function ribbon(x1: number, y: number, x2: number, wide: number, color: string): Shape {
  const towards = x2 > x1 ? 1 : -1;
  const neck = x2 - towards * Math.min(10, Math.abs(x2 - x1) / 2);
  const half = wide / 2;
  return {
    type: 'polygon',
    shape: {
      points: [
        [x1, y - half],
        [neck, y - half],
        [x2, y],
        [neck, y + half],
        [x1, y + half],
      ],
    },
    style: { fill: color, opacity: 0.75 },
  };
}

/** A head at the edge of the node that a link leads to: upwards where it comes from below. */
function tipShape([x, y]: readonly [number, number], back: boolean, color: string, stroke: number): Shape {
  const size = Math.max(6, Math.min(11, stroke + 4));
  const base = back ? y + size : y - size;
  return {
    type: 'polygon',
    shape: {
      points: [
        [x, y],
        [x - size * 0.7, base],
        [x + size * 0.7, base],
      ],
    },
    style: { fill: color },
  };
}

interface Arc {
  d: string;
  tip: readonly [number, number];
  crown: readonly [number, number];
}

function arcOf({ back, from, to }: Link, places: readonly Node[], route: Route): Arc {
  const [start, end] = [places[from] as Node, places[to] as Node];
  const x1 = start.x + start.width / 2 + route.from;
  const x2 = end.x + end.width / 2 + route.to;
  const edge = back ? start.top + start.height + 2 : start.top - 2;
  const rise = (6 + route.lane * LIFT) * (back ? 1 : -1);
  const top = edge + rise;
  const tip = back ? edge + 8 : edge - 8;
  const round = Math.min(18, Math.abs(rise), Math.abs(x2 - x1) / 2);
  const way = Math.sign(x2 - x1) || 1;
  const turn = Math.sign(rise);
  const d = `M${n(x1)} ${n(edge)}L${n(x1)} ${n(top - turn * round)}Q${n(x1)} ${n(top)} ${n(x1 + way * round)} ${n(top)}L${n(x2 - way * round)} ${n(top)}Q${n(x2)} ${n(top)} ${n(x2)} ${n(top - turn * round)}L${n(x2)} ${n(tip)}`;
  return { d, tip: [x2, edge], crown: [(x1 + x2) / 2, top] };
}

const n = (value: number): string => String(Math.round(value * 10) / 10);

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
      .find(({ x, y }) => taken.every((other) => Math.abs(other.x - x) > 22 || Math.abs(other.y - y) > 13));
    if (free === undefined) return [];
    taken.push(free);
    const color = back ? palette.tones.back : palette.text;
    return [
      lettering(String(value), free.x, free.y, {
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
  return [`${nodes[from]?.label} → ${nodes[to]?.label}`, `${value}${back ? ', back' : ''}`];
}
