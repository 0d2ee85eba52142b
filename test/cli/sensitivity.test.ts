import { describe, expect, it } from 'vitest';
import { folderWith, LOG, pitwall } from './terminal.ts';

const world = () => ({ cwd: folderWith({ 'log.csv': LOG }) });

describe('pitwall sensitivity', () => {
  it('begins with the answer, in a sentence', async () => {
    const { status, stdout } = await pitwall(['sensitivity', 'log.csv', '--width', '200'], world());
    expect(status).toBe(0);
    // A-1 took 2 days and A-2 took 5, from creation 3 and 7; working days 2 and 3.
    expect(stdout.split('\n')[0]).toBe(
      "Cycle time's 85th percentile is 4.6 d; other definitions say 2.9 to 6.4 d: where the clock starts matters most.",
    );
  });

  it('takes the options that select', async () => {
    const argv = [
      'sensitivity',
      'log.csv',
      '--where',
      'type=Bug',
      '--unit',
      'month',
      '--basis',
      'inclusive',
      '-f',
      'json',
    ];
    const { stdout } = await pitwall(argv, world());
    const { basis, sensitivity, where } = JSON.parse(stdout);
    expect([basis, where]).toEqual(['inclusive', ['type=Bug']]);
    expect(sensitivity.base).toMatchObject({ items: 1, unit: 'month', cycleTime: { 50: 3, 85: 3 } });
  });

  it('writes one row a definition for a program', async () => {
    const { stdout } = await pitwall(['sensitivity', 'log.csv', '-f', 'csv', '--quiet'], world());
    const [columns, base, first] = stdout.split(/\r?\n/);
    expect(columns).toBe(
      'change,setting,cycleTimeP50Days,cycleTimeP85Days,throughput,flowEfficiency,itemsDiffer,exampleId,exampleBase,exampleChanged',
    );
    expect(base).toMatch(/^as in this run,,3\.5,4\.55,/);
    expect(first).toMatch(/^last start,startPolicy: last,3\.5,4\.55,/);
  });

  it.each([
    [['--where', 'type=None'], /--where|no item/],
    [['--basis', 'lunar'], /--basis/],
  ])('refuses %j with one line', async (option, message) => {
    const { status, stdout, stderr } = await pitwall(['sensitivity', 'log.csv', ...option], world());
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^pitwall: [^\n]+\n$/);
    expect(stderr).toMatch(message);
  });

  it('is explained', async () => {
    const { status, stdout } = await pitwall(['explain', 'sensitivity']);
    expect([status, stdout]).toEqual([0, expect.stringContaining('one thing changed at a time')]);
  });

  it('names nobody, where nobody is to be named', async () => {
    const named = LOG.replace(/^(id.*)$/m, '$1,assignee')
      .replaceAll(/^(A-.*)$/gm, '$1,Dana Scully')
      .replaceAll('A-1', 'Dana Scully');
    const argv = ['sensitivity', 'log.csv', '--anonymize-people'];
    for (const more of [
      ['-f', 'json'],
      ['--where', 'assignee=Nobody'],
    ]) {
      const ran = await pitwall([...argv, ...more], { cwd: folderWith({ 'log.csv': named }) });
      expect(ran.stdout + ran.stderr).not.toMatch(/Dana|Scully/);
    }
  });
});
