import type { Probed } from './probe-formats.ts';

/** Fewer marks of a format than these are marks of anything: many tables have an "ID". */
const FEWEST = 2;
const SHARE = 0.5;

/**
 * Which known format comes nearest and what it lacks, as the rest of a sentence; empty where none comes near. A format of
 * a tool goes before those that read tables of any tool, which nearly every table comes near to.
 *
 * @param ofTools true if only formats of tools are worth a word
 */
export function nearestText(probed: readonly Probed[], ofTools: boolean): string {
  const near = probed.filter(({ probe }) => probe.matched.length >= FEWEST && share(probe) >= SHARE);
  const tools = near.filter(({ format }) => format.generic !== true);
  const [best] = [...(tools.length > 0 || ofTools ? tools : near)].sort(
    (a, b) => share(b.probe) - share(a.probe) || b.probe.matched.length - a.probe.matched.length,
  );
  if (best === undefined) return '';
  const lacks = best.probe.missing.join(', ');
  return `; it comes nearest to ${best.format.name}, but lacks ${lacks === '' ? 'certainty' : lacks}`;
}

function share({ matched, missing }: Probed['probe']): number {
  return matched.length / Math.max(1, matched.length + missing.length);
}
