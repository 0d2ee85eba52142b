import { describe, expect, it } from 'vitest';
import { tenAndTwelve, weeklyTeam } from '../library/weekly-team.ts';
import { folderWith, LOG, pitwall } from './terminal.ts';

const world = () => ({
  cwd: folderWith({ 'log.csv': weeklyTeam(...tenAndTwelve(24), 20).data, 'short.csv': LOG }),
});
const WINDOW = ['--from', '2026-01-05', '--as-of', '2026-06-28'];

describe('pitwall trend', () => {
  it('begins with the answer, in a sentence', async () => {
    const { status, stdout } = await pitwall(['trend', 'log.csv', ...WINDOW, '--metric', 'throughput'], world());
    expect(status).toBe(0);
    expect(stdout.split('\n').slice(0, 2).join(' ').replace(/\s+/g, ' ')).toBe(
      'Throughput stands out: 20 in the week of Mon 22 Jun 2026, above the upper limit of 16.3 (more, better).',
    );
    const earlier = await pitwall(
      ['trend', 'log.csv', ...WINDOW, '--to', '2026-06-22', '--metric', 'throughput'],
      world(),
    );
    expect(earlier.stdout.split('\n')[0]).toBe('Throughput is what it was: no signal in 24 weeks.');
  });

  it('of too little data says so, and ends well', async () => {
    const { status, stdout } = await pitwall(['trend', 'short.csv'], world());
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Too few data for a trend: no complete week, of 6 needed\./);
  });

  it('keeps to the width, without colours too', async () => {
    for (const width of [40, 60, 80]) {
      const { stdout } = await pitwall(['trend', 'log.csv', ...WINDOW, '--width', String(width)], world());
      expect(stdout.split('\n').filter((line) => line.length > width)).toEqual([]);
      expect(stdout).not.toContain('\u001b');
    }
  });

  it('takes its options', async () => {
    const argv = ['trend', 'log.csv', ...WINDOW, '--metric', 'throughput,arrivals', '--metric', 'net-flow'];
    const options = ['--baseline', '2026-01-05..2026-03-01', '--rules', 'western-electric', '-f', 'json', '--quiet'];
    const { trend } = JSON.parse((await pitwall([...argv, ...options], world())).stdout);
    expect(trend.rules).toBe('western-electric');
    expect(trend.series.map(({ metric }: { metric: string }) => metric)).toEqual(['throughput', 'arrivals', 'netFlow']);
    expect(trend.series[0].baseline).toMatchObject({ from: '2026-01-05', to: '2026-03-01', points: 8 });
    const months = await pitwall(['trend', 'log.csv', ...WINDOW, '--unit', 'month', '-f', 'json', '--quiet'], world());
    expect(JSON.parse(months.stdout).trend.unit).toBe('month');
  });

  it('writes every point as data, where a program reads them', async () => {
    const { stdout } = await pitwall(['trend', 'log.csv', ...WINDOW, '-f', 'csv', '--quiet'], world());
    const lines = stdout.trim().split(/\r?\n/);
    expect(lines[0]).toBe('metric,unit,start,end,value,n,provisional,mean,lower,upper,signals');
    expect(lines).toHaveLength(1 + 8 * 25);
    expect(lines[25]).toMatch(/^throughput,items,2026-06-22,2026-06-29,20,,false,11,5\.68\d*,16\.32\d*,outside above$/);
  });

  it.each([
    [['--metric', 'troughput'], '--metric: there is no series `troughput`. Did you mean `throughput`?'],
    [['--baseline', 'soon'], '--baseline: `soon` is no span of dates'],
    [['--rules', 'x'], '--rules: `x` are no rules'],
    [['--unit', 'year'], '--unit: `year` is not one of'],
  ])('refuses %j with one line', async (option, message) => {
    const { status, stdout, stderr } = await pitwall(['trend', 'log.csv', ...WINDOW, ...option], world());
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^pitwall: [^\n]+\n$/);
    expect(stderr).toContain(message);
  });

  it('names nobody, where nobody is to be named', async () => {
    const named = weeklyTeam(...tenAndTwelve(24), 20)
      .data.replace(/^id.*$/m, '$&,assignee')
      .replace(/^W.*$/gm, '$&,Dana Scully');
    const argv = ['trend', 'log.csv', ...WINDOW, '--where', 'assignee=Dana Scully', '--anonymize-people', '-f', 'json'];
    const ran = await pitwall(argv, { cwd: folderWith({ 'log.csv': named }) });
    expect(ran.status).toBe(0);
    expect(ran.stdout + ran.stderr).not.toMatch(/Dana|Scully/);
  });

  it('is explained', async () => {
    const { stdout } = await pitwall(['explain', 'trend'], world());
    expect(stdout).toContain('2.66');
    expect((await pitwall(['explain', 'trends'], world())).stderr).toContain('Did you mean "trend"?');
  });
});
