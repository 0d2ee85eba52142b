// How often a comparison sees a difference: one that is not there, and one that is.
import { compareCounts, compareDurations, type Sample } from '../../src/stats/compare/index.ts';
import { RandomStream } from '../../src/stats/random/index.ts';
import { overDispersed, poisson } from './draws.ts';

export interface Scene {
  name: string;
  /** The most false alarms that are promised; null where none are. */
  most: number | null;
  compare: (stream: RandomStream, run: number) => number | null;
}

/** Durations of some weeks: lognormal, each week with a luck of its own that may hang together with the last. */
function durations(
  stream: RandomStream,
  {
    items,
    weeks,
    first,
    shock,
    tie,
    factor,
  }: { items: number; weeks: number; first: number; shock: number; tie: number; factor: number },
): Sample {
  let level = shock * stream.normal();
  const levels = Array.from({ length: weeks }, () => {
    level = tie * level + shock * Math.sqrt(1 - tie * tie) * stream.normal();
    return level;
  });
  const sample = { values: [] as number[], weeks: [] as number[] };
  for (let item = 0; item < items; item++) {
    const week = stream.below(weeks);
    sample.values.push(factor * Math.exp(1.5 + (levels[week] as number) + 0.7 * stream.normal()));
    sample.weeks.push(first + week);
  }
  return sample;
}

const ofDurations = (
  name: string,
  most: number | null,
  shock: number,
  tie: number,
  factor: number,
  items: number | null,
): Scene => ({
  name: `durations, ${items ?? '50–100'} items and 10 weeks a side, ${name}`,
  most,
  compare: (stream, run) => {
    const side = (first: number, times: number) =>
      durations(stream, { items: items ?? 50 + stream.below(51), weeks: 10, first, shock, tie, factor: times });
    return compareDurations(side(0, 1), side(100, factor), { seed: run, resamples: 0 }).p;
  },
});

type Count = (stream: RandomStream, mean: number) => number;
const tied =
  (tie: number): (() => Count) =>
  () => {
    let level: number | null = null;
    return (stream, mean) => {
      level = level === null ? 0.4 * stream.normal() : tie * level + 0.4 * Math.sqrt(1 - tie * tie) * stream.normal();
      return poisson(stream, mean * Math.exp(level));
    };
  };

const ofCounts = (name: string, make: () => Count, factor: number): Scene => ({
  name: `throughput, 13 weeks a side, 6 a week, ${name}`,
  most: null,
  compare: (stream, run) => {
    const count = make();
    const side = (mean: number) => Array.from({ length: 13 }, () => count(stream, mean));
    return compareCounts(side(6), side(6 * factor), { seed: run }).p;
  },
});

export const SCENES: Scene[] = [
  ofDurations('no difference', 0.06, 0, 0, 1, null),
  ofDurations('no difference, weeks with shared luck (sd 0.4)', 0.08, 0.4, 0, 1, null),
  ofDurations('no difference, shared luck that hangs together (0.5)', null, 0.4, 0.5, 1, null),
  ofDurations('1.5 times as long', null, 0, 0, 1.5, 100),
  ofDurations('1.5 times as long, weeks with shared luck', null, 0.4, 0, 1.5, 100),
  ofCounts('Poisson, no difference', () => poisson, 1),
  ofCounts('variance three times the mean, no difference', () => (stream, mean) => overDispersed(stream, mean, 3), 1),
  ofCounts('weeks that hang together (0.5), no difference', tied(0.5), 1),
  ofCounts('Poisson, 1.5 times as many', () => poisson, 1.5),
];

/** The share of runs with p ≤ 0.05. */
export function seen(scene: Scene, runs: number, seed: number): number {
  let count = 0;
  for (let run = 0; run < runs; run++) {
    const p = scene.compare(RandomStream.named(seed, `${scene.name} ${run}`), run);
    if (p !== null && p <= 0.05) count++;
  }
  return count / runs;
}

export function compareTable(runs: number, seed: number): { text: string; failed: number } {
  const rows = SCENES.map((scene) => {
    const share = seen(scene, runs, seed);
    // Give or take what so few runs leave open.
    const bad = scene.most !== null && share > scene.most + 1.96 * Math.sqrt((scene.most * (1 - scene.most)) / runs);
    return { line: `| ${scene.name} | ${share.toFixed(3)} |${bad ? ' OUT' : ''}`, bad };
  });
  const head = [
    `How often a difference was seen, p ≤ 0.05 (${runs} pairs a line, seed ${seed}):`,
    '',
    '| samples | seen |',
    '| --- | --- |',
  ];
  return {
    text: [...head, ...rows.map(({ line }) => line), ''].join('\n'),
    failed: rows.filter(({ bad }) => bad).length,
  };
}
