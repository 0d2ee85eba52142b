import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';

const MARCH = `id,Title,Assignee,Created,Resolved,Status,Points
A,Letter,ana,2026-03-02T08:00Z,,To do,3
B,Poster,ben,2026-03-03T08:00Z,2026-03-05T08:00Z,Done,
`;
const APRIL = `id,Title,Assignee,Created,Resolved,Status,Points
A,Letter to all,cleo,2026-03-02T08:00Z,,In progress,5
B,Poster,ben,2026-03-03T08:00Z,,In progress,2
C,Leaflet,ana,2026-04-01T08:00Z,2026-04-02T08:00Z,Done,1
`;
const march = { name: 'march.csv', data: MARCH };
const april = { name: 'april.csv', data: APRIL };

const codesOf = (findings: readonly { code: string; count: number }[]) =>
  Object.fromEntries(findings.map(({ code, count }) => [code, count]));

describe('two lists of one board', () => {
  for (const inputs of [
    [march, april],
    [april, march],
  ]) {
    it(`count each item once, and the later list speaks for what it is today (${inputs[0]?.name} first)`, async () => {
      const analysis = await open(inputs);
      const { itemList } = analysis.items();
      expect(itemList.map(({ id, title, assignee, points }) => [id, title, assignee, points])).toEqual([
        ['A', 'Letter to all', ['cleo'], 5],
        ['B', 'Poster', ['ben'], 2],
        ['C', 'Leaflet', ['ana'], 1],
      ]);
      // Finished in March, in progress without a finish in April: it was reopened.
      expect(itemList.map(({ outcome }) => outcome)).toEqual(['inProgress', 'inProgress', 'finished']);
      const { findings } = analysis.report();
      // A and B have changed their status; the title, the assignee (no field) and the points of A differ.
      expect(codesOf(findings)).toMatchObject({ 'several-snapshots': 2, 'snapshots-differ': 2 });
      const { cure, examples } = findings.find(({ code }) => code === 'several-snapshots') ?? {};
      expect(cure).toContain('--snapshots');
      expect(examples?.[0]?.value).toMatch(/"To do" in march.csv/);
    });
  }

  it('agree in silence where they say the same', async () => {
    const codes = codesOf((await open([march, { name: 'copy.csv', data: MARCH }])).report().findings);
    expect(codes).not.toHaveProperty('several-snapshots');
    expect(codes).not.toHaveProperty('snapshots-differ');
    expect(codes).not.toHaveProperty('id-clash');
  });
});

describe('ids of two tables that are not the same items', () => {
  const one = 'id,Title,Created,Finished\n1,Write the letter,2026-01-02,2026-01-09\n2,Print it,2026-01-03,\n';
  const two = 'id,Title,Created,Finished\n1,Order paper,2026-02-02,2026-02-09\n2,print it again,2026-01-03,\n';

  it('are a finding that says how to keep them apart', async () => {
    const { findings } = (
      await open([
        { name: 'a.csv', data: one },
        { name: 'b.csv', data: two },
      ])
    ).report();
    const clash = findings.find(({ code }) => code === 'id-clash');
    // 1: other words, created a month apart. 2: the same words under the same date.
    expect(clash).toMatchObject({ count: 1, examples: [{ item: '1' }] });
    expect(clash?.cure).toContain('--source-name');
  });

  it('are none in two logs of one item', async () => {
    const log = (title: string) => `id,title,to,at\n1,${title},Doing,2026-03-02T10:00Z\n`;
    const clashes = async (other: string) => {
      const inputs = [
        { name: 'a.csv', data: log('Write the letter') },
        { name: 'b.csv', data: log(other) },
      ];
      return codesOf((await open(inputs)).report().findings)['id-clash'] ?? 0;
    };
    expect(await clashes('Write the letter to all')).toBe(0);
    expect(await clashes('Order paper')).toBe(1);
  });
});

describe('two exports of one log', () => {
  const HEADER = 'id,title,from,to,at,assignee';
  const STAGES = ['To do', 'Doing', 'Review', 'Done'];
  const ROWS = Array.from({ length: 12 }, (_, row) => {
    const step = row % 3;
    const day = String(2 + row).padStart(2, '0');
    return `I${Math.floor(row / 3)},Item,${STAGES[step]},${STAGES[step + 1]},2026-03-${day}T10:00Z,${step === 1 ? 'ana' : 'ben'}`;
  });
  const csv = (rows: readonly string[]) => `${[HEADER, ...rows].join('\n')}\n`;

  it('that overlap give what one export of everything gives', async () => {
    const whole = (await open({ name: 'all.csv', data: csv(ROWS) })).items().itemList;
    const cut = fc.tuple(fc.integer({ min: 1, max: 11 }), fc.integer({ min: 0, max: 11 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(cut, async ([end, start, swapped]) => {
        const files = [
          { name: 'a.csv', data: csv(ROWS.slice(0, end)) },
          { name: 'b.csv', data: csv(ROWS.slice(Math.min(start, end))) },
        ];
        const analysis = await open(swapped ? files.reverse() : files);
        expect(analysis.items().itemList).toEqual(whole);
        const { sources } = analysis.report();
        // Every row is used or merged, and each change counts once.
        expect(sources.every(({ rows, used, merged }) => rows === used + merged)).toBe(true);
        expect(sources.reduce((sum, { used }) => sum + used, 0)).toBe(ROWS.length);
      }),
      { numRuns: 40 },
    );
  });
});
