import { describe, expect, it } from 'vitest';
import { steadyTeam } from '../library/steady-team.ts';
import { folderWith, LOG, pitwall } from './terminal.ts';

const world = () => ({
  cwd: folderWith({ 'log.csv': (steadyTeam(10, 5) as { data: string }).data, 'short.csv': LOG }),
});
const WINDOW = ['--from', '2026-01-05', '--as-of', '2026-03-15'];

describe('pitwall forecast', () => {
  it('begins with the answer, in a sentence', async () => {
    const { status, stdout } = await pitwall(['forecast', 'log.csv', ...WINDOW, '--by', '2026-03-20'], world());
    expect(status).toBe(0);
    expect(stdout.split('\n')[0]).toBe(
      '85 % sure: 5 open items done by Fri 20 Mar 2026; 5 or more by Fri 20 Mar 2026.',
    );
  });

  it('of too little data says so, and ends well', async () => {
    const { status, stdout } = await pitwall(['forecast', 'short.csv'], world());
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Too few data for a forecast: 0 complete weeks of 8 needed/);
  });

  it('takes its options', async () => {
    const argv = ['forecast', 'log.csv', ...WINDOW, '--items', '7', '--scope', '1.0..1.3', '--sample', '9w'];
    const { stdout } = await pitwall([...argv, '--seed', '3', '--backtest', '-f', 'json'], world());
    const { forecast } = JSON.parse(stdout);
    expect(forecast).toMatchObject({ seed: 3, items: { count: 7 }, scope: { kind: 'factor', from: 1, to: 1.3 } });
    expect(forecast.history.weeks).toBe(9);
    expect(forecast.backtest).not.toBe(null);
  });

  it('writes the dates as data, where a program reads them', async () => {
    const { stdout } = await pitwall(['forecast', 'log.csv', ...WINDOW, '-f', 'csv', '--quiet'], world());
    expect(stdout.split(/\r?\n/).slice(0, 3)).toEqual([
      'percent,status,items,when,by,howMany',
      '50,ok,5,2026-03-20,,',
      '70,ok,5,2026-03-20,,',
    ]);
  });

  it.each([
    [['--by', '2026-03-15'], '--by: 2026-03-15 is not ahead'],
    [['--by', '2030-01-01'], '--by: 2030-01-01 is more than 156 weeks ahead'],
    [['--items', '-1'], '--items: `-1` is not a number of items'],
    [['--seed', 'x'], '--seed: `x` is not a valid number'],
  ])('refuses %j with one line', async (option, message) => {
    const { status, stdout, stderr } = await pitwall(['forecast', 'log.csv', ...WINDOW, ...option], world());
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^pitwall: [^\n]+\n$/);
    expect(stderr).toContain(message);
  });

  it('names nobody, where nobody is to be named', async () => {
    const data = (steadyTeam(10, 5) as { data: string }).data;
    const named = data.replace(/^(id.*)$/m, '$1,assignee').replace(/^([FO]-.*)$/gm, '$1,Dana Scully');
    const argv = ['forecast', 'log.csv', ...WINDOW, '--where', 'assignee=Dana Scully', '--anonymize-people'];
    for (const [more, status] of [
      [['-f', 'json'], 0],
      [['--by', '2026-01-01'], 2],
    ] as const) {
      const ran = await pitwall([...argv, ...more], { cwd: folderWith({ 'log.csv': named }) });
      expect(ran.status).toBe(status);
      expect(ran.stdout + ran.stderr).not.toMatch(/Dana|Scully/);
    }
  });
});
