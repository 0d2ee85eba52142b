import { METRICS, unknown } from './catalogue.ts';
import type { OutputCommand } from './contract/output-schema.ts';

/**
 * The JSON Schema (draft 2020-12) of a command's output with `--format json`.
 * @param command a command's name; `report` by default
 * @throws PitwallError `unknown-command`
 */
export async function jsonSchema(command = 'report'): Promise<Record<string, unknown>> {
  // No other command needs the schemas, so they are loaded here.
  const { OUTPUT_COMMANDS, outputSchema } = await import('./contract/output-schema.ts');
  const metric = METRICS.find(({ command: name }) => name === command);
  if (metric === undefined && !OUTPUT_COMMANDS.includes(command)) {
    throw unknown(
      'command',
      command,
      [...OUTPUT_COMMANDS, ...METRICS.map(({ command: name }) => name)],
      'pitwall schema',
    );
  }
  const schema = outputSchema(metric === undefined ? (command as OutputCommand) : { metric: metric.id });
  return { title: `pitwall ${command}`, ...schema };
}
