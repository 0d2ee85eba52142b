import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type AnalyzeOptions, open, parseConfiguration, REPORTERS, reportDocument } from '../../src/index.ts';
import { csvText } from '../analysis/csv-cells.ts';

const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** A file of each format. */
const FILES = readdirSync(fixtures)
  .filter((format) => format !== 'none')
  .flatMap((format) => {
    const entries = readdirSync(join(fixtures, format), { recursive: true, encoding: 'utf8' }).sort();
    const [first] = entries.filter((name) => /\.(csv|json|jsonl|xes)$/.test(name) && !name.endsWith('expected.json'));
    return first === undefined ? [] : [join(fixtures, format, first)];
  });

/** How a fixture asks to be read. */
function optionsFor(file: string): AnalyzeOptions {
  const described = join(file, '../expected.json');
  const { options } = existsSync(described) ? JSON.parse(readFileSync(described, 'utf8')) : {};
  return options?.fields === undefined ? {} : { map: options.fields };
}

const IDS = [
  '__proto__',
  'constructor',
  'toString',
  '0',
  '-',
  'null',
  '🏎️',
  'é',
  'e\u0301',
  'a b',
  '"',
  "';--",
  '<b>',
  '=1+1',
];
const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T09:00:00Z`;

describe('hostile data', () => {
  it('in ids is an id like any other', async () => {
    const rows = IDS.flatMap((id) => [
      [id, 'Writing', at(2)],
      [id, 'Done', at(5)],
    ]);
    const analysis = await open({ name: 'log.csv', data: csvText([['id', 'to', 'at'], ...rows]) });
    expect(new Set(analysis.items().itemList.map(({ id }) => id))).toEqual(new Set(IDS));
    for (const id of IDS) expect(analysis.item(id).item).toMatchObject({ id, cycleTimeDays: 3 });
    expect(analysis.metric('cycleTime').cycleTime?.byItem).toHaveLength(IDS.length);
  });

  it('in the names of stages stays in its place', async () => {
    const stages = ['__proto__', 'constructor', 'Writing', 'hasOwnProperty'];
    const rows = stages.map((stage, index) => ['A', stage, at(index + 2)]);
    const analysis = await open({ name: 'log.csv', data: csvText([['id', 'to', 'at'], ...rows]) });
    const day = analysis.metric('cumulativeFlow').cumulativeFlow?.days.at(-1);
    expect(Object.keys(day?.stages ?? {}).sort()).toEqual([...stages].sort());
    expect(Object.values(day?.stages ?? {}).reduce((sum, count) => sum + count, 0)).toBe(1);
    // Written and read again it is still there, as a key and not as a prototype.
    const again = JSON.parse(JSON.stringify(day?.stages)) as Record<string, number>;
    expect(Object.hasOwn(again, '__proto__')).toBe(true);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('in the values of fields and groups is a value', async () => {
    const rows = ['__proto__', 'constructor', ''].map((type, index) => [`I${index}`, 'Done', at(2), type]);
    const data = csvText([['id', 'to', 'at', 'type'], ...rows]);
    const groups = (await open({ name: 'log.csv', data }, { by: 'type' })).report().groups;
    expect(groups?.map(({ value, items }) => [value, items?.total])).toEqual([
      ['__proto__', 1],
      ['constructor', 1],
      [null, 1],
    ]);
    const only = await open({ name: 'log.csv', data }, { where: ['type=__proto__'] });
    expect(only.report().items.total).toBe(1);
  });

  it.each(FILES)('as names of fields ends no run: %s', async (file) => {
    // Every format asks for these columns; none has them, and the first is refused.
    const where = INHERITED.map((name) => `${name}=x`);
    const refused = { code: 'unknown-field', where: '--where', what: `no source has a field "${INHERITED[0]}"` };
    const analysis = await open(file, { where, by: 'constructor', ...optionsFor(file) });
    expect(() => analysis.report()).toThrow(expect.objectContaining(refused));
  });

  it('as names of fields that a table has are fields, and their values values', async () => {
    const header = ['id', 'to', 'at', ...INHERITED];
    const rows = [
      ['A', 'Doing', at(2), ...INHERITED],
      ['A', 'Done', at(3), ...INHERITED],
    ];
    const data = csvText([header, ...rows]);
    for (const name of INHERITED) {
      const report = (await open({ name: 'log.csv', data }, { where: [`${name}=${name}`], by: name })).report();
      expect(report.groups?.map(({ by, value }) => [by, value])).toEqual([[name, name]]);
    }
  });

  it('as columns that fields are mapped to are found', async () => {
    const data = csvText([
      ['id', '__proto__', 'constructor'],
      ['A', 'Doing', at(2)],
      ['A', 'Done', at(3)],
    ]);
    const analysis = await open({ name: 'log.csv', data }, { map: { to: '__proto__', at: 'constructor' } });
    expect(analysis.inspect().files[0]?.mapping).toMatchObject({ id: 'id', to: '__proto__', at: 'constructor' });
    expect(analysis.items().itemList).toMatchObject([{ id: 'A', stage: 'Done' }]);
  });

  it('in a configuration is a name, or refused', async () => {
    const data = csvText([
      ['id', 'to', 'at', 'assignee', 'type'],
      ['A', 'toString', '2026-03-02T09:00:00Z', 'constructor', 'valueOf'],
      ['A', 'Done', '2026-03-02T11:00:00Z', 'constructor', 'valueOf'],
    ]);
    const workflow = [
      { stage: 'toString', kind: 'active' },
      { stage: 'Done', kind: 'done' },
    ];
    // Nobody is called by what an object inherits: no rate is set for who has the item.
    const waste = async (cost: object) =>
      (await open({ name: 'log.csv', data }, { configuration: { workflow, cost } })).metric('waste').waste;
    expect((await waste({ rates: { assignee: { ana: 80 } } }))?.byStage[0]).toMatchObject({ hours: 2, cost: null });
    expect((await waste({ rates: { assignee: { constructor: 80 } } }))?.byStage[0]).toMatchObject({
      hours: 2,
      cost: 160,
    });
    for (const text of [
      'cost: { rates: { stage: { __proto__: 80 } } }',
      'cost: { delayPerDay: { byType: { __proto__: 80 } } }',
      'dropped: { __proto__: [No] }',
      'sources: [{ files: a.csv, statuses: { __proto__: Done } }]',
    ]) {
      await expect(parseConfiguration(text, 'pitwall.yaml')).rejects.toThrow(
        /^pitwall\.yaml:1:\d+: .* cannot name `__proto__`/,
      );
    }
  });

  it('in people is a name', async () => {
    const rows = ['__proto__', 'constructor', 'ana'].map((person, index) => ['A', 'Writing', at(index + 2), person]);
    const data = csvText([['id', 'to', 'at', 'assignee'], ...rows, ['A', 'Done', at(9), 'ana']]);
    expect((await open({ name: 'log.csv', data })).report().handoffs.pairs).toEqual([
      { from: '__proto__', to: 'constructor', count: 1 },
      { from: 'constructor', to: 'ana', count: 1 },
    ]);
  });

  it('of a megabyte in a title is kept whole, and every reporter writes it', async () => {
    const title = 'x'.repeat(2 ** 20);
    const data = csvText([
      ['id', 'to', 'at', 'title'],
      ['A', 'Writing', at(2), title],
    ]);
    const analysis = await open({ name: 'log.csv', data });
    expect(analysis.item('A').item.title).toBe(title);
    for (const reporter of REPORTERS) {
      expect(reporter.render(reportDocument(analysis.report()), { width: 80, color: false }).length).toBeGreaterThan(0);
    }
  });

  it('with cells that hold only white space is data that lacks them', async () => {
    const data = csvText([
      ['id', 'to', 'at', 'title', 'assignee'],
      ['A', 'Writing', at(2), '   ', ' '],
      ['  ', 'Writing', at(2), 'x', 'y'],
    ]);
    const analysis = await open({ name: 'log.csv', data });
    expect(analysis.items().itemList).toMatchObject([{ id: 'A', title: null, assignee: [] }]);
  });

  it('with instants at the ends of what a date can be does not end the run', async () => {
    const data = csvText([
      ['id', 'to', 'at'],
      ['A', 'Writing', '0001-01-01T00:00:00Z'],
      ['A', 'Done', '9999-12-31T23:59:59Z'],
      ['B', 'Done', at(2)],
    ]);
    const report = (await open({ name: 'log.csv', data }, { unit: 'month', last: '1m', asOf: at(5) })).report();
    expect(report.items.total).toBeGreaterThanOrEqual(1);
    expect(report.failures).toEqual([]);
  });
});
