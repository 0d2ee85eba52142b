import type { NetworkPanel } from '../../../../model/document/chart.ts';

export type Link = NetworkPanel['links'][number];

/** More links than this over the nodes, or below them, cannot be told apart. */
export const MOST_ARCS = 16;

/** A link onward that passes other nodes goes over them; all that goes back goes below. */
export function isOver({ back, from, to }: Link): boolean {
  return !back && Math.abs(to - from) > 1;
}

/** The links that are drawn, those of the most items first: all between neighbours, and of the others as many as can be seen. */
export function drawnLinks(links: readonly Link[]): Link[] {
  const sorted = [...links].sort((a, b) => b.value - a.value || a.from - b.from || a.to - b.to);
  const over = new Set(sorted.filter(isOver).slice(0, MOST_ARCS));
  const below = new Set(sorted.filter(({ back }) => back).slice(0, MOST_ARCS));
  return sorted.filter((link) => over.has(link) || below.has(link) || !(link.back || isOver(link)));
}

/** What is not drawn, as sentences; none if everything is. */
export function omissions(links: readonly Link[]): string[] {
  const over = links.filter(isOver).length;
  const below = links.filter(({ back }) => back).length;
  return [
    ...(over > MOST_ARCS ? [`Of ${over} ways past a stage the ${MOST_ARCS} most frequent are drawn.`] : []),
    ...(below > MOST_ARCS ? [`Of ${below} ways back the ${MOST_ARCS} most frequent are drawn.`] : []),
  ];
}

/** How far from the nodes each link runs: 1 is the nearest lane. Links in one lane do not meet. */
export function lanesOf(links: readonly Link[]): { lane: ReadonlyMap<Link, number>; count: number } {
  const lanes: [low: number, high: number][][] = [];
  const lane = new Map<Link, number>();
  const span = ({ from, to }: Link) => Math.abs(to - from);
  for (const link of [...links].sort((a, b) => span(a) - span(b) || b.value - a.value)) {
    const [low, high] = [Math.min(link.from, link.to), Math.max(link.from, link.to)];
    let own = lanes.findIndex((taken) => taken.every(([from, to]) => high <= from || low >= to));
    if (own === -1) own = lanes.length;
    lanes[own] = [...(lanes[own] ?? []), [low, high]];
    lane.set(link, own + 1);
  }
  return { lane, count: lanes.length };
}
