import { describe, expect, it } from 'vitest';
import { type AnalyzeOptions, open } from '../../src/index.ts';

const HEADER = 'id,Title,Created,Closed,Status\n';
const list = (name: string, ...rows: string[]) => ({ name, data: `${HEADER}${rows.join('\n')}\n` });

// Three Mondays. A waits, is worked on, is done on Thursday the 12th; B is under way already when first seen; C comes new.
const FIRST = list('board-2026-03-02.csv', 'A,Letter,2026-02-20,,To do', 'B,Poster,2026-02-21,,In progress');
const SECOND = list(
  'board-2026-03-09.csv',
  'A,Letter,2026-02-20,,In progress',
  'B,Poster,2026-02-21,,In progress',
  'C,Leaflet,2026-03-05,,In progress',
);
const THIRD = list(
  'board-2026-03-16.csv',
  'A,Letter,2026-02-20,2026-03-12,Done',
  'B,Poster,2026-02-21,,In progress',
  'C,Leaflet,2026-03-05,2026-03-13,Done',
);
const BOARD = [FIRST, SECOND, THIRD];

const visits = async (id: string, inputs = BOARD, options: AnalyzeOptions = { snapshots: true }) =>
  (await open(inputs, options)).item(id).visits.map(({ stage, start }) => `${stage} ${start.slice(0, 10)}`);

describe('dated snapshots of one board', () => {
  it('give transitions on the day that shows them, or on the date that the file gives in between', async () => {
    expect(await visits('A')).toEqual(['To do 2026-02-20', 'In progress 2026-03-09', 'Done 2026-03-12']);
    // Not in the first snapshot, so created since: it was not begun until the second shows it.
    expect(await visits('C')).toEqual(['To do 2026-03-05', 'In progress 2026-03-09', 'Done 2026-03-13']);
  });

  it('say nothing of what an item did before the first of them, unless it had not begun', async () => {
    const analysis = await open(BOARD, { snapshots: true });
    const facts = Object.fromEntries(analysis.items().itemList.map((item) => [item.id, item]));
    // 12 − 9 March, by days.
    expect(facts.A).toMatchObject({
      outcome: 'finished',
      cycleTimeDays: 3,
      leadTimeDays: 20,
      historyGrade: 'stage-dates',
    });
    expect(facts.B).toMatchObject({ outcome: 'inProgress', started: null, ageDays: null });
    expect(facts.C).toMatchObject({ cycleTimeDays: 4, leadTimeDays: 8 });
    const report = analysis.report();
    expect(report.age.leftOut).toMatchObject([{ items: 1 }]);
    expect(report.sources.map(({ grade }) => grade)).toEqual(['stage-dates', 'stage-dates', 'stage-dates']);
    expect(report.findings.map(({ code }) => code)).not.toContain('several-snapshots');
  });

  it('are the same in any order of the files', async () => {
    const items = async (inputs: typeof BOARD) => (await open(inputs, { snapshots: true })).items().itemList;
    const expected = await items(BOARD);
    for (const inputs of [[THIRD, FIRST, SECOND], [SECOND, THIRD, FIRST], [...BOARD].reverse()]) {
      expect(await items(inputs)).toEqual(expected);
    }
  });

  it('are none without the option: a finding names it, and only the latest counts', async () => {
    const analysis = await open(BOARD);
    const finding = analysis.report().findings.find(({ code }) => code === 'several-snapshots');
    expect(finding).toMatchObject({ count: 2 });
    expect(finding?.cure).toContain('--snapshots');
    expect(analysis.item('A').item).toMatchObject({ historyGrade: 'milestones', cycleTimeDays: null });
  });

  it('are dated by the user, by a column, or by their names, in this order', async () => {
    const renamed = BOARD.map(({ data }, index) => ({ name: `week ${index}.csv`, data }));
    const snapshots = { 'week 0.csv': '2026-03-02', 'week 1.csv': '2026-03-09T08:00:00Z', 'week 2.csv': '2026-03-16' };
    expect(await visits('A', renamed, { snapshots })).toEqual(await visits('A'));
    const dated = BOARD.map(({ data }, index) => ({
      name: `board-2025-01-0${index + 1}.csv`,
      data: data
        .replace(/\n(?=.)/g, `,2026-03-${['02', '09', '16'][index]}\n`)
        .replace(/,2026-03-\d\d\n/, ',Exported at\n')
        .replace(/\n$/, `,2026-03-${['02', '09', '16'][index]}\n`),
    }));
    expect(await visits('A', dated)).toEqual(await visits('A'));
    const { files } = (await open(dated, { snapshots: { 'board-2025-01-01.csv': '2026-03-01' } })).inspect();
    expect(files.map(({ notes }) => notes.find((note) => note.includes('snapshot')))).toEqual([
      'A snapshot of 2026-03-01T00:00Z, as you say.',
      'A snapshot of 2026-03-09T00:00Z, as it says itself.',
      'A snapshot of 2026-03-16T00:00Z, as it says itself.',
    ]);
    await expect(visits('A', [...BOARD, list('board.csv', 'A,Letter,2026-02-20,,Done')])).rejects.toMatchObject({
      code: 'snapshot-date',
      cure: expect.stringContaining('--snapshot-date "board.csv='),
    });
    await expect(visits('A', BOARD, { snapshots: { 'borad.csv': '2026-03-02' } })).rejects.toMatchObject({
      code: 'bad-option',
    });
    await expect(visits('A', BOARD, { snapshots: { [FIRST.name]: '2026-02-30' } })).rejects.toMatchObject({
      code: 'bad-option',
    });
  });

  it('that no longer list an item are a finding', async () => {
    const { findings } = (
      await open([FIRST, list('board-2026-03-09.csv', 'A,Letter,2026-02-20,,To do')], { snapshots: true })
    ).report();
    expect(findings.find(({ code }) => code === 'gone')?.examples).toEqual([{ item: 'B' }]);
  });

  it('leave items with a log alone', async () => {
    const log = { name: 'log-2026-03-20.csv', data: 'id,from,to,at\nB,To do,In progress,2026-03-01T09:00Z\n' };
    expect(await visits('B', [...BOARD, log])).toEqual(['To do 2026-02-21', 'In progress 2026-03-01']);
  });
});
