import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
