// Compares the figures of the report with the same in SQL, on small logs. Their speed does not matter here.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';
import { duckdbFigures } from './contenders/duckdb-figures.mjs';
import { workflow } from './kit/commands.mjs';
import { transitionLog } from './kit/data.mjs';
import { differences, withCounts } from './kit/differences.mjs';

/** Half a year at a slow pace, in which growth is judged by weeks, and five weeks at a fast one, judged by days. */
const LOGS = [
  { rows: 5_000, stepSeconds: 3_600, completeWeeks: 28 },
  { rows: 50_000, stepSeconds: 60, completeWeeks: 3 },
];

/** The binding needs a binary for each platform. */
const duckdb = await import('@duckdb/node-api').catch((error: Error) => error);
const missing = duckdb instanceof Error ? ` (left out, DuckDB does not load here: ${duckdb.message})` : '';

describe('the report and DuckDB', () => {
  for (const { completeWeeks, rows, stepSeconds } of LOGS) {
    // Skipped where the binding has no binary: the comparison needs DuckDB itself.
    it.skipIf(missing !== '')(`agree on every figure of ${rows} changes${missing}`, async () => {
      if (duckdb instanceof Error) return;
      const log = transitionLog(rows, stepSeconds);
      const configuration = JSON.parse(readFileSync(workflow, 'utf8'));
      const expected = await duckdbFigures(duckdb.DuckDBInstance, log, configuration.workflow, 1);
      const report = (await open(log, { configuration })).report();
      expect(differences(expected, withCounts(report))).toEqual([]);
      // Missing figures, and those of an empty log, would be equal too.
      expect(Object.keys(report).filter((name) => !(name in expected))).toEqual(NO_FIGURES);
      expect(withCounts(report).log.duplicates).toBeGreaterThan(0);
      expect(report.items.dropped).toBeGreaterThan(0);
      expect(report.rework.reopened).toBeGreaterThan(0);
      expect(report.flowEfficiency.waitingDays).toBeGreaterThan(0);
      expect(report.waste.lines.filter(({ quantity }) => (quantity ?? 0) > 0)).toHaveLength(5);
      expect(report.waste.byMonth.length).toBeGreaterThan(1);
      expect(report.throughput.completePeriods).toBe(completeWeeks);
      expect(report.opportunities.list).toHaveLength(5);
      expect(report.bottleneck.stages.filter(({ chance }) => chance !== null)).toHaveLength(4);
      expect(report.reviewYield.stages.filter(({ returns }) => returns.over > 0)).toHaveLength(2);
      expect(report.adherence.variants).toHaveLength(10);
      expect(report.distribution.values).toHaveLength(4);
    });
  }
});

/** Parts of the report that are not figures, and WIP limits, of which the workflow has none. */
const NO_FIGURES = [
  ...['schemaVersion', 'tool', 'asOf', 'asOfSource', 'timeZone', 'basis', 'calendar', 'window', 'sources', 'workflow'],
  ...['where', 'wipLimits', 'findings', 'failures'],
];
