import { describe, expect, it } from 'vitest';
import { METRICS } from '../../src/index.ts';
import { folderWith, pitwall } from './terminal.ts';

const LOG = `id,assignee,to,at
A,ana,Writing,2026-03-02T09:00Z
A,bo,Review,2026-03-02T17:00Z
A,ana,Writing,2026-03-03T13:00Z
A,ana,Waiting for approval,2026-03-03T17:00Z
A,ana,Done,2026-03-04T17:00Z
`;
const CONFIGURATION = `cost: { currency: GBP, hourlyRate: 10, delayPerDay: 5, handoffMinutes: 60, rates: { assignee: { bo: 80 } } }
calendar: { holidays: [2026-12-25] }
`;
const cwd = () => folderWith({ 'log.csv': LOG });
const configured = () => folderWith({ 'log.csv': LOG, 'pitwall.yaml': CONFIGURATION });
const PRICES = ['--rate', '50', '--delay-rate', '40', '--currency', 'EUR', '--handoff-minutes', '30'];

async function wasteOf(argv: string[], folder: string) {
  const { stdout } = await pitwall(['waste', 'log.csv', '-f', 'json', ...argv], { cwd: folder });
  return JSON.parse(stdout).waste;
}

describe('prices on the command line', () => {
  it('price what has no price', async () => {
    const waste = await wasteOf(PRICES, cwd());
    // 8 + 4 + 4 hours and two hand-offs of half an hour, a day of waiting.
    expect(waste).toMatchObject({ currency: 'EUR', labour: { hours: 17, cost: 850 }, delay: { days: 1, cost: 40 } });
    expect(await wasteOf([], cwd())).toMatchObject({ currency: null, labour: { hours: 16, cost: null } });
  });

  it('go before the configuration’s; people keep the rates of their own', async () => {
    expect(await wasteOf([], configured())).toMatchObject({
      currency: 'GBP',
      labour: { hours: 18, cost: 8 * 10 + 4 * 80 + 4 * 10 + 80 + 10 },
      delay: { cost: 5 },
    });
    expect(await wasteOf(PRICES, configured())).toMatchObject({
      currency: 'EUR',
      labour: { hours: 17, cost: 8 * 50 + 4 * 80 + 4 * 50 + 40 + 25 },
      delay: { cost: 40 },
    });
  });

  it('are taken by every analysing command', async () => {
    const commands = ['report', 'items', ...METRICS.map(({ command }) => command)];
    for (const command of commands) {
      expect([command, (await pitwall([command, 'log.csv', ...PRICES], { cwd: cwd() })).status]).toEqual([command, 0]);
    }
    const { stdout } = await pitwall(['item', 'A', 'log.csv', ...PRICES], { cwd: cwd() });
    expect(stdout).toContain('Labour  17.0 h, 850 EUR; of it wasted 5.0 h, 250 EUR');
    expect(stdout).toContain('Delay   1 item-day, 40 EUR');
    // Without prices, hours alone: no bare 0 after them.
    const { stdout: hours } = await pitwall(['item', 'B', 'log.csv'], {
      cwd: folderWith({ 'log.csv': `${LOG}B,ana,Writing,2026-03-02T09:00Z\nB,ana,Done,2026-03-02T17:00Z\n` }),
    });
    expect(hours).toMatch(/^Labour {2}[0-9.]+ h; of it wasted 0 h$/m);
  });

  it.each([
    [['--rate', '55€'], /^pitwall: --rate: `55€` is not a valid number\. Write a number/],
    [['--rate', ''], /^pitwall: --rate: /],
    [['--rate', '-5'], /^pitwall: --rate: /],
    [['--delay-rate', 'Infinity'], /^pitwall: --delay-rate: /],
    [['--handoff-minutes', '20m'], /^pitwall: --handoff-minutes: /],
    [['--currency', ' '], /^pitwall: --currency: no currency is named/],
  ])('that are none are refused: %j', async (argv, message) => {
    const { status, stderr } = await pitwall(['waste', 'log.csv', ...argv], { cwd: cwd() });
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd()).not.toContain('\n');
  });
});

describe('waste --items', () => {
  it('shows the items behind each line, and without it none', async () => {
    const { stdout } = await pitwall(['waste', 'log.csv', '--items', ...PRICES], { cwd: cwd() });
    expect(stdout).toContain('Behind rework: 1 item\n');
    expect(stdout).toMatch(/^A +finished +4\.0 h █+ +200$/m);
    expect((await pitwall(['waste', 'log.csv', ...PRICES], { cwd: cwd() })).stdout).not.toContain('Behind');
  });

  it('says how many it leaves out', async () => {
    const rows = Array.from({ length: 12 }, (_, index) =>
      LOG.split('\n').slice(1).join('\n').replaceAll('A,', `A${index},`),
    );
    const folder = folderWith({ 'log.csv': `${LOG.split('\n')[0]}\n${rows.join('')}` });
    const { stdout } = await pitwall(['waste', 'log.csv', '--items'], { cwd: folder });
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'Behind rework: 12 items, the 10 largest of 12; all of them with --format json',
    );
    const { byItem } = await wasteOf([], folder);
    expect(byItem).toHaveLength(12);
  });

  it('is no option of other metrics', async () => {
    const { status, stderr } = await pitwall(['throughput', 'log.csv', '--items'], { cwd: cwd() });
    expect(status).toBe(2);
    expect(stderr).toContain('--items');
  });
});

describe('leak', () => {
  it('reads the configuration of the folder, and no export', async () => {
    const { stdout } = await pitwall(['leak', '10m', '--people', '10', '--every', 'day', '-f', 'json'], {
      cwd: configured(),
    });
    expect(JSON.parse(stdout).leak).toMatchObject({
      occasionsPerYear: 259,
      rate: 10,
      currency: 'GBP',
      costPerYear: (259 * 10 * 10) / 6,
    });
  });

  it('prints hours and cost a year, occasions stated', async () => {
    const argv = ['leak', '10m', '--people', '10', '--every', 'week', '--rate', '55', '--currency', 'EUR'];
    const { status, stdout } = await pitwall(argv, { cwd: cwd() });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Occasions a year +52 {2}52 weeks a year$/m);
    expect(stdout).toMatch(/^Hours a year +86\.7 h /m);
    expect(stdout).toMatch(/^Cost a year, EUR +4767 {2}at 55 EUR an hour$/m);
  });

  it.each([
    [['leak'], 'no time is given'],
    [['leak', '10m'], '--every: is not given'],
    [['leak', '10m', '--every', 'sprint'], 'no sprint is configured'],
    [['leak', '10m', '--every', 'week', '--people', 'ten'], '--people'],
    [['leak', '10m', '--every', 'week', '-f', 'pdf'], '--format'],
    [['leak', '10m', '--every', 'week', '-c', 'none.yaml'], 'none.yaml'],
  ])('refuses %j', async (argv, message) => {
    const { status, stderr } = await pitwall(argv, { cwd: cwd() });
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
