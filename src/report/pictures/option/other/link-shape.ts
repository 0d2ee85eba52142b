import type { Palette } from '../../look.ts';
import type { Shape } from '../kit/shape.ts';
import type { Link } from './lanes.ts';

/** The widest stream. */
export const WIDEST = 44;
/** From lane to lane. */
export const LIFT = 22;

/** Where a node is drawn. */
export interface Node {
  x: number;
  width: number;
  top: number;
  height: number;
}

/** How far from the middle of its nodes a link begins and ends. */
export interface Offsets {
  from: number;
  to: number;
}

export interface Route extends Offsets {
  lane: number;
}

/** A stream between neighbours, else an arc with a head: over the nodes or, for what goes back, below them. */
export function linkShape(link: Link, places: readonly Node[], wide: number, route: Route, palette: Palette): Shape {
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

/** The way of a link over the nodes or below them. */
export function arcOf({ back, from, to }: Link, places: readonly Node[], route: Route): Arc {
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
