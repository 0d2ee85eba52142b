import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TrendReport } from '../../src/index.ts';
import { tenAndTwelve, weeklyTeam } from '../library/weekly-team.ts';
import { folderWith, pitwall } from './terminal.ts';

const LOG = weeklyTeam(...tenAndTwelve(24), 20).data;
const END = ['--as-of', '2026-06-28'];

/** A folder with the export and a history of its weeks, of which the first begins before the data do. */
async function kept(more: readonly string[] = []) {
  const cwd = folderWith({ 'log.csv': LOG });
  const argv = ['snapshot', 'log.csv', ...END, '--history', 'flow.ndjson', '--backfill', ...more];
  const { status, stderr } = await pitwall(argv, { cwd });
  expect([status, stderr]).toEqual([0, '']);
  return { cwd };
}

async function trendOf(argv: readonly string[], world: { cwd: string }): Promise<TrendReport['trend']> {
  const { status, stderr, stdout } = await pitwall(['trend', ...argv, '-f', 'json', '--quiet'], world);
  expect([status, stderr]).toEqual([0, '']);
  return (JSON.parse(stdout) as TrendReport).trend;
}

/** Keeps some of the lines, and changes them. */
function change(cwd: string, edit: (line: Record<string, unknown>, index: number) => object | null): void {
  const path = join(cwd, 'flow.ndjson');
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  const changed = lines.flatMap((text, index) => edit(JSON.parse(text), index) ?? []);
  writeFileSync(path, changed.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

describe('pitwall trend of a history', () => {
  it('is that of the export: as the only file, as --history and in the configuration', async () => {
    const world = await kept();
    const { series } = await trendOf(['log.csv', ...END], world);
    const ofFile = await trendOf(['flow.ndjson'], world);
    expect(ofFile.history).toEqual({ file: 'flow.ndjson', series: 'default' });
    expect(ofFile.series).toEqual(series);
    expect(series[0]?.signals).toHaveLength(1);
    expect(await trendOf(['--history', 'flow.ndjson'], world)).toEqual(ofFile);
    writeFileSync(join(world.cwd, 'pitwall.yaml'), 'history: flow.ndjson\n');
    expect((await trendOf([], world)).series).toEqual(series);
    // With an export, that is what it is of.
    expect((await trendOf(['log.csv', ...END], world)).history).toBe(null);
  });

  it('says where its points come from', async () => {
    const { stdout } = await pitwall(['trend', 'flow.ndjson', '--metric', 'throughput', '--verbose'], await kept());
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'Throughput stands out: 20 in the week of Mon 22 Jun 2026, above the upper limit of 16.3 (more, better).',
    );
    expect(stdout).toContain('flow.ndjson, series default');
    expect(stdout).toContain('Doing (active)');
  });

  it('skips weeks that it lacks', async () => {
    const world = await kept();
    change(world.cwd, (line, index) => (index === 3 ? null : line));
    const [throughput] = (await trendOf(['flow.ndjson', '--metric', 'throughput'], world)).series;
    expect(throughput?.points).toHaveLength(23);
    expect(throughput?.points[3]?.start).toBe('2026-02-09');
    // One 10 fewer among the first 20, and one 12 more.
    expect(throughput?.mean).toBe((9 * 10 + 11 * 12) / 20);
  });

  it('lets nothing cross a change of definitions', async () => {
    const world = await kept();
    const other = 'b'.repeat(16);
    change(world.cwd, (line, index) => (index < 15 ? { ...line, fingerprint: other } : line));
    const { series } = await trendOf(['flow.ndjson', '--metric', 'throughput'], world);
    const [throughput] = series;
    expect(throughput?.breaks).toMatchObject([{ at: '2026-04-27' }]);
    expect(throughput?.points).toHaveLength(24);
    expect(throughput?.baseline).toMatchObject({ from: '2026-04-27', points: 9, provisional: true });
    const { stdout } = await pitwall(['trend', 'flow.ndjson', '--metric', 'throughput'], world);
    expect(stdout).toContain('A definition changed on Mon 27 Apr 2026');
    // Taken again by the new definitions, they go as far back as the export.
    const all = ['snapshot', 'log.csv', ...END, '--history', 'flow.ndjson', '--backfill'];
    await pitwall(all, world);
    expect((await trendOf(['flow.ndjson', '--metric', 'throughput'], world)).series[0]?.breaks).toEqual([]);
  });

  it('is of the unit that it has', async () => {
    const world = await kept();
    expect((await pitwall(['trend', 'flow.ndjson', '--unit', 'month'], world)).stderr).toContain(
      '--unit: the history flow.ndjson has no months. It has weeks',
    );
    await pitwall(['snapshot', 'log.csv', ...END, '--history', 'flow.ndjson', '--backfill', '--unit', 'month'], world);
    expect((await trendOf(['flow.ndjson', '--unit', 'month'], world)).unit).toBe('month');
    expect((await trendOf(['flow.ndjson', '--unit', 'week'], world)).series[0]?.points).toHaveLength(24);
  });

  it.each([
    [['flow.ndjson', '--where', 'type=Bug'], '--where: a history keeps no items'],
    [['flow.ndjson', '--as-of', '2026-05-01'], '--as-of: a history keeps no items'],
    [['log.csv', '--history', 'flow.ndjson'], '--history: exports are given as well'],
    [['flow.ndjson', '--series', 'web'], 'web'],
    [['flow.ndjson', 'log.csv'], 'flow.ndjson'],
    [['--history', 'none.ndjson'], 'none.ndjson: there is no such history'],
    [['flow.ndjson', '--baseline', '2020-01-06..2020-03-01'], 'no complete week lies within'],
    [[], 'no files given'],
  ])('refuses %j with one line', async (argv, message) => {
    const { status, stdout, stderr } = await pitwall(['trend', ...argv], await kept());
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^pitwall: [^\n]+\n$/);
    expect(stderr).toContain(message);
  });

  it('of a damaged history says where, and never takes it for less', async () => {
    const world = await kept();
    const path = join(world.cwd, 'flow.ndjson');
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, -20));
    const { status, stderr } = await pitwall(['trend', 'flow.ndjson'], world);
    expect(status).toBe(2);
    expect(stderr).toContain('flow.ndjson:24');
  });

  it('bears definitions that were changed by hand', async () => {
    const world = await kept();
    change(world.cwd, (line) => ({
      ...line,
      definitions: { timeZone: 'Mars/Base', calendar: { days: [], hours: 'x' }, workflow: [{}], where: 7, sprint: [] },
    }));
    const { status, stdout } = await pitwall(['trend', 'flow.ndjson', '-f', 'json'], world);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ timeZone: 'UTC', basis: 'elapsed', where: [] });
  });
});
