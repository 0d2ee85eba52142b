import { describe, expect, it } from 'vitest';
import { analyze, open, type Progress, parseConfiguration } from '../../src/index.ts';

const CSV =
  'id,from,to,at\nA,,Writing,2026-03-02T09:00:00Z\nA,Writing,Done,2026-03-04T09:00:00Z\nB,,Écrire 🚀,2026-03-05T09:00:00Z\n';

async function* pieces<T>(...parts: T[]): AsyncGenerator<T> {
  for (const part of parts) yield await Promise.resolve(part);
}

const PHASES = ['read', 'normalize', 'compute'];
const byPhase = (a: string, b: string) => PHASES.indexOf(a) - PHASES.indexOf(b);

describe('analyze', () => {
  it('reads text, bytes and streams of either, cut anywhere, to the same answer', async () => {
    const expected = await analyze({ name: 'log.csv', data: CSV });
    expect(expected.cycleTime).toMatchObject({ count: 1, meanDays: 2 });
    const bytes = new TextEncoder().encode(CSV);
    // In the middle of é, and of the rocket: two and four bytes.
    const accent = bytes.indexOf(0xc3);
    const rocket = bytes.indexOf(0xf0);
    const cut = [bytes.subarray(0, accent + 1), bytes.subarray(accent + 1, rocket + 2), bytes.subarray(rocket + 2)];
    for (const data of [bytes, pieces(CSV.slice(0, 40), CSV.slice(40)), pieces(...cut), pieces(...CSV)]) {
      expect(await analyze({ name: 'log.csv', data })).toEqual(expected);
    }
  });

  it('takes several inputs as one analysis: an item’s rows may be anywhere', async () => {
    const [header, ...rows] = CSV.trimEnd().split('\n');
    const inputs = rows.map((row, index) => ({ name: `${index}.csv`, data: `${header}\n${row}\n` }));
    const report = await analyze(inputs);
    expect(report.items).toMatchObject({ total: 2, finished: 1 });
    expect(report.sources.map(({ file, rows: count }) => [file, count])).toEqual([
      ['0.csv', 1],
      ['1.csv', 1],
      ['2.csv', 1],
    ]);
  });

  it('takes a configuration as an object; an option wins over it', async () => {
    const configuration = await parseConfiguration('basis: inclusive\ntimeZone: Europe/Madrid\n', 'pitwall.yaml');
    const report = await analyze({ name: 'log.csv', data: CSV }, { configuration, timeZone: 'UTC' });
    expect([report.basis, report.timeZone]).toEqual(['inclusive', 'UTC']);
    // The 2nd to the 4th.
    expect(report.cycleTime.meanDays).toBe(3);
  });

  it('tells how far it has come', async () => {
    const seen: Progress[] = [];
    await analyze({ name: 'log.csv', data: CSV }, { onProgress: (progress) => seen.push(progress) });
    expect(new Set(seen.map(({ phase }) => phase))).toEqual(new Set(['read', 'normalize', 'compute']));
    expect(seen.map(({ phase }) => phase)).toEqual([...seen.map(({ phase }) => phase)].sort(byPhase));
    expect(seen.at(-1)).toMatchObject({ phase: 'compute', file: null, totalBytes: null });
    const rows = seen.map((progress) => progress.rows);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
  });
});

describe('what open answers', () => {
  it('is the caller’s own: changing it changes no later answer', async () => {
    const analysis = await open({ name: 'log.csv', data: CSV });
    const first = analysis.report();
    const kept = structuredClone(first);
    first.workflow.stages.length = 0;
    first.findings.push({ code: 'mine', weight: 'info', count: 1, message: '', cure: '', examples: [] });
    first.throughput.periods.length = 0;
    for (const source of first.sources) source.file = 'changed';
    expect(analysis.report()).toEqual(kept);
  });

  it('is the same however often and in whatever order it is asked', async () => {
    const one = await open({ name: 'log.csv', data: CSV });
    const other = await open({ name: 'log.csv', data: CSV });
    const [report, stages, items] = [one.report(), one.metric('stages'), one.items()];
    expect([other.items(), other.metric('stages'), other.report()]).toEqual([items, stages, report]);
    expect(one.report()).toEqual(report);
  });
});
