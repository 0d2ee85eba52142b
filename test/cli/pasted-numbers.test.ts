// What is written to a pipe or a file can be pasted: no space that looks like one and is none, no separated thousands.
import { describe, expect, it } from 'vitest';
import { METRICS } from '../../src/index.ts';
import { csvText } from '../analysis/csv-cells.ts';
import { folderWith, pitwall } from './terminal.ts';

const ODD = /[\u00a0\u2007-\u200a\u202f]/;
/** Digits of one number that a space, a comma or a point holds apart by thousands. */
const SEPARATED = /(?<![\d.:-])\d{1,3}(?:[ ,.’']\d{3})+(?![\d.:-])/;

/** The item's number as letters: a number in a name is not pitwall's. */
const letters = (number: number) => [...String(number)].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('');

// Odd spaces in every name, and weeks in which much is done slowly: tens of thousands of days, hours and euros.
const day = (number: number) => new Date(Date.UTC(2026, 0, 5) + number * 86_400_000).toISOString();
const rows = Array.from({ length: 120 }, (_, number) => {
  const [id, title] = [letters(number), `A\u202ftitle\u00a0of\u2009${letters(number)}`];
  const [ana, ben] = ['Ana\u00a0B', 'Ben\u202fC'];
  const [bug, start] = [number % 3 === 0 ? 'A\u00a0bug' : 'Story', number];
  const moves: [string, string, number][] = [
    ['To\u00a0do', ana, start],
    ['In\u202fwork', ana, start + 2],
    ['Waiting\u00a0for\u2009Legal', ben, start + 90],
    ['In\u202fwork', ana, start + 150],
    ['Done', ben, start + 200],
  ];
  return moves
    .slice(0, number % 7 === 0 ? 3 : 5)
    .map(([to, who, at]) => [id, title, bug, to, day(at), who, String(1000 + (number % 4))]);
}).flat();
const cwd = folderWith({
  'log.csv': csvText([['id', 'title', 'type', 'to', 'at', 'assignee', 'points'], ...rows]),
  'pitwall.yaml': [
    'workflow:',
    "  - { stage: 'To\u00a0do', kind: todo, statuses: ['To\u00a0do'] }",
    "  - { stage: 'In\u202fwork', kind: active, statuses: ['In\u202fwork'], limit: 4 }",
    "  - { stage: 'Legal', kind: waiting, statuses: ['Waiting\u00a0for\u2009Legal'] }",
    '  - { stage: Done, kind: done, statuses: [Done] }',
    'cost: { currency: EUR, hourlyRate: 550, delayPerDay: 4000 }',
    'sle: { days: 20, share: 0.85 }',
    '',
  ].join('\n'),
});
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  item: ['item', 'BA', 'log.csv'],
  check: ['check', 'log.csv', '--max', 'wip.current=12000', '--max', 'cycleTime.p85=12345d'],
  compare: ['compare', 'log.csv', '--by', 'type', '--values', 'Story,A\u00a0bug'],
  forecast: ['forecast', 'log.csv', '--items', '20000'],
  leak: ['leak', '120m', '--people', '500', '--every', 'day', '--rate', '55', '--currency', 'EUR'],
  explain: ['explain'],
  formats: ['formats'],
  charts: ['chart'],
  waste: ['waste', 'log.csv', '--items'],
  groups: ['report', 'log.csv', '--by', 'type'],
  snapshot: ['snapshot', 'log.csv', '--history', 'flow.ndjson', '--as-of', '2026-10-01'],
};
const PLAIN = ['report', 'items', 'inspect', 'sensitivity', 'trend', ...METRICS.map(({ command }) => command)];
const COMMANDS = [...PLAIN.map((command) => [command, 'log.csv']), ...Object.values(NEEDED)];
const CHARTS = [
  'cycle-time',
  'aging',
  'cumulative-flow',
  'throughput',
  'wip',
  'waste',
  'handoffs',
  'value-stream',
  'flow',
];

describe('in a pipe', () => {
  const seen: string[] = [];

  it.each(COMMANDS.map((argv) => [argv.join(' '), argv] as const))('%s can be pasted', async (_, argv) => {
    for (const width of ['40', '80', '200']) {
      const { status, stdout } = await pitwall([...argv, '--width', width, '--quiet'], { cwd });
      expect([status === 0 || status === 1, ODD.exec(stdout), SEPARATED.exec(stdout)]).toEqual([true, null, null]);
      seen.push(stdout);
    }
    if (argv[0] === 'snapshot') return;
    const markdown = await pitwall([...argv, '-f', argv[0] === 'chart' ? 'json' : 'markdown'], { cwd });
    expect(ODD.exec(markdown.stdout)).toBeNull();
  });

  it.each(CHARTS)('the chart %s can be pasted', async (name) => {
    const { status, stdout } = await pitwall(['chart', name, 'log.csv'], { cwd });
    expect([status, ODD.exec(stdout)]).toEqual([0, null]);
  });

  it('was tried on numbers of five digits and more', () => {
    expect(seen.filter((text) => /\b\d{5,} (?:d|h|EUR)\b/.test(text)).length).toBeGreaterThan(10);
  });

  it('the cells of CSV and the fields of JSON are what the export says', async () => {
    const { stdout } = await pitwall(['items', 'log.csv', '-f', 'csv'], { cwd });
    expect(stdout).toContain('A\u202ftitle\u00a0of\u2009A,');
    expect(stdout).not.toMatch(/\d[\s\u202f]\d{3}/);
  });
});
