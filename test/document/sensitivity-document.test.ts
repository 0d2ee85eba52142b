import { describe, expect, it } from 'vitest';
import type { Sensitivity, SensitivityReport } from '../../src/contract/statistics/sensitivity-schema.ts';
import { sensitivityDocument } from '../../src/document/sensitivity-document.ts';
import { REPORTERS } from '../../src/report/index.ts';
import { itemList } from './sample-report.ts';

const { itemList: _, ...head } = itemList;

type Row = Sensitivity['rows'][number];

const BASE: Sensitivity['base'] = {
  cycleTime: { 50: 17.1, 85: 29.84 },
  throughput: 4.08,
  flowEfficiency: 0.36,
  items: 100,
  unit: 'week',
  definition: 'first start, to last finish, in elapsed days; linear percentiles',
};
const { cycleTime, flowEfficiency, throughput } = BASE;
const SAME = { cycleTime, throughput, flowEfficiency, itemsDiffer: 0, example: null };

const ROWS: Row[] = [
  {
    ...SAME,
    change: 'last start',
    aspect: 'start policy',
    setting: 'startPolicy: last',
    cycleTime: { 50: 17.1, 85: 21.04 },
    flowEfficiency: 0.37,
    itemsDiffer: 6,
    example: { id: 'MKT-71', base: 44.9, changed: 17.7, unit: 'days' },
  },
  {
    ...SAME,
    change: 'starts at creation',
    aspect: 'start',
    setting: null,
    cycleTime: { 50: null, 85: null },
    flowEfficiency: null,
  },
  { ...SAME, change: 'first finish', aspect: 'finish policy', setting: 'finishPolicy: first' },
  {
    ...SAME,
    change: 'working days',
    aspect: 'days',
    setting: 'basis: working',
    cycleTime: { 50: 12.2, 85: 31 },
    itemsDiffer: 100,
    example: { id: 'MKT-56', base: null, changed: 34.9, unit: 'days' },
  },
  {
    ...SAME,
    change: 'blocked time out',
    aspect: 'blocked',
    setting: null,
    flowEfficiency: 0.41,
    itemsDiffer: 3,
    example: { id: '\u001b[31mMKT-9', base: 0.2, changed: 0.5, unit: 'share' },
  },
];
const TOOLS: Sensitivity['tools'] = [
  {
    tool: 'ActionableAgile',
    definition: 'Finish date less start date, plus 1',
    source: 'https://flow.example/what-is-cycle-time',
    figure: '85th percentile',
    value: 31,
  },
  {
    tool: 'GitLab, lead time',
    definition: 'Creation to closing',
    source: 'https://flow.example/lead-time',
    figure: 'median',
    value: null,
  },
];
const reportOf = (sensitivity: Partial<Sensitivity> = {}): SensitivityReport => ({
  ...head,
  sensitivity: { base: BASE, rows: ROWS, tools: TOOLS, ...sensitivity },
});

const NONE: Partial<Sensitivity> = {
  base: { ...BASE, cycleTime: { 50: null, 85: null }, flowEfficiency: null, items: 0 },
  rows: ROWS.map((row) => ({
    ...row,
    cycleTime: { 50: null, 85: null },
    flowEfficiency: null,
    itemsDiffer: 0,
    example: null,
  })),
  tools: TOOLS.map((tool) => ({ ...tool, value: null })),
};

describe('what sensitivity prints', () => {
  it.each([
    ['sensitivity', {}],
    ['sensitivity-none', NONE],
  ] as const)('%s, as a table and in Markdown', async (name, sensitivity) => {
    const document = sensitivityDocument(reportOf(sensitivity));
    for (const [form, extension] of [
      ['table', 'txt'],
      ['markdown', 'md'],
    ] as const) {
      const text = REPORTERS.find(({ id }) => id === form)?.render(document, { width: 80, color: false });
      await expect(text).toMatchFileSnapshot(`golden/${name}.${extension}`);
    }
  });

  const headlineOf = (sensitivity: Partial<Sensitivity>) => sensitivityDocument(reportOf(sensitivity)).title;
  const p85 = (days: number | null) => ({ ...(ROWS[0] as Row), cycleTime: { 50: 1, 85: days } });

  it('is the answer first', () => {
    expect(headlineOf({})).toBe(
      "Cycle time's 85th percentile is 29.8 d; other definitions say 21.0 to 31.0 d: the start policy matters most.",
    );
    expect(headlineOf({ rows: [p85(12), { ...p85(30), aspect: 'days' }] })).toContain(
      '12.0 to 30.0 d: the start policy',
    );
    expect(headlineOf({ rows: [p85(29), { ...p85(90), aspect: 'days' }] })).toContain(
      '29.0 to 90.0 d: which days count',
    );
    expect(headlineOf({ rows: [p85(12), p85(null)] })).toContain('other definitions say 12.0 d: the start');
    expect(headlineOf({ base: { ...BASE, items: 1 } })).toMatch(/^The only cycle time is 29.8 d; other/);
  });

  it('says so where nothing differs, and where nothing is known', () => {
    expect(headlineOf({ rows: [p85(29.84), p85(null)] })).toBe(
      "Cycle time's 85th percentile is 29.8 d, and other definitions say the same.",
    );
    expect(headlineOf(NONE)).toBe('No item was finished with a known start, so there is no cycle time to compare.');
  });

  it('says of no change that it makes no difference where the run has no cycle time', () => {
    const [last, created] = (NONE.rows as Row[]).slice(0, 2) as [Row, Row];
    const known = { ...created, cycleTime: { 50: 3, 85: 9 } };
    const { sections } = sensitivityDocument(
      reportOf({ ...NONE, base: { ...BASE, ...NONE.base, throughput }, rows: [last, known] }),
    );
    expect(JSON.stringify(sections)).toContain('Not known here: last start.');
    expect(JSON.stringify(sections)).not.toContain('No difference here');
    const [table] = sections.find(({ id }) => id === 'definitions')?.parts ?? [];
    expect(table).toMatchObject({
      rows: [expect.anything(), ['starts at creation', '3.0 d', '9.0 d', throughput, null, null]],
    });
  });

  it('names what makes no difference and what is not known, and warns of few items', () => {
    const text = JSON.stringify(sensitivityDocument(reportOf({ base: { ...BASE, items: 9 } })).sections);
    expect(text).toContain('No difference here: first finish.');
    expect(text).toContain('Not known here: starts at creation.');
    expect(text).toContain('Only 9 finished items');
    expect(JSON.stringify(sensitivityDocument(reportOf()).sections)).not.toContain('few to go by');
  });

  it('has a row for each definition, the run’s own first, where a program reads it', () => {
    const { columns, rows } = sensitivityDocument(reportOf()).records;
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(rows.map(([change]) => change)).toEqual(['as in this run', ...ROWS.map(({ change }) => change)]);
  });
});
