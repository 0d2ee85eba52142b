// What `pitwall report` makes of a history, in each form; and what of limits, in Markdown.
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/contract/output.ts';
import { weeklyTeam } from '../library/weekly-team.ts';
import { folderWith, LOG, pitwall } from './terminal.ts';

const TEAM = weeklyTeam(1, 10, 10, 4, 12).data;
const world = (files: Record<string, string> = {}) => ({
  cwd: folderWith({ 'log.csv': TEAM, 'small.csv': LOG, ...files }),
});
const AS_OF = ['--as-of', '2026-02-09'];
const REPORT = ['report', 'log.csv', ...AS_OF];
const HISTORY = ['--history', 'flow.ndjson'];
const BACKFILL = ['snapshot', 'log.csv', ...AS_OF, ...HISTORY, '--backfill'];
const unwrapped = (text: string) => text.replaceAll(/\n {2,}/g, ' ');

describe('pitwall report with a history', () => {
  it('before the first snapshot says that there is none, and ends well', async () => {
    const { status, stdout } = await pitwall([...REPORT, ...HISTORY], world());
    expect(status).toBe(0);
    expect(unwrapped(stdout)).toContain(
      'Not compared with a snapshot of flow.ndjson: it holds none yet, and pitwall snapshot adds the first.',
    );
  });

  it('says what changed since, with an arrow and a word, and without colours', async () => {
    const at = world();
    await pitwall(BACKFILL, at);
    const short = (await pitwall([...REPORT, ...HISTORY], at)).stdout;
    expect(short).toMatch(/^Since the week of Mon 26 Jan 2026: \d.* (better|worse); .* → .*\.$/m);
    const { stdout } = await pitwall([...REPORT, ...HISTORY, '--full'], at);
    expect(stdout).toContain('Since the end of the week of Mon 26 Jan 2026, the last snapshot\n');
    expect(stdout).toMatch(/^Throughput a week +8 +9 +▲ better$/m);
    expect(stdout).toMatch(/^Cycle time, 85 % within +1\.0 d +1\.0 d +same$/m);
    const colored = await pitwall([...REPORT, ...HISTORY, '--full'], { ...at, env: { FORCE_COLOR: '1' } });
    expect(colored.stdout).toMatch(/▲ better/);
  });

  it('takes it from the configuration, and says why other definitions are not compared', async () => {
    const at = world({ 'pitwall.yaml': 'history: flow.ndjson\nseries: default\n' });
    await pitwall(BACKFILL, at);
    expect((await pitwall(REPORT, at)).stdout).toContain('\nSince the week of Mon 26 Jan 2026: ');
    const { stdout } = await pitwall([...REPORT, '--basis', 'working'], at);
    expect(unwrapped(stdout)).toContain('no snapshot was taken by these definitions: basis differs from the last.');
  });

  it('stops at one that cannot be read, and names the line', async () => {
    const { status, stderr } = await pitwall(
      [...REPORT, ...HISTORY],
      world({ 'flow.ndjson': '{"schemaVersion": 1\n' }),
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(/flow\.ndjson:1/);
  });

  it('does not write over it', async () => {
    const at = world();
    await pitwall(BACKFILL, at);
    const { status, stderr } = await pitwall([...REPORT, ...HISTORY, '-o', './flow.ndjson'], at);
    expect(status).toBe(2);
    expect(stderr).toContain('flow.ndjson');
  });

  it('is in JSON where one is named, as the schema has it; else nothing is', async () => {
    const at = world();
    await pitwall(BACKFILL, at);
    const named = JSON.parse((await pitwall([...REPORT, ...HISTORY, '-f', 'json'], at)).stdout);
    expect(reportSchema.safeParse(named).error).toBe(undefined);
    expect(named).toMatchObject({
      sinceLast: { history: 'flow.ndjson', period: { start: '2026-01-26' } },
      outlook: { forecast: { status: 'tooFew' } },
    });
    const plain = JSON.parse((await pitwall([...REPORT, '-f', 'json'], at)).stdout);
    expect(Object.keys(plain).filter((key) => key === 'sinceLast' || key === 'outlook')).toEqual([]);
    const { outlook: _, sinceLast: __, ...rest } = named;
    expect(rest).toEqual(plain);
  });
});

describe('the outlook of pitwall report', () => {
  it('has no signals of too few periods, and says why there is no forecast', async () => {
    const { stdout } = await pitwall(['report', 'small.csv'], world());
    expect(stdout).not.toMatch(/^Signals {2}/m);
    expect(stdout).toMatch(/^Forecast +Too few data for a forecast: 0 complete weeks of 8 needed/m);
  });
});

describe('pitwall report in Markdown', () => {
  const limited = (...checks: string[]) =>
    world({ 'pitwall.yaml': `checks:\n${checks.map((check) => `  - ${check}\n`).join('')}` });
  const markdown = async (at: ReturnType<typeof world>) => pitwall([...REPORT, ...HISTORY, '-f', 'markdown'], at);

  it('has the limits of the configuration, and fails for none', async () => {
    const { status, stdout } = await markdown(limited('cycleTime.p85 <= 0.5d', 'wip.current <= 1.1 * baseline'));
    expect(status).toBe(0);
    expect(stdout).toContain('## Limits\n');
    expect(stdout).toMatch(/\| failed \| cycleTime\.p85 \| 24\.0 h|\| failed \| cycleTime\.p85 \| 1\.0 d/);
    expect(stdout).toMatch(/\| no baseline \| wip\.current/);
    expect((await pitwall(REPORT, limited('wip.current <= 3'))).stdout).not.toContain('Limits');
  });

  it('says why limits cannot be judged', async () => {
    const { status, stdout } = await markdown(limited('"stage[Nowhere].p85 <= 2d"'));
    expect(status).toBe(0);
    expect(stdout).toMatch(/\*\*warning:\*\* The limits could not be judged: .*Nowhere/);
  });

  it('has what a lead reads first before the figures, and what was read after them', async () => {
    const at = limited('wip.current <= 3');
    await pitwall(BACKFILL, at);
    const titles = Array.from((await markdown(at)).stdout.matchAll(/^## (.*)$/gm), ([, title]) => title);
    const places = ['Since', 'Signals', 'Limits', 'Key figures', 'What was read', 'What the data'].map((start) =>
      titles.findIndex((title) => title?.startsWith(start)),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });
});
