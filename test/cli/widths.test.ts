// A board of many stages with long names, at the widths that terminals have.
import { describe, expect, it } from 'vitest';
import { METRICS } from '../../src/index.ts';
import { textWidth } from '../../src/report/draw/text-width.ts';
import { csvText } from '../analysis/csv-cells.ts';
import { folderWith, pitwall } from './terminal.ts';

const STAGES: readonly [name: string, kind: string][] = [
  ['Ideas and requests of all departments', 'todo'],
  ['Next', 'todo'],
  ['Waiting for a briefing', 'waiting'],
  ['Concept and first outline', 'active'],
  ['Writing', 'active'],
  ['Waiting for the translation agency', 'waiting'],
  ['Translation review', 'active'],
  ['Layout', 'active'],
  ['Legal approval', 'waiting'],
  ['Corrections', 'active'],
  ['Ready to publish', 'waiting'],
  ['Published', 'done'],
  ['Evaluated after a quarter', 'done'],
  ['Withdrawn', 'dropped'],
];
const people = ['Anneliese Hollenstein', 'Ben', 'Chidinma', 'Dua', 'Elif', 'Fatou', 'Gareth', 'Hiroshi', 'Ines', 'Jo'];
const day = (number: number) => new Date(Date.UTC(2026, 0, 5, 9) + number * 43_200_000).toISOString();
const rows = Array.from({ length: 60 }, (_, item) => {
  const end = item % 9 === 0 ? 13 : item % 7 === 0 ? 6 : 11;
  const way = [
    ...Array.from({ length: Math.min(end, 11) }, (_, stage) => stage),
    ...(item % 4 === 0 ? [4, 6, 7] : []),
    end,
  ];
  return way.map((stage, step) => [
    `CONTENT-${item + 1}`,
    `A campaign with a title that takes much more room than there is, number ${item + 1}`,
    item % 3 === 0 ? 'Landing page' : 'Newsletter for customers',
    STAGES[stage]?.[0] ?? '',
    day(item * 3 + step * (1 + (item % 5))),
    people[(item + step) % people.length] ?? '',
    String(1 + (item % 8)),
  ]);
}).flat();
const cwd = folderWith({
  'log.csv': csvText([['id', 'title', 'type', 'to', 'at', 'assignee', 'points'], ...rows]),
  'pitwall.yaml': [
    'workflow:',
    ...STAGES.map(
      ([stage, kind], index) =>
        `  - { stage: ${stage}, kind: ${kind}, statuses: [${stage}]${index === 4 ? ', limit: 2' : ''} }`,
    ),
    'cost: { currency: EUR, hourlyRate: 55, delayPerDay: 40 }',
    'sle: { days: 20, share: 0.85 }',
    '',
  ].join('\n'),
});

const ON_FILE = [
  'report',
  'items',
  'inspect',
  'sensitivity',
  'trend',
  'forecast',
  ...METRICS.map(({ command }) => command),
];
const OTHERS = [
  ['report', 'log.csv', '--by', 'type'],
  ['item', 'CONTENT-9', 'log.csv'],
  ['check', 'log.csv', '--max', 'wip.current=0', '--max', 'stage[Waiting for the translation agency].p85=2d'],
  ['compare', 'log.csv', '--split-at', '2026-03-01'],
  ['waste', 'log.csv', '--items'],
  ['leak', '10m', '--every', 'week'],
  ['explain'],
  ['formats'],
  ['chart'],
];
const COMMANDS = [...ON_FILE.map((command) => [command, 'log.csv']), ...OTHERS];
const WIDTHS = [40, 60, 80, 120];

async function lines(argv: readonly string[], width: number): Promise<string[]> {
  const { status, stdout } = await pitwall([...argv, '--width', String(width), '--quiet'], { cwd });
  expect(status).toBeLessThan(2);
  return stdout.split('\n');
}

describe('at every width', () => {
  it.each(COMMANDS.map((argv) => [argv.join(' '), argv] as const))(
    '%s is no wider than the terminal',
    async (_, argv) => {
      for (const width of WIDTHS) {
        for (const line of await lines(argv, width)) expect(textWidth(line)).toBeLessThanOrEqual(width);
      }
    },
  );

  it.each(ON_FILE)('%s has its tables in rows', async (command) => {
    for (const width of WIDTHS) expect(await lines([command, 'log.csv'], width)).not.toContain('·');
  });

  it.each([60, 80])('a list of stages stands for what has a column for each in %d columns', async (width) => {
    const text = (await lines(['cumulative-flow', 'log.csv'], width)).join('\n');
    expect(text).toContain('\nStage ');
    for (const word of ['Writing', 'Layout', 'Corrections']) expect(text).toMatch(new RegExp(`\n${word} .*\\d`));
    const [, needed] = /Too narrow for the whole table: --width (\d+) or -f csv/.exec(text) ?? [];
    const whole = (await lines(['cumulative-flow', 'log.csv'], Number(needed))).join('\n');
    expect(whole).toMatch(/\nDate +Ideas and requests of all departments +Next .* Withdrawn\n/);
    expect(whole).not.toContain('No room');
  });

  it('stages of work keep their columns where those of the ends have no room', async () => {
    const argv = ['cumulative-flow', 'log.csv'];
    const text = (await lines(argv, 185)).join('\n');
    const header = /\nDate .*Concept.*\n/.exec(text)?.[0] ?? '';
    for (const [name, kind] of STAGES) {
      if (kind === 'active' || kind === 'waiting') expect(header).toContain(name);
      if (kind === 'dropped') expect(header).not.toContain(name);
    }
    expect(text).toMatch(/\nNo room for .*Withdrawn.*: --width \d+ or -f csv\n/);
  });

  it('items keep their titles and stages, and lose what a date or a type would add', async () => {
    const header = async (width: number) =>
      (await lines(['items', 'log.csv'], width)).find((line) => /^Item /.test(line));
    expect((await header(80))?.split(/ {2,}/)).toEqual(['Item', 'Title', 'Stage', 'State', 'Cycle/age', 'Active']);
    expect((await header(60))?.split(/ {2,}/)).toEqual(['Item', 'Title', 'Stage', 'Cycle/age']);
  });

  it('who passed items to whom is a list where the matrix has no room', async () => {
    const text = (await lines(['handoffs', 'log.csv'], 40)).join('\n');
    expect(text).toMatch(/\nHow often each gave and received an\n {2}item.*\nWho +Given .*Received\n/s);
    expect((await lines(['handoffs', 'log.csv'], 80)).join('\n')).toMatch(/\nFrom +1 +2 /);
  });
});
