import { describe, expect, it } from 'vitest';
import { type AnalyzeOptions, open, parseConfiguration } from '../src/index.ts';
import { referenceToday } from './reference/analyze.ts';
import { differences } from './reference/differences.ts';
import { Random } from './reference/log/random.ts';
import { randomList, writeList } from './reference/log/random-list.ts';
import { randomLog } from './reference/log/random-log.ts';
import type { ReferenceToday } from './reference/types.ts';

const LOGS = Number(process.env.PITWALL_LOGS ?? 240);
const FIRST = Number(process.env.PITWALL_FIRST_LOG ?? 5001);
const BATCH = 20;

/** What came up somewhere: without it, a comparison would show nothing. */
const seen = new Map<string, number>();
const see = (what: string, count: number) => seen.set(what, (seen.get(what) ?? 0) + count);

/** One item of which everything is known, so that the list shows what its columns are. */
function known(asOf: number): ReferenceToday {
  return { id: 'K-1', status: '', created: asOf - 86_400_000, started: asOf - 86_400_000, finished: asOf - 1 };
}

async function compare(seed: number): Promise<string[]> {
  const { csv, rows, settings, yaml } = randomLog(seed, { unknownStatuses: seed % 3 === 0, localTimes: false });
  const random = new Random(seed + 15_485_863);
  const first = Math.min(...rows.map(({ at }) => at));
  const list = [known(first), ...randomList(random, rows, settings)];
  const asOf = random.chance(0.3) ? random.pick(rows).at : null;
  const configuration = { dropped: {}, ...((await parseConfiguration(yaml, 'pitwall.yaml')) as object) };
  const options: AnalyzeOptions = { configuration, ...(asOf === null ? {} : { asOf: new Date(asOf).toISOString() }) };
  const expected = referenceToday(rows, { ...settings, asOf, from: null, to: null }, list);
  const analysis = await open(
    [
      { name: 'log.csv', data: csv },
      { name: 'list.csv', data: writeList(list) },
    ],
    options,
  );
  const report = analysis.report();
  const found: string[] = [];
  for (const key of ['asOf', 'window', 'items', 'cycleTime', 'leadTime', 'age'] as const)
    found.push(...differences(expected[key], report[key], key));
  // Where the start of nothing is known, what started and is in progress through time is unknown, and not 0.
  if (report.wip.average !== null) {
    found.push(...differences(expected.littlesLaw, report.littlesLaw, 'littlesLaw'));
    found.push(...differences(expected.wip, analysis.metric('wip').wip, 'wip'));
  }
  if (report.throughput.periods[0]?.started !== null) {
    found.push(...differences(expected.throughput, report.throughput, 'throughput'));
    found.push(...differences(expected.cumulativeFlow, analysis.metric('cumulativeFlow').cumulativeFlow?.days, 'flow'));
  }
  const items = new Map(analysis.items().itemList.map((item) => [item.id, item]));
  for (const {
    id,
    outcome,
    created,
    started,
    finished,
    dropped,
    cycleTimeDays,
    leadTimeDays,
    ageDays,
  } of expected.perItem) {
    const facts = { outcome, created, started, finished, dropped, cycleTimeDays, leadTimeDays, ageDays };
    found.push(...differences(facts, items.get(id), id));
  }
  if (items.size !== expected.perItem.length) found.push(`${items.size} items, expected ${expected.perItem.length}`);
  const counted = report.findings.find(({ code }) => code === 'status-differs')?.count ?? 0;
  if (counted !== expected.findings['status-differs'])
    found.push(`${counted} statuses differ, expected ${expected.findings['status-differs']}`);
  see('status-differs', counted);
  see('finishedUndated', report.items.finishedUndated);
  see('droppedUndated', report.items.droppedUndated);
  see('left out', asOf === null ? 0 : report.findings.length > 0 ? 1 : 0);
  return found;
}

describe('statuses of today against a second, plain implementation on random logs and lists', () => {
  for (let first = FIRST; first < FIRST + LOGS; first += BATCH) {
    it(`logs ${first} to ${first + BATCH - 1}`, async () => {
      for (let seed = first; seed < first + BATCH; seed++) {
        expect({ seed, differences: (await compare(seed)).slice(0, 10) }).toEqual({ seed, differences: [] });
      }
    }, 60_000);
  }

  it('comes upon what contradicts', () => {
    for (const what of ['status-differs', 'finishedUndated', 'droppedUndated', 'left out'])
      expect([what, seen.get(what) ?? 0]).not.toEqual([what, 0]);
  });
});
