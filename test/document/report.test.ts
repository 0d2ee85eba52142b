import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/contract/output.ts';
import { reportDocument } from '../../src/document/report-document.ts';
import { frameSection } from '../../src/document/sections/head/frame-section.ts';
import { leftOutLines } from '../../src/document/sections/head/left-out-lines.ts';
import { oldestSection } from '../../src/document/sections/oldest-section.ts';
import { opportunitiesSection } from '../../src/document/sections/opportunities-section.ts';
import { startsAreKnown } from '../../src/document/sections/sample-size.ts';
import { timeByStageSection } from '../../src/document/sections/time-by-stage-section.ts';
import { csvReporter } from '../../src/report/csv.ts';
import { textWidth } from '../../src/report/draw/text-width.ts';
import { REPORTERS } from '../../src/report/index.ts';
import { tableReporter } from '../../src/report/table.ts';
import { emptyReport } from './empty-report.ts';
import { report } from './sample-report.ts';

/** As `--full` has it. */
const WHOLE = { color: false, frame: 'whole', findings: 'listed' } as const;
const at80 = (data: Report): string => tableReporter.render(reportDocument(data), { ...WHOLE, width: 80 });

describe('the report', () => {
  it('reads top down in 80 columns', async () => {
    await expect(at80(report)).toMatchFileSnapshot('golden/report.txt');
  });

  it.each([40, 60, 80, 132])('fits %d columns', (width) => {
    const lines = tableReporter.render(reportDocument(report), { ...WHOLE, width }).split('\n');
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(width);
  });

  it.each(REPORTERS.map(({ id }) => id))('of nothing can be printed as %s', (id) => {
    const reporter = REPORTERS.find((candidate) => candidate.id === id);
    expect(reporter?.render(reportDocument(emptyReport), { width: 80, color: false })).not.toMatch(/NaN|undefined/);
  });

  it('of nothing says so first', () => {
    expect(at80(emptyReport)).toMatch(/^No items were found\.\n/);
    expect(at80(emptyReport)).toContain('Nothing was found wrong, and no figure leaves an item out.');
  });

  it('says first that nothing was finished, where that is so', () => {
    const { cycleTime } = emptyReport;
    const items = { ...report.items, inWindow: { finished: 0, finishedUnstarted: 0, dropped: 0 } };
    expect(at80({ ...report, cycleTime, items })).toMatch(
      /^Nothing was finished in the window; 101 items in progress\.\n/,
    );
  });

  it('warns before the figures where the data makes them wrong, and where one failed', () => {
    const text = at80({ ...report, failures: [{ metric: 'wip', message: 'no window' }] });
    expect(text.indexOf('error: The data makes figures wrong: unreadable-date (12×)')).toBeLessThan(
      text.indexOf('Read '),
    );
    expect(text).toContain('error: Work in progress could not be computed: no window.');
  });

  it('marks in words what is older than what 85 % of the finished items took', () => {
    expect(at80(report)).toMatch(/CON-88 .*▲ above {7}≥ 40 %$/m);
    expect(at80(report)).toMatch(/CON-903 .*within {8}71 %$/m);
  });

  it('takes the percentiles that are configured', () => {
    const { percentilesDays: _, ...cycleTime } = report.cycleTime;
    const text = at80({ ...report, cycleTime: { ...cycleTime, percentilesDays: { '25': 1, '90': 20 } } });
    expect(text).toMatch(/^90 % of 103 finished items took 20\.0 d or less/);
    expect(text).toContain('Cycle time, 25 % within');
    expect(text).toContain('older than what 90 % of finished items took (20.0 d)');
  });

  it('writes no hours of working days', () => {
    const working = at80({ ...report, basis: 'working' });
    expect(working.replace(/\s+/g, ' ')).toContain(
      'working: Monday to Friday, 09:00 to 17:00 (assumed: set calendar in pitwall.yaml)',
    );
    // Labour is charged by the hour, on whatever basis.
    expect(working.replace(/^Wasted labour.*\n( .*\n)*/m, '')).not.toMatch(/\d (h|min|s)\b/);
  });

  it('names the first files only, and counts the others', () => {
    const [file] = report.sources;
    const sources = Array.from({ length: 7 }, (_, index) => ({
      ...(file as NonNullable<typeof file>),
      file: `${index}.csv`,
    }));
    const text = at80({ ...report, sources });
    expect(text).toContain('2.csv: ');
    expect(text).not.toContain('3.csv');
    expect(text).toContain('and 4 further files');
  });

  it('shows the two ends of a long workflow, and the stages that take most of the time', () => {
    const [first] = report.stages;
    const names = Array.from({ length: 26 }, (_, index) => `Step ${index + 1}`);
    const stages = names.map((stage, index) => ({
      ...(first as NonNullable<typeof first>),
      stage,
      share: index / 325,
    }));
    const workflow = {
      inferred: false,
      stages: names.map((name) => ({
        name,
        kind: 'active' as const,
        kindFrom: 'name' as const,
        statuses: [],
        limit: null,
      })),
    };
    const text = at80({ ...report, stages, workflow }).replace(/\s+/g, ' ');
    expect(text).toContain('Step 4 (active) → 18 more → Step 23 (active)');
    expect(text).toContain('14 stages with less: pitwall stages.');
    expect(text).not.toContain('Step 14 todo');
    expect(text).toContain('Step 15 todo');
  });

  it('names four files and nine stages one by one, and a single row that was not used', () => {
    const [file] = report.sources;
    const sources = Array.from({ length: 4 }, (_, index) => ({
      ...(file as NonNullable<typeof file>),
      file: `${index}.csv`,
      rejected: index,
    }));
    const stagesOf = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        name: `S${index + 1}`,
        kind: 'active' as const,
        kindFrom: 'name' as const,
        statuses: [],
        limit: null,
      }));
    const lines = (count: number) =>
      frameSection({ ...report, sources, workflow: { inferred: false, stages: stagesOf(count) } }).parts.map((part) =>
        part.part === 'scalar' ? String(part.value) : '',
      );
    const [first, second, third, fourth, next] = lines(9);
    expect([first, second, third, fourth].map((line) => line?.slice(0, 6))).toEqual([
      '0.csv:',
      '1.csv:',
      '2.csv:',
      '3.csv:',
    ]);
    expect(first).not.toContain('not used');
    expect(second).toMatch(/, 1 row not used$/);
    expect(next).not.toContain('further');
    expect(lines(9).join()).toContain(
      stagesOf(9)
        .map(({ name }) => `${name} (active)`)
        .join(' → '),
    );
    // Of ten the first four and the last four.
    expect(lines(10).join()).toContain('S4 (active) → 2 more → S7 (active)');
  });

  it('shows twelve stages whole, counts those of less, and none where no time was spent', () => {
    const [first] = report.stages;
    const stage = (index: number, more: object = {}) => ({
      ...(first as NonNullable<typeof first>),
      stage: `S${index}`,
      kind: 'active' as const,
      visits: 1,
      share: index / 100,
      ...more,
    });
    const shown = (stages: Report['stages']) => {
      const [section] = timeByStageSection({ stages });
      return section?.parts.map((part) =>
        part.part === 'table' ? part.rows.map(([name]) => name) : 'text' in part && part.text,
      );
    };
    const twelve = Array.from({ length: 12 }, (_, index) => stage(index + 1));
    const names = twelve.map(({ stage: name }) => name);
    const text = 'Share: of the time between start and end, over the visits that ended in the window.';
    expect(shown(twelve)).toEqual([names, text]);
    expect(shown([...twelve, stage(13)])).toEqual([
      [...names.slice(1), 'S13'],
      `${text} 1 stage with less: pitwall stages.`,
    ]);
    expect(shown([stage(1), stage(2, { visits: 0 }), stage(3, { kind: 'done', share: 0 })])).toEqual([['S1'], text]);
    expect(shown([stage(1), stage(3, { kind: 'done', share: 0.1 })])).toEqual([['S1', 'S3'], text]);
  });

  it('takes the age of a limit for within, and counts items that it does not show', () => {
    const { byItem } = report.age;
    const limit = report.cycleTime.percentilesDays['85'] as number;
    const [one] = byItem as [(typeof byItem)[number]];
    const sectionOf = (ageDays: number, count: number, finished = 103) => {
      const age = { ...report.age, count, byItem: [{ ...one, ageDays }] };
      const cycleTime = { ...report.cycleTime, count: finished };
      const [section] = oldestSection({ ...report, age, cycleTime });
      const [table, last] = section?.parts ?? [];
      return [section?.title, table?.part === 'table' && table.rows[0]?.at(-2), last?.part === 'note' && last.text];
    };
    expect(sectionOf(limit, 1).slice(0, 2)).toEqual(['In progress, oldest first', 'within']);
    expect(sectionOf(limit + 0.001, 2).slice(0, 2)).toEqual(['In progress, oldest first (1 of 2)', '▲ above']);
    expect(sectionOf(1, 1, 10)[2]).toContain('what 85 % of finished items took');
    expect(sectionOf(1, 1, 9)[2]).toContain('what 85 % of only 9 finished items took');
  });

  it('tells what is left out by reason, that of most items first, the metrics of most items first', () => {
    const items = { ...report.items, inWindow: { finished: 9, finishedUnstarted: 1, dropped: 0 } };
    const leftOut = (reason: string, count: number) => [{ reason, items: count }];
    const lines = leftOutLines({
      ...emptyReport,
      items,
      sources: report.sources,
      cycleTime: { ...emptyReport.cycleTime, leftOut: leftOut('nobody knows', 2) },
      leadTime: { ...emptyReport.leadTime, leftOut: leftOut('nobody knows', 5) },
      age: { ...emptyReport.age, leftOut: leftOut('it is hidden', 9) },
      wip: { ...emptyReport.wip, leftOut: leftOut('there is none', 0) },
    });
    expect(lines).toEqual([
      'Left out of cycle time, flow efficiency, rework and hand-offs: 1 item that finished without a start.',
      'Left out of age: 9 items, as it is hidden.',
      'Left out, as nobody knows: 5 items of lead time; 2 items of cycle time and all that builds on it.',
    ]);
  });

  it('knows that starts are told by no source of today’s status, nor of milestones', () => {
    const known = (...grades: Report['sources'][number]['grade'][]) =>
      startsAreKnown({ ...report, sources: grades.map((grade) => ({ ...report.sources[0]!, grade })) });
    expect(known('snapshot', 'milestones')).toBe(false);
    expect(known('snapshot', 'full-log')).toBe(true);
  });

  it('has no list of what to fix first where there is no window to look at', () => {
    const { opportunities } = report;
    expect(opportunitiesSection({ ...report, opportunities: { ...opportunities, windowDays: 0 } })).toEqual([]);
    expect(opportunitiesSection({ ...report, opportunities: { ...opportunities, windowDays: 1 } })).toHaveLength(1);
  });

  it('says which finished items cycle time does not know', () => {
    expect(at80(report).replace(/\s+/g, ' ')).toContain(
      'note: Left out of cycle time, flow efficiency, rework and hand-offs: 4 items that finished without a start.',
    );
  });

  it('compares groups, one row each, with the whole', () => {
    const { items, cycleTime, throughput, flowEfficiency, wip, rework } = report;
    const groups = [
      { by: 'team', value: 'Web', items, cycleTime, throughput, flowEfficiency, wip, rework },
      { by: 'team', value: null },
    ];
    const text = at80({ ...report, groups });
    expect(text.slice(text.indexOf('By team'), text.indexOf('Where the time'))).toMatchInlineSnapshot(`
      "By team
      team    Finished  50 % within  85 % within  A week  Efficiency  WIP  Rework
      (all)        107        3.2 d       12.4 d    6.57        38 %  101   7.0 %
      Web          107        3.2 d       12.4 d    6.57        38 %  101   7.0 %
      (none)         —            —            —       —           —    —       —

      "
    `);
    const csv = csvReporter.render(reportDocument({ ...report, groups }), { width: 80, color: false });
    expect(csv).toContain('\nWeb,cycleTime,,percentilesDays.85,12.437\n');
  });
});

describe('the report of what is known only in part', () => {
  const { cycleTime } = emptyReport;
  const items = { ...report.items, inWindow: { finished: 107, finishedUnstarted: 107, dropped: 0 } };
  const wip = { ...emptyReport.wip, average: 0 };

  it('has no section for what is empty', () => {
    const text = at80({ ...report, age: emptyReport.age, stages: emptyReport.stages });
    expect(text).not.toContain('In progress, oldest first');
    expect(text).not.toContain('Where the time goes');
  });

  it('compares groups by lead time where no start is known, and leaves out what none has', () => {
    const { leadTime, throughput } = report;
    const groups = [{ by: 'team', value: 'Web', items, cycleTime, leadTime, throughput, wip }];
    const { flowEfficiency, rework } = emptyReport;
    const text = at80({ ...report, cycleTime, items, wip, flowEfficiency, rework, groups });
    expect(text.slice(text.indexOf('By team'), text.indexOf('Where the time'))).toMatchInlineSnapshot(`
      "By team
      team   Finished  Lead, 50 % within  Lead, 85 % within  A week
      (all)       107              9.8 d             31.7 d    6.57
      Web         107              9.8 d             31.7 d    6.57

      "
    `);
  });

  it('compares ages with a single finished item as what it is', () => {
    const text = at80({ ...report, cycleTime: { ...report.cycleTime, count: 1 } });
    expect(text).toMatch(/ Against it {2}Chance$/m);
    expect(text).toContain('▲ above: already older than the only finished item took (12.4 d).');
  });

  it('says how few items an age is compared with', () => {
    const text = at80({ ...report, cycleTime: { ...report.cycleTime, count: 7 } });
    expect(text).toContain('older than what 85 % of only 7 finished items took (12.4 d)');
  });

  it('shows titles only where there are some', () => {
    const byItem = report.age.byItem.map((item) => ({ ...item, title: null }));
    expect(at80({ ...report, age: { ...report.age, byItem } })).toMatch(/^Item +Stage +Age/m);
  });

  it('never shows two stages under one name', () => {
    const names = ['', ' - User', ' - Vendor', ' - Customer', ' - Implementation'].map(
      (end) => `Accepted / Wait${end}`,
    );
    const stages = report.stages.map((stage, index) => ({ ...stage, stage: names[index] as string }));
    for (const width of [60, 70, 80, 100]) {
      const text = tableReporter.render(reportDocument({ ...report, stages }), { width, color: false });
      const table = text.slice(text.indexOf('\nStage '), text.indexOf('Share: of'));
      const shown = [...table.matchAll(/^(.+?) {2,}(?:todo|active|waiting|done) /gm)].map(([, name]) => name);
      expect(shown.length).toBeGreaterThan(3);
      expect(new Set(shown).size).toBe(shown.length);
    }
  });
});

describe('the records of the report', () => {
  const { columns, rows } = reportDocument(report).records;

  it('hold every figure under its name in the contract', () => {
    expect(columns).toEqual(['group', 'metric', 'stage', 'figure', 'value']);
    expect(rows).toContainEqual([null, 'cycleTime', null, 'percentilesDays.85', 12.437]);
    expect(rows).toContainEqual([null, 'wip', 'Writing', 'byStage.limit', 4]);
    expect(rows).toContainEqual([null, 'stages', 'Layout', 'share', 0.15]);
    expect(rows).toContainEqual([null, 'throughput', null, 'meanPointsPerPeriod', null]);
  });

  it('hold no names, no items and no kinds: those are part of the names of figures', () => {
    const figures = rows.map(([, metric, , figure]) => `${metric}.${figure}`);
    expect(figures.filter((name) => /\.(?:stage|line|unit)$/.test(name))).toEqual([]);
    expect(figures.filter((name) => /^opportunities\..*\.kind$/.test(name))).toEqual([]);
    expect(figures.filter((name) => /^age\.byItem/.test(name))).toEqual([]);
    const group = { by: 'team', value: null, wip: report.wip };
    const grouped = reportDocument({ ...report, groups: [group] }).records.rows;
    expect(grouped.at(-1)?.[0]).toBe('');
  });

  it('name each figure once', () => {
    const names = rows.map((row) => JSON.stringify(row.slice(0, 4)));
    expect(new Set(names).size).toBe(names.length);
  });
});
