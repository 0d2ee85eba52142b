import { describe, expect, it } from 'vitest';
import { logOf, WORKFLOW, weekly } from '../library/team-of-weeks.ts';
import { folderWith, LOG, pitwall } from './terminal.ts';

const text = (input: { data: unknown }) => String(input.data);
const world = () => ({
  cwd: folderWith({
    'all.csv': text(logOf([...weekly(0, 6, [2, 4], { type: 'Bug' }), ...weekly(6, 6, [1, 2])])),
    'old.csv': text(logOf(weekly(0, 6, [2, 4]))),
    'new.csv': text(logOf(weekly(6, 6, [1, 2]), 'new.csv', 'B')),
    'old-2.csv': text(logOf(weekly(0, 6, [3, 5]), 'old-2.csv', 'C')),
    'short.csv': LOG,
    'pitwall.yaml': JSON.stringify(WORKFLOW),
  }),
});
const WINDOW = ['--from', '2026-01-05', '--as-of', '2026-03-29'];
const SPLIT = ['--split-at', '2026-02-16'];

describe('pitwall compare', () => {
  it('begins with the answer, in a sentence', async () => {
    const { status, stdout } = await pitwall(['compare', 'all.csv', ...SPLIT, ...WINDOW], world());
    expect(status).toBe(0);
    expect(stdout.replace(/\n {2}/g, ' ').split('\n')[0]).toBe(
      'Cycle time got shorter: 0.50 × (between 0.50 and 0.50) and lead time got shorter: 0.50 × (between 0.50 and 0.50); nothing else changed that this much data can show.',
    );
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('of two exports takes the first for before', async () => {
    const { stdout } = await pitwall(['compare', 'old.csv', 'new.csv', '-f', 'json', '--metric', 'cycleTime'], world());
    const { compare } = JSON.parse(stdout);
    expect(compare).toMatchObject({ kind: 'exports', a: { label: 'old.csv' }, b: { label: 'new.csv' } });
    expect(compare.metrics).toHaveLength(1);
  });

  it('takes several files a side', async () => {
    const argv = ['compare', '--a', 'old.csv', 'old-2.csv', '--b', 'new.csv', '-f', 'json', '--seed', '4'];
    const { compare } = JSON.parse((await pitwall(argv, world())).stdout);
    expect(compare.a).toMatchObject({ label: 'old.csv, old-2.csv', items: 24 });
    expect(compare.seed).toBe(4);
  });

  it('takes one export and two values, from standard input as well', async () => {
    const { cwd } = world();
    const stdin = text(logOf([...weekly(0, 8, [2, 4], { type: 'Bug' }), ...weekly(0, 8, [1, 2])]));
    const argv = ['compare', '-', '--by', 'type', '--values', 'Bug,Story', '-f', 'csv', '--metric', 'cycleTime'];
    const { stdout } = await pitwall(argv, { cwd, stdin });
    const [head, row] = stdout.split(/\r?\n/);
    expect(head).toBe('metric,unit,a,b,ratio,low,high,difference,p,pAdjusted,verdict,reason,detectableRatio,nA,nB');
    expect(row).toMatch(/^cycleTime,days,3,1\.5,0\.5/);
    expect(row).toContain(',improved,');
  });

  it('keeps the rows that a field of the last status needs', async () => {
    const argv = ['compare', 'all.csv', '--by', 'status', '--values', 'Done,Doing', '--allow-empty', '-f', 'json'];
    const { status, stdout } = await pitwall(argv, world());
    expect(status).toBe(0);
    expect(JSON.parse(stdout).compare.a.items).toBe(24);
  });

  it('of too little data says so, and ends well', async () => {
    const { status, stdout } = await pitwall(['compare', 'short.csv', '--split-at', '2026-01-10'], world());
    expect(status).toBe(0);
    expect(stdout.replace(/\n {2}/g, ' ')).toMatch(
      /^Too few data to compare: 1 finished item with a known start before 2026-01-10, of 10 needed\./,
    );
  });

  it.each([
    [[], 'no files given'],
    [['all.csv'], 'compare: one export has nothing to be compared with'],
    [['all.csv', 'old.csv', 'new.csv'], 'compare: 3 files are given, and nothing says which are one side'],
    [['--a', 'old.csv'], '--a: only one side has files'],
    [['--b', 'old.csv'], '--b: only one side has files'],
    [['new.csv', '--a', 'old.csv'], '--a: there are files of no side'],
    [['--a', 'old.csv', '--b', 'new.csv', ...SPLIT], '--split-at: two exports are two sides already'],
    [['--a', 'old.csv', '--b', 'new.csv', '--by', 'type'], '--by: two exports are two sides already'],
    [['all.csv', '--by', 'type'], '--values: nothing says which two values'],
    [['all.csv', '--values', 'A,B'], '--by: nothing says which field'],
    [['all.csv', ...SPLIT, '--by', 'type'], '--split-at: a date and the values of a field'],
    [['all.csv', '--by', 'type', '--values', 'Bug,Stroy'], 'Did you mean "Story"?'],
    [['all.csv', '--split-at', '2028-01-01'], '--split-at: 2028-01-01 is not within the window'],
    [['all.csv', ...SPLIT, '--metric', 'leed-time'], 'Did you mean `leadTime`?'],
    [['all.csv', ...SPLIT, '--seed', 'x'], '--seed: `x` is not a valid number'],
    [['all.csv', ...SPLIT, '-f', 'junit'], '--format: unknown form `junit`'],
    [['-', '-'], '- is given twice'],
  ])('refuses %j with one line', async (argv, message) => {
    const { status, stdout, stderr } = await pitwall(['compare', ...argv], world());
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^pitwall: [^\n]+\n$/);
    expect(stderr).toContain(message);
  });

  it('overwrites neither side', async () => {
    for (const file of ['old.csv', 'new.csv']) {
      const { status, stderr } = await pitwall(['compare', 'old.csv', 'new.csv', '-f', 'csv', '-o', file], world());
      expect([status, stderr.includes(file)]).toEqual([2, true]);
    }
  });

  it('says what it takes', async () => {
    const { stdout } = await pitwall(['compare', '--help'], world());
    for (const option of ['--split-at', '--by', '--values', '--a <files', '--b <files', '--metric', '--seed'])
      expect(stdout).toContain(option);
    expect((await pitwall(['--help'], world())).stdout).toContain('compare');
  });

  it('keeps what a title does to a terminal out of the screen', async () => {
    const named = text(logOf(weekly(0, 12, [1, 2], { type: '\u001b[31mred' })));
    const cwd = folderWith({
      'log.csv':
        named +
        text(logOf(weekly(0, 12, [1, 2], { type: '__proto__' }), '', 'P'))
          .split('\n')
          .slice(1)
          .join('\n'),
    });
    const argv = ['compare', 'log.csv', '--by', 'type', '--values', '__proto__,\u001b[31mred'];
    const { status, stdout } = await pitwall(argv, { cwd });
    expect(status).toBe(0);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('__proto__');
  });
});
