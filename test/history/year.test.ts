// A year of weekly jobs on one board. What the history says in the end is what the last export says of each week, and
// where it said something else before, that is named.
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeHistoryFile } from '../../src/cli/history/history-file.ts';
import { SURROUNDINGS, type Surroundings } from '../../src/cli/history/surroundings.ts';
import { versionsOf } from '../../src/history/versions.ts';
import {
  type AnalyzeOptions,
  addSnapshot,
  historyText,
  open,
  readHistory,
  type SnapshotLine,
  type SnapshotOptions,
  type SnapshotReport,
} from '../../src/index.ts';
import { killedAt } from '../cli/history/doomed.ts';
import { BOARD, DONE_WEEK, exportAfter, LATE_WEEK, REOPENED_WEEK, YEAR } from './growing-board.ts';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'pitwall-year-'));
const file = join(folder, 'flow.ndjson');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [TWICE, KILLED, TOGETHER, CHANGED] = [8, 30, 35, 45];
const NOBODY = 2 ** 30;

async function job(
  week: number,
  options: AnalyzeOptions = {},
  asked: SnapshotOptions = {},
  around: Surroundings = SURROUNDINGS,
): Promise<SnapshotReport['snapshot']> {
  const { asOf, data, name } = exportAfter(week);
  const analysis = await open({ name, data }, { asOf, configuration: BOARD, hashInputs: true, ...options });
  const known = existsSync(file) ? await readHistory(readFileSync(file, 'utf8'), 'flow.ndjson') : null;
  const taken = await analysis.snapshot(asked, known);
  return changeHistoryFile(
    file,
    'flow.ndjson',
    async (text) => {
      const now = text === null ? null : await readHistory(text, 'flow.ndjson');
      const { history, report } = await addSnapshot(taken, now, 'flow.ndjson');
      return { text: report.snapshot.changed ? await historyText(history) : null, result: report.snapshot };
    },
    around,
  );
}

const said = new Map<number, SnapshotReport['snapshot']>();
let lines: SnapshotLine[];

beforeAll(async () => {
  // Fewer periods are looked at again than are by default, for the time it takes.
  const few = { recheck: 6 };
  for (let week = 0; week < YEAR; week++) {
    const options: AnalyzeOptions = week >= CHANGED ? { basis: 'inclusive' } : {};
    if (week === KILLED) {
      const before = readFileSync(file, 'utf8');
      for (const step of [0, 3, 6, 7, 8, 9, 10, 11, 12]) {
        await job(week, options, few, killedAt(step, NOBODY)).catch(() => {});
        await readHistory(readFileSync(file, 'utf8'), 'flow.ndjson');
        if (step < 8) expect(readFileSync(file, 'utf8')).toBe(before);
      }
    }
    if (week === TOGETHER)
      await Promise.all([job(week, options, few), job(week, options, { ...few, series: 'other' })]);
    else said.set(week, await job(week, options, few));
    if (week === TWICE) {
      const before = readFileSync(file);
      said.set(-1, await job(week, options, few));
      expect(readFileSync(file).equals(before)).toBe(true);
    }
  }
  const { lines: all } = await readHistory(readFileSync(file, 'utf8'), 'flow.ndjson');
  lines = all.map(({ line }) => line).filter(({ series }) => series === 'default');
}, 300_000);

const weekOf = (line: SnapshotLine) =>
  Math.round((Date.parse(line.period.start) - Date.parse('2026-01-05')) / 604_800_000);
const lineOfWeek = (week: number) => lines.find((line) => weekOf(line) === week) as SnapshotLine;

describe('a year of jobs', () => {
  it('leaves each week once, in order', () => {
    expect(lines.map(weekOf)).toEqual(Array.from({ length: YEAR }, (_, week) => week));
  });

  it('says nothing new when it runs twice', () => {
    expect(said.get(-1)).toMatchObject({ changed: false, changes: [{ what: 'unchanged' }] });
  });

  it('begins anew where definitions change, and names them', () => {
    const prints = lines.map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(2);
    expect(prints.lastIndexOf(prints[0] as string)).toBe(CHANGED - 1);
    expect(said.get(CHANGED)?.newDefinitions).toEqual(['basis']);
    expect(said.get(CHANGED + 1)?.newDefinitions).toEqual([]);
  });

  it('restates the weeks that were caught up late or done again, and no other', () => {
    const restated = lines.filter((line) => line.restated.length > 0).map(weekOf);
    // One of the two that were done late was still open at the end of the next week, as far as was known; and what was
    // done again had been in progress from the week in which it was first done to the one in which it was begun again.
    expect(restated).toEqual([LATE_WEEK, LATE_WEEK + 1, DONE_WEEK, DONE_WEEK + 1, DONE_WEEK + 2]);
    expect(REOPENED_WEEK).toBe(DONE_WEEK + 3);
  });

  it('keeps all that was said, the first for ever', () => {
    // One was caught up a week later, the other two.
    const now = lineOfWeek(LATE_WEEK).points.throughput;
    const versions = versionsOf(lineOfWeek(LATE_WEEK)).map(({ points }) => points.throughput);
    expect(versions).toEqual([now - 2, now - 1, now]);
    const [again] = lineOfWeek(DONE_WEEK).restated;
    expect(again).toMatchObject({
      cause: 'data',
      at: exportAfter(REOPENED_WEEK).asOf,
      from: { points: { throughput: lineOfWeek(DONE_WEEK).points.throughput + 1 } },
    });
  });

  it('says of each week what the last export says of it, where the definitions are the same', async () => {
    for (const [options, own] of [
      [{}, lines.filter((line) => weekOf(line) < CHANGED)],
      [{ basis: 'inclusive' }, lines.filter((line) => weekOf(line) >= CHANGED)],
    ] as const) {
      const { asOf, data, name } = exportAfter(YEAR - 1);
      const last = await open({ name, data }, { asOf, configuration: BOARD, hashInputs: true, ...options });
      const anew = (await last.snapshot({ backfill: true, series: 'anew' })).lines.map(({ line }) => line);
      for (const line of own) {
        const same = anew.find(({ period }) => period.start === line.period.start);
        expect(same?.fingerprint).toBe(line.fingerprint);
        for (const key of ['points', 'daily', 'durations', 'figures'] as const) {
          expect([line.period.start, key, line[key]]).toEqual([line.period.start, key, same?.[key]]);
        }
      }
    }
  });
});
