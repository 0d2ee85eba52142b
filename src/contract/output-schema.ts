import * as z from 'zod';
import { leakSchema } from './leak-schema.ts';
import { inspectionSchema, itemListSchema, itemReportSchema, metricSchema, reportSchema } from './output.ts';
import { checkSchema } from './statistics/check-schema.ts';
import { compareReportSchema } from './statistics/compare-schema.ts';
import { forecastReportSchema } from './statistics/forecast-schema.ts';
import { sensitivityReportSchema } from './statistics/sensitivity-schema.ts';
import { snapshotReportSchema } from './statistics/snapshot-schema.ts';
import { trendReportSchema } from './statistics/trend-schema.ts';

/** The commands whose output is no single metric's. */
const COMMANDS = {
  report: reportSchema,
  items: itemListSchema,
  item: itemReportSchema,
  inspect: inspectionSchema,
  check: checkSchema,
  leak: leakSchema,
  forecast: forecastReportSchema,
  compare: compareReportSchema,
  sensitivity: sensitivityReportSchema,
  snapshot: snapshotReportSchema,
  trend: trendReportSchema,
};

export type OutputCommand = keyof typeof COMMANDS;

export const OUTPUT_COMMANDS: readonly string[] = Object.keys(COMMANDS);

/** The JSON Schema (draft 2020-12) of a command's output, or of a metric's. */
export function outputSchema(
  output: OutputCommand | { metric: Parameters<typeof metricSchema>[0] },
): Record<string, unknown> {
  return z.toJSONSchema(typeof output === 'string' ? COMMANDS[output] : metricSchema(output.metric));
}
