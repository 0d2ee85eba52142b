import { FONT } from '../../look.ts';

/** What a custom series draws, as ECharts takes it. */
export interface Shape {
  type: 'rect' | 'line' | 'polyline' | 'polygon' | 'path' | 'text' | 'group' | 'circle';
  shape?: Record<string, unknown>;
  style?: Record<string, unknown>;
  children?: Shape[];
  x?: number;
  y?: number;
  rotation?: number;
  silent?: boolean;
  z2?: number;
}

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function rectangle({ height, width, x, y }: Rectangle, style: Record<string, unknown>, radius = 0): Shape {
  return { type: 'rect', shape: { x, y, width, height, r: radius }, style };
}

export function straight(x1: number, y1: number, x2: number, y2: number, style: Record<string, unknown>): Shape {
  return { type: 'line', shape: { x1, y1, x2, y2 }, style: { fill: 'none', ...style } };
}

export interface Lettering {
  size?: number;
  color: string;
  align?: 'left' | 'center' | 'right';
  vertical?: 'top' | 'middle' | 'bottom';
  bold?: boolean;
  /** Drawn around the letters, so that they can be read on whatever lies below. */
  halo?: string;
}

export function lettering(text: string, x: number, y: number, look: Lettering): Shape {
  return {
    type: 'text',
    silent: true,
    style: {
      text,
      x,
      y,
      fill: look.color,
      fontSize: look.size ?? 12,
      fontFamily: FONT,
      fontWeight: look.bold === true ? 600 : 400,
      align: look.align ?? 'left',
      verticalAlign: look.vertical ?? 'middle',
      ...(look.halo === undefined ? {} : { stroke: look.halo, lineWidth: 3 }),
    },
  };
}

/** A head at the second end of a line. */
export function arrowHead(x1: number, y1: number, x2: number, y2: number, color: string, size = 8): Shape {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const corner = (turn: number) => [x2 - size * Math.cos(angle + turn), y2 - size * Math.sin(angle + turn)];
  return { type: 'polygon', shape: { points: [[x2, y2], corner(0.45), corner(-0.45)] }, style: { fill: color } };
}

/** Moves places apart until none is nearer to the next than `gap`, within `from` to `to`; in the order given. */
export function apart(places: readonly number[], gap: number, from: number, to: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place || a.index - b.index);
  let least = from;
  for (const one of order) {
    one.place = Math.max(one.place, least);
    least = one.place + gap;
  }
  let most = to;
  for (const one of order.reverse()) {
    one.place = Math.min(one.place, most);
    most = one.place - gap;
  }
  const moved = new Array<number>(places.length);
  for (const { index, place } of order) moved[index] = place;
  return moved;
}
