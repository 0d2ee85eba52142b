// How often `compare` sees a difference between two halves of a simulated export, as its users ask: through the reading, the
// windows, and all metrics at once.
import { type CompareReport, open } from '../../src/index.ts';
import { RandomStream } from '../../src/stats/random/index.ts';
import { poisson } from './draws.ts';

const DAY_MS = 86_400_000;
/** Monday, 5 January 2026, and as many weeks a side. */
const START = Date.parse('2026-01-05T00:00:00Z');
const WEEKS = 10;
const CONFIGURATION = {
  workflow: [
    { stage: 'Doing', kind: 'active' },
    { stage: 'Waiting', kind: 'waiting' },
    { stage: 'Review', kind: 'active' },
    { stage: 'Done', kind: 'done' },
  ],
};

interface Team {
  /** Items a side; null: Poisson, 50 to 100 on average. */
  items: number | null;
  /** The log-sd of the luck that the items of a week share. */
  shock: number;
  /** How many times as long the second half takes. */
  factor: number;
}

export interface ExportScene extends Team {
  name: string;
  /** The most false alarms that are promised; null where none are. */
  most: number | null;
  /** What is asked for; all of the headline by default. */
  metrics?: string[];
  /** What counts as seen. */
  sees: (comparison: CompareReport['compare']) => boolean;
}

const isSeen = ({ verdict }: { verdict: string }) => verdict === 'improved' || verdict === 'worse';
const anything: ExportScene['sees'] = ({ metrics }) => metrics.some(isSeen);
const cycleTime: ExportScene['sees'] = ({ metrics }) =>
  metrics.some((metric) => metric.metric === 'cycleTime' && isSeen(metric));

const SAME = { items: null, factor: 1, sees: anything };
const LONGER = { items: 100, factor: 1.5, most: null, sees: cycleTime };

export const EXPORT_SCENES: ExportScene[] = [
  { name: 'all metrics, no difference: any seen', most: 0.06, shock: 0, ...SAME },
  { name: 'all metrics, no difference, weeks with shared luck (sd 0.4): any seen', most: 0.08, shock: 0.4, ...SAME },
  { name: 'cycle time alone, no difference', most: 0.06, shock: 0, metrics: ['cycleTime'], ...SAME },
  {
    name: 'cycle time alone, no difference, weeks with shared luck',
    most: 0.08,
    shock: 0.4,
    metrics: ['cycleTime'],
    ...SAME,
  },
  { name: 'cycle time among all metrics, 100 items a side, 1.5 times as long', shock: 0, ...LONGER },
  { name: 'cycle time alone, 100 items a side, 1.5 times as long', shock: 0, metrics: ['cycleTime'], ...LONGER },
  {
    name: 'cycle time alone, 100 items a side, 1.5 times as long, weeks with shared luck',
    shock: 0.4,
    metrics: ['cycleTime'],
    ...LONGER,
  },
];

/** A log: lognormal times to the finish, work a random part of them, one in five sent back. */
function logOf(stream: RandomStream, { factor, items, shock }: Team): string {
  const rows = ['id,to,at'];
  const luck = Array.from({ length: 2 * WEEKS }, () => Math.exp(shock * stream.normal()));
  // One rate for both halves: else their throughput would differ.
  const rate = 50 + stream.below(51);
  for (const side of [0, 1]) {
    const count = items ?? poisson(stream, rate);
    for (let item = 0; item < count; item++) {
      const week = side * WEEKS + stream.below(WEEKS);
      const done = START + 7 * DAY_MS * (week + stream.uniform());
      const days = (side === 0 ? 1 : factor) * (luck[week] as number) * Math.exp(1.5 + 0.7 * stream.normal());
      const at = (part: number) => new Date(done - days * DAY_MS * part).toISOString();
      const work = 0.2 + 0.6 * stream.uniform();
      const id = `${side}-${item}`;
      rows.push(`${id},Doing,${at(1)}`, `${id},Waiting,${at(1 - work)}`);
      if (stream.below(5) === 0) rows.push(`${id},Review,${at(0.15)}`, `${id},Doing,${at(0.1)}`);
      rows.push(`${id},Review,${at(0.05)}`, `${id},Done,${at(0)}`);
    }
  }
  return `${rows.join('\n')}\n`;
}

/** The share of exports in which it is seen. */
export async function seenInExports(scene: ExportScene, runs: number, seed: number): Promise<number> {
  const day = (weeks: number) => new Date(START + 7 * DAY_MS * weeks).toISOString();
  const options = { configuration: CONFIGURATION, from: day(0), to: day(2 * WEEKS), asOf: day(2 * WEEKS) };
  let count = 0;
  for (let run = 0; run < runs; run++) {
    const data = logOf(RandomStream.named(seed, `${scene.name} ${run}`), scene);
    const analysis = await open({ name: 'log.csv', data }, options);
    const { metrics = [] } = scene;
    const { compare } = await analysis.compare({ splitAt: day(WEEKS), metrics, seed: run });
    if (scene.sees(compare)) count++;
  }
  return count / runs;
}

export async function exportTable(runs: number, seed: number): Promise<{ text: string; failed: number }> {
  const lines: string[] = [];
  let failed = 0;
  for (const scene of EXPORT_SCENES) {
    const share = await seenInExports(scene, runs, seed);
    const bad = scene.most !== null && share > scene.most + 1.96 * Math.sqrt((scene.most * (1 - scene.most)) / runs);
    if (bad) failed++;
    lines.push(`| ${scene.name} | ${share.toFixed(3)} |${bad ? ' OUT' : ''}`);
  }
  const head = [
    `How often \`compare\` saw a difference between two halves of an export (${runs} exports a line, seed ${seed}):`,
    '',
    '| export | seen |',
    '| --- | --- |',
  ];
  return { text: [...head, ...lines, ''].join('\n'), failed };
}
