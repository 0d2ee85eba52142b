// `--since last`: the window begins where the history ends.
import { describe, expect, it } from 'vitest';
import { weeklyTeam } from '../library/weekly-team.ts';
import { folderWith, pitwall } from './terminal.ts';

const TEAM = weeklyTeam(1, 10, 10, 4, 12).data;
const world = (files: Record<string, string> = {}) => ({ cwd: folderWith({ 'log.csv': TEAM, ...files }) });
const HISTORY = ['--history', 'flow.ndjson'];
const snapshot = (asOf: string) => ['snapshot', 'log.csv', '--as-of', asOf, ...HISTORY];

async function finished(argv: string[], at: ReturnType<typeof world>): Promise<number> {
  const { stdout } = await pitwall([...argv, '--as-of', '2026-02-09', '-f', 'json', '--quiet'], at);
  return JSON.parse(stdout).items.inWindow.finished;
}

describe('--since last', () => {
  it('begins at the end of the latest period in the history', async () => {
    const at = world();
    await pitwall(snapshot('2026-01-25'), at);
    await pitwall(snapshot('2026-02-01'), at);
    // The last week of the history is that of 26 January, and 12 items finished in the one after it.
    expect(await finished(['item-counts', 'log.csv', ...HISTORY, '--since', 'last'], at)).toBe(12);
    expect(await finished(['report', 'log.csv', ...HISTORY, '--since', 'last'], at)).toBe(12);
    expect(await finished(['report', 'log.csv', '--from', '2026-02-02'], at)).toBe(12);
  });

  it('takes the history of the configuration, and its series', async () => {
    const at = world({ 'pitwall.yaml': 'history: flow.ndjson\nseries: a\n' });
    await pitwall(snapshot('2026-01-25'), at);
    await pitwall([...snapshot('2026-02-01'), '--series', 'b'], at);
    expect(await finished(['item-counts', 'log.csv', '--since', 'last'], at)).toBe(16);
    expect(await finished(['item-counts', 'log.csv', '--since', 'last', '--series', 'b'], at)).toBe(12);
  });

  it.each<[string, string[], RegExp]>([
    ['without a history', ['--since', 'last'], /no history is named/],
    ['with one that is not there', ['--since', 'last', ...HISTORY], /flow\.ndjson: there is no such history/],
    ['with another start', ['--since', 'last', '--from', '2026-01-01', ...HISTORY], /two starts.*--from/],
    ['with another word', ['--since', 'monday', ...HISTORY], /`monday`.*--since last/],
  ])('is an error %s', async (_, options, message) => {
    const { status, stderr } = await pitwall(['report', 'log.csv', ...options], world());
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});
