import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Chart, PlanePanel } from '../../src/index.ts';
import { tenAndTwelve, weeklyTeam } from '../library/weekly-team.ts';
import { folderWith, LOG, pitwall } from './terminal.ts';

const cwd = folderWith({ 'log.csv': LOG });
const run = (...argv: string[]) => pitwall(argv, { cwd });

describe('pitwall chart', () => {
  it('lists the charts, one line each', async () => {
    const { status, stdout } = await run('chart');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^There are \d+ charts: /);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(stdout).not.toContain('…');
    const listed = JSON.parse((await run('chart', '-f', 'json')).stdout) as { name: string; reading: string }[];
    expect(listed.map(({ name }) => name)).toContain('cumulative-flow');
  });

  it('draws one, with the answer in its first line', async () => {
    const { status, stdout, stderr } = await run('chart', 'cycle-time', 'log.csv', '--width', '60');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')[0]).toBe('Few to go by: all of 2 finished items took 5.0 d or less.');
    expect(stdout).toContain('How to read it:');
  });

  it('names the nearest for a name that there is not, before it reads anything', async () => {
    const { status, stderr } = await run('chart', 'cumulative-flw', 'missing.csv');
    expect(status).toBe(2);
    expect(stderr).toBe(
      'pitwall: pitwall chart: there is no chart "cumulative-flw". Did you mean "cumulative-flow"?\n',
    );
  });

  it('says where the name goes if it is forgotten', async () => {
    const { status, stderr } = await run('chart', 'log.csv');
    expect(status).toBe(2);
    expect(stderr).toBe(
      'pitwall: pitwall chart: `log.csv` is no chart. Name the chart before the files: pitwall chart cycle-time log.csv\n',
    );
  });

  it('refuses a form that charts do not have', async () => {
    const { status, stderr } = await run('chart', 'wip', 'log.csv', '-f', 'csv');
    expect(status).toBe(2);
    expect(stderr).toContain('unknown form `csv`');
  });

  it('writes a description to a file, by its extension', async () => {
    const { status, stdout } = await run('chart', 'aging', 'log.csv', '-o', 'aging.json');
    expect([status, stdout]).toEqual([0, '']);
    const chart = JSON.parse(readFileSync(join(cwd, 'aging.json'), 'utf8'));
    expect(chart).toMatchObject({
      name: 'aging',
      reason: null,
      panels: [{ panel: 'plane', x: { columns: ['In progress'] } }],
    });
    expect((await run('chart', 'aging', 'log.csv', '-o', 'log.csv')).status).toBe(2);
  });

  it('needs ASCII alone, and colours where they are wanted', async () => {
    const { stdout } = await run('chart', 'throughput', 'log.csv', '--ascii');
    expect(stdout).toMatch(/^[\n\x20-\x7e]*$/);
    const colored = await pitwall(['chart', 'throughput', 'log.csv'], { cwd, env: { FORCE_COLOR: '1' } });
    expect(colored.stdout).toContain('\u001b[1m');
  });

  it('hides the names of people', async () => {
    const log = `id,to,at,assignee\nA,Doing,2026-01-05T09:00Z,Ana Lind\nA,Review,2026-01-06T09:00Z,Ben Okoro\nA,Done,2026-01-07T09:00Z,Ben Okoro\n`;
    const folder = folderWith({ 'people.csv': log });
    const { stdout } = await pitwall(['chart', 'handoffs', 'people.csv', '--anonymize-people'], { cwd: folder });
    expect(stdout).toMatch(/^The most frequent hand-off is from person \d to person \d: 1 of 1\./);
    expect(stdout).not.toMatch(/Ana|Lind|Ben|Okoro/);
  });

  it('tells groups apart', async () => {
    const { stdout } = await run('chart', 'cycle-time', 'log.csv', '--by', 'type');
    expect(stdout).toMatch(/● Story {2}△ Bug/);
  });
});

describe('pitwall chart trend', () => {
  const log = weeklyTeam(...tenAndTwelve(24), 20).data;
  const END = ['--as-of', '2026-06-28'];
  const world = { cwd: folderWith({ 'log.csv': log }) };
  const trend = (...argv: string[]) => pitwall(['chart', 'trend', ...argv], world);

  it('draws throughput, or the series that is named', async () => {
    const { status, stderr, stdout } = await trend('log.csv', ...END);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n\n')[0]?.replace(/\s+/g, ' ')).toBe(
      'Throughput: 20 in the week of Mon 22 Jun 2026, above the upper limit of 16.3 (more, better).',
    );
    expect(stdout).toContain('◆');
    expect((await trend('log.csv', ...END, '--metric', 'cycle-time')).stdout).toMatch(/^Cycle time/);
    expect((await trend('log.csv', ...END, '--unit', 'month')).stdout).toContain('month');
  });

  it('takes a baseline and rules as the trend does', async () => {
    const of = async (...argv: string[]) => JSON.parse((await trend('log.csv', ...END, ...argv, '-f', 'json')).stdout);
    const lines = (chart: Chart) => (chart.panels[0] as PlanePanel).references.map(({ value }) => value);
    const shorter = lines(await of('--baseline', '2026-01-12..2026-03-08'));
    expect(shorter).toHaveLength(3);
    expect((await trend('log.csv', ...END, '--rules', 'mine')).stderr).toContain('`mine` are no rules');
    expect((await trend('log.csv', ...END, '--baseline', 'mine')).stderr).toContain('`mine` is no span of dates');
    expect((await trend('log.csv', ...END, '--metric', 'speed')).stderr).toContain('there is no series `speed`');
  });

  it('refuses several series in one line', async () => {
    const { status, stderr } = await trend('log.csv', '--metric', 'throughput,wip');
    expect([status, stderr]).toEqual([
      2,
      'pitwall: --metric: `throughput,wip` are several series, and a chart shows one. Name one of them\n',
    ]);
  });

  it('draws a history as it draws the export', async () => {
    await pitwall(['snapshot', 'log.csv', ...END, '--history', 'flow.ndjson', '--backfill'], world);
    const ofHistory = JSON.parse((await trend('flow.ndjson', '-f', 'json')).stdout) as Chart;
    const ofExport = JSON.parse((await trend('log.csv', ...END, '-f', 'json')).stdout) as Chart;
    expect(ofHistory.panels).toEqual(ofExport.panels);
    expect(ofHistory.notes[0]).toBe('Read from flow.ndjson, series default.');
    const named = await trend('--history', 'flow.ndjson', '-f', 'json');
    expect(JSON.parse(named.stdout)).toEqual(ofHistory);
    expect((await trend('flow.ndjson', '--metric', 'wip', '--width', '40')).stdout).toMatch(/^Work in progress/);
  });

  it('says in one line what a history cannot be asked for', async () => {
    const where = await trend('flow.ndjson', '--where', 'type=Bug');
    expect([where.status, where.stderr.split('\n').length]).toEqual([2, 2]);
    expect(where.stderr).toContain('a history keeps no items that could be looked at otherwise');
    const other = await pitwall(['chart', 'wip', '--history', 'flow.ndjson'], world);
    expect(other.stderr).toBe(
      'pitwall: --history: a history keeps no items, which the chart wip is made from. Leave it out, or draw the chart trend\n',
    );
  });
});
