// The figures of the report against the same in SQL, on a small log; how long either takes is no matter here.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';
import { duckdbFigures } from './contenders/duckdb-figures.mjs';
import { workflow } from './kit/commands.mjs';
import { transitionLog } from './kit/data.mjs';
import { differences, withCounts } from './kit/differences.mjs';

const ROWS = 5_000;
const HOUR_SECONDS = 3_600;

/** The binding is a binary of its own for each platform. */
const duckdb = await import('@duckdb/node-api').catch((error: Error) => error);
const missing = duckdb instanceof Error ? ` (left out, DuckDB does not load here: ${duckdb.message})` : '';

describe('the report and DuckDB', () => {
  // Skipped where the binding has no binary: the comparison needs DuckDB itself.
  it.skipIf(missing !== '')(`agree on every figure of ${ROWS} changes${missing}`, async () => {
    if (duckdb instanceof Error) return;
    const log = transitionLog(ROWS, HOUR_SECONDS);
    const configuration = JSON.parse(readFileSync(workflow, 'utf8'));
    const expected = await duckdbFigures(duckdb.DuckDBInstance, log, configuration.workflow, 1);
    const report = (await open(log, { configuration })).report();
    expect(differences(expected, withCounts(report))).toEqual([]);
    // Figures of nothing would be equal, too.
    expect(withCounts(report).log.duplicates).toBeGreaterThan(0);
    expect(report.items.dropped).toBeGreaterThan(0);
    expect(report.rework.reopened).toBeGreaterThan(0);
    expect(report.flowEfficiency.waitingDays).toBeGreaterThan(0);
    expect(report.waste.lines.filter(({ quantity }) => (quantity ?? 0) > 0)).toHaveLength(5);
    expect(report.throughput.completePeriods).toBeGreaterThan(20);
  });
});
