import * as z from 'zod';
import { checkSchema } from './check-schema.ts';
import { forecastReportSchema } from './forecast-schema.ts';
import { leakSchema } from './leak-schema.ts';
import { inspectionSchema, itemListSchema, itemReportSchema, metricSchema, reportSchema } from './output.ts';
import { compareReportSchema } from './statistics/compare-schema.ts';

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
};

export type OutputCommand = keyof typeof COMMANDS;

export const OUTPUT_COMMANDS: readonly string[] = Object.keys(COMMANDS);

/** The JSON Schema (draft 2020-12) of a command's output, or of a metric's. */
export function outputSchema(
  output: OutputCommand | { metric: Parameters<typeof metricSchema>[0] },
): Record<string, unknown> {
  return z.toJSONSchema(typeof output === 'string' ? COMMANDS[output] : metricSchema(output.metric));
}
