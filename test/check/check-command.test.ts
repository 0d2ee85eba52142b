import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, LOG, pitwall } from '../cli/terminal.ts';

const example = join(import.meta.dirname, '../../fixtures/example');
const board = readFileSync(join(example, 'content-board.csv'));
const configuration = readFileSync(join(example, 'pitwall.yaml'), 'utf8');

const CHECKS = `
checks:
  - cycleTime.p85 <= 20d
  - { name: Review is not a queue, check: "stage[Waiting for review].p85 <= 2d", level: warn }
  - { name: We deliver, check: throughput.medianPerPeriod >= 4, minimum: 12 }
  - throughput.medianPerPeriod >= 0.8 * baseline
  - age.p85 <= 30d
  - flowEfficiency.efficiency >= 25 %
`;

/** Runs `check` on the small log. */
function check(...args: string[]) {
  return pitwall(['check', 'log.csv', ...args], { cwd: folderWith({ 'log.csv': LOG }) });
}

describe('the screens', () => {
  it.each(['table', 'markdown', 'junit', 'github', 'openmetrics'])('%s', async (form) => {
    const cwd = folderWith({ 'content-board.csv': board, 'pitwall.yaml': configuration + CHECKS });
    const { status, stdout } = await pitwall(['check', join(cwd, 'content-board.csv'), '-f', form, '--quiet'], { cwd });
    expect(status).toBe(1);
    await expect(stdout.replaceAll(`${cwd}/`, '')).toMatchFileSnapshot(`golden/${form}.txt`);
  });
});

// One item is in progress (wip.current), two have finished: too few for a percentile.
describe('the exit status', () => {
  it.each([
    [0, ['--max', 'wip.current=1']],
    [1, ['--max', 'wip.current=0']],
    [1, ['--min', 'wip.current=2']],
    [2, ['--max', 'wip.curent=0']],
    [2, ['--max', 'wip.current=0', '--check', 'nothing']],
    [2, []],
    // Too few, and no baseline: only those who ask for it get 3.
    [0, ['--max', 'cycleTime.p85=1d']],
    [3, ['--max', 'cycleTime.p85=1d', '--require-data']],
    [0, ['--max', 'cycleTime.p85=1d', '--require-baseline']],
    [0, ['--max', 'wip.current=1.1 * baseline']],
    [3, ['--max', 'wip.current=1.1 * baseline', '--require-baseline']],
    [0, ['--max', 'wip.current=1.1 * baseline', '--require-data']],
    // 2 before 1 before 3.
    [1, ['--max', 'cycleTime.p85=1d', '--max', 'wip.current=0', '--require-data']],
    [2, ['--max', 'wip.current=0', '-f', 'xml']],
  ])('is %i for %j', async (status, args) => {
    const ended = await check(...args);
    expect([ended.status, ended.stderr.split('\n').length]).toEqual([status, status === 2 ? 2 : 1]);
    expect(ended.stdout === '').toBe(status === 2);
  });

  it('is 0 if only limits of level warn are broken, and the command line adds to the configuration', async () => {
    const warn = 'checks: [{ check: wip.current <= 0, level: warn }]\n';
    const cwd = folderWith({ 'log.csv': LOG, 'pitwall.yaml': warn });
    const run = (...args: string[]) => pitwall(['check', 'log.csv', ...args], { cwd });
    expect((await pitwall(['check', join(cwd, 'log.csv')], { cwd })).status).toBe(0);
    expect((await pitwall(['check', join(cwd, 'log.csv'), '--max', 'wip.current=0'], { cwd })).status).toBe(1);
    expect((await run('--max', 'wip.current=x')).status).toBe(2);
  });
});

describe('a check in the configuration', () => {
  it.each([
    ['checks: [cycleTime.p85]', 'pitwall.yaml:1:10: `cycleTime.p85` compares nothing'],
    ['checks:\n  - { name: a, check: "wip.current <= 2w" }', 'pitwall.yaml:2:23: `w` is no unit of a limit'],
    ['checks: [{ chek: a, check: wip.current <= 2 }]', 'Did you mean `check`?'],
    ['checks: [{ check: wip.current <= 2, level: warning }]', 'Did you mean `warn`?'],
    ['checks: wip.current <= 2', 'Write a list of checks'],
    ['checks: [3]', 'Write "cycleTime.p85 <= 10d"'],
  ])('%s says what is wrong and where, in every command', async (yaml, message) => {
    const cwd = folderWith({ 'log.csv': LOG, 'pitwall.yaml': `${yaml}\n` });
    const { status, stderr } = await pitwall(['report', join(cwd, 'log.csv')], { cwd });
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

it('writes a file by its form, and no names of people with --anonymize-people', async () => {
  const rows = 'id,to,at,assignee\nA-1,Waiting for Mara Voss,2026-01-05,Mara Voss\nA-1,Done,2026-01-08,Mara Voss\n';
  const cwd = folderWith({ 'log.csv': rows });
  const args = [
    '--max',
    'stage[Waiting for Mara Voss].p85=3d',
    '--max',
    'wip.byStage[Waiting for Mara Voss].average=0',
  ];
  for (const form of ['json', 'junit', 'table']) {
    const ended = await pitwall(['check', join(cwd, 'log.csv'), ...args, '--anonymize-people', '-f', form], { cwd });
    expect([form, ended.status === 2, /Mara|Voss/.test(ended.stdout + ended.stderr)]).toEqual([form, false, false]);
  }
});
