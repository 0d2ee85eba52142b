import type { ZodType } from 'zod';
import { METRICS, unknown } from './catalogue.ts';

/**
 * The JSON Schema (draft 2020-12) of what a command prints with `--format json`.
 * @param command a command's name; `report` if left out
 * @throws PitwallError `unknown-command`
 */
export async function jsonSchema(command = 'report'): Promise<Record<string, unknown>> {
  const [z, contract] = await Promise.all([import('zod'), import('./contract/output.ts')]);
  const schemas: Record<string, () => ZodType> = {
    report: () => contract.reportSchema,
    items: () => contract.itemListSchema,
    item: () => contract.itemReportSchema,
    inspect: () => contract.inspectionSchema,
  };
  for (const { command: metric, id } of METRICS) schemas[metric] = () => contract.metricSchema(id);
  const schema = Object.hasOwn(schemas, command) ? schemas[command] : undefined;
  if (schema === undefined) throw unknown('command', command, Object.keys(schemas), 'pitwall schema');
  return { title: `pitwall ${command}`, ...z.toJSONSchema(schema()) };
}
