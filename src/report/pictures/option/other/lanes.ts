import type { NetworkPanel } from '../../../../model/document/chart.ts';

export type Link = NetworkPanel['links'][number];

/** More lanes than this share theirs. */
const MOST = 12;

/** A link onward that passes other nodes goes over them; all that goes back goes below. */
export function isOver({ back, from, to }: Link): boolean {
  return !back && Math.abs(to - from) > 1;
}

/** How far from the nodes each link runs: 1 is the nearest lane. Links in one lane do not meet. */
export function lanesOf(links: readonly Link[]): { lane: ReadonlyMap<Link, number>; count: number } {
  const lanes: [low: number, high: number][][] = [];
  const lane = new Map<Link, number>();
  const span = ({ from, to }: Link) => Math.abs(to - from);
  for (const link of [...links].sort((a, b) => span(a) - span(b) || b.value - a.value)) {
    const [low, high] = [Math.min(link.from, link.to), Math.max(link.from, link.to)];
    let own = lanes.findIndex((taken) => taken.every(([from, to]) => high <= from || low >= to));
    if (own === -1) own = lanes.length < MOST ? lanes.length : MOST - 1;
    lanes[own] = [...(lanes[own] ?? []), [low, high]];
    lane.set(link, own + 1);
  }
  return { lane, count: lanes.length };
}
