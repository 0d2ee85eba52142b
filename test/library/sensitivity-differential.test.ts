import { describe, expect, it } from 'vitest';
import { open, type Sensitivity } from '../../src/index.ts';
import { randomCase } from '../analysis/random-analysis.ts';
import { FIXTURE_FILES, optionsFor } from './fixture-files.ts';
import { type Looked, rowByReport, rowOf } from './sensitivity-by-report.ts';

type Row = Sensitivity['rows'][number];

/** The same with its keys in order. */
const sorted = (value: object) => Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));

describe('each definition is the report with that setting', () => {
  async function problems(looked: Looked): Promise<string[]> {
    const { input, options, configuration } = looked;
    const analysis = await open(input, { ...options, configuration });
    const { sensitivity } = await analysis.sensitivity();
    const found: string[] = [];
    for (const row of sensitivity.rows) {
      const expected = await rowByReport(looked, row);
      const actual = Object.fromEntries(Object.keys(expected ?? {}).map((key) => [key, row[key as keyof Row]]));
      if (expected !== null && JSON.stringify(sorted(actual)) !== JSON.stringify(sorted(expected))) {
        found.push(`${row.change}: ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
      }
    }
    return [...found, ...(await wholeProblems(looked, sensitivity))];
  }

  /** Those that have no setting: the creation is the lead time, and the efficiency follows from the report's parts. */
  async function wholeProblems({ configuration, input, options }: Looked, sensitivity: Sensitivity): Promise<string[]> {
    const { percentiles = {} } = configuration as { percentiles?: object };
    const both = { ...configuration, percentiles: { ...percentiles, points: [50, 85] } };
    const report = (await open(input, { ...options, configuration: both })).report();
    const { cycleTime, flowEfficiency, leadTime, throughput } = report;
    const { activeDays, blockedDays, pausedDays, waitingDays } = flowEfficiency;
    const all = activeDays + waitingDays + (configuration.excludePaused === true ? 0 : pausedDays);
    const unblocked = blockedDays > 0 ? (all > 0 ? activeDays / all : null) : flowEfficiency.efficiency;
    const creation = rowOf(sensitivity, 'starts at creation');
    const pairs: [string, unknown, unknown][] = [
      [
        'base',
        [
          sensitivity.base.cycleTime[50],
          sensitivity.base.cycleTime[85],
          sensitivity.base.throughput,
          sensitivity.base.flowEfficiency,
          sensitivity.base.items,
        ],
        [
          cycleTime.percentilesDays[50],
          cycleTime.percentilesDays[85],
          throughput.meanPerPeriod,
          flowEfficiency.efficiency,
          cycleTime.count,
        ],
      ],
      [
        'creation',
        [creation.cycleTime[50], creation.cycleTime[85], creation.throughput],
        [leadTime.percentilesDays[50], leadTime.percentilesDays[85], throughput.meanPerPeriod],
      ],
      ['blocked', rowOf(sensitivity, 'blocked time out').flowEfficiency, unblocked],
    ];
    return pairs
      .filter(([, is, should]) => JSON.stringify(is) !== JSON.stringify(should))
      .map((pair) => JSON.stringify(pair));
  }

  it('over every fixture', async () => {
    for (const file of FIXTURE_FILES) {
      expect([file, ...(await problems({ input: file, options: optionsFor(file), configuration: {} }))]).toEqual([
        file,
      ]);
    }
  });

  it('over random logs with random settings', async () => {
    for (let seed = 1; seed <= 15; seed++) {
      const { configuration, log } = await randomCase(seed);
      const input = { name: 'log.csv', data: log.csv };
      expect([seed, ...(await problems({ input, options: { asOf: '2026-12-31' }, configuration }))]).toEqual([seed]);
    }
  });
});
