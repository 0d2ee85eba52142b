import { describe, expect, it } from 'vitest';
import type { ValueStream } from '../src/contract/value-stream-schema.ts';
import { type AnalyzeOptions, open, parseConfiguration } from '../src/index.ts';
import { referenceAnalyze } from './reference/analyze.ts';
import { differences } from './reference/differences.ts';
import { randomLog } from './reference/log/random-log.ts';

/** What is judged from a number of visits on needs logs that have so many. */
const ITEMS = 150;
const LOGS = Number(process.env.PITWALL_LOGS ?? 240) / 15;
const KEYS = ['valueStream', 'bottleneck', 'reviewYield', 'wipLimits'] as const;

/** Seen somewhere in the logs: what a comparison of nothing but small logs would miss. */
const seen = new Map<string, number>();
const see = (what: string | null) => seen.set(String(what), (seen.get(String(what)) ?? 0) + 1);

function withoutItems({ byItem: _, ...data }: ValueStream): ValueStream {
  return data;
}

describe('the flow from stage to stage against a second, plain implementation on larger random logs', () => {
  it.each(Array.from({ length: LOGS }, (_, index) => 1000 + index))(
    'log %i',
    async (seed) => {
      const log = randomLog(seed, { items: ITEMS });
      const configuration = { dropped: {}, ...((await parseConfiguration(log.yaml, 'pitwall.yaml')) as object) };
      // Over all of the time, so that much is seen.
      const { from: _from, to: _to, ...settings } = log.settings;
      const expected = referenceAnalyze(log.rows, { ...settings, from: null, to: null, last: null, asOf: null });
      const options: AnalyzeOptions = { configuration: { ...configuration, last: undefined } };
      const analysis = await open({ name: 'log.csv', data: log.csv }, options);
      const report = {
        ...analysis.report(),
        wipLimits: analysis.metric('wipLimits').wipLimits,
        // The detail by item is nothing that the second implementation has.
        valueStream: withoutItems(analysis.metric('valueStream').valueStream as ValueStream),
      };
      for (const key of KEYS) {
        expect([seed, differences(expected[key], report[key], key).slice(0, 10)]).toEqual([seed, []]);
      }
      for (const { verdict } of report.reviewYield.stages) see(verdict);
      for (const { verdict } of report.bottleneck.stages) see(verdict);
      for (const { suggestion } of report.wipLimits?.stages ?? []) if (suggestion !== null) see('suggestion');
      for (const { returns } of report.reviewYield.stages) if (returns.over > 0) see('returns');
    },
    60_000,
  );

  it('comes upon what is judged', () => {
    for (const what of ['passes', 'sends back', 'neither', 'too few', 'steady', 'suggestion', 'returns'])
      expect([what, seen.get(what) ?? 0]).not.toEqual([what, 0]);
  });
});
