import { type Analysis, type AnalyzeOptions, open, parseConfiguration } from '../../src/index.ts';
import { type RandomLog, randomLog } from '../reference/log/random-log.ts';

/** A random messy log, and how to look at it with other rows or options. */
export interface RandomCase {
  log: RandomLog;
  configuration: Record<string, unknown>;
  open(csv?: string, options?: AnalyzeOptions): Promise<Analysis>;
}

/** What the log's own arguments say, as options. */
export function windowOptions(args: readonly string[]): AnalyzeOptions {
  const names: Record<string, string> = { '--as-of': 'asOf', '--from': 'from', '--to': 'to' };
  return Object.fromEntries(
    args.flatMap((name, place) => (place % 2 === 0 ? [[names[name] as string, args[place + 1] as string]] : [])),
  );
}

export async function randomCase(seed: number): Promise<RandomCase> {
  const log = randomLog(seed);
  const configuration = { dropped: {}, ...((await parseConfiguration(log.yaml, 'pitwall.yaml')) as object) };
  return {
    log,
    configuration,
    open: (csv = log.csv, options = {}) =>
      open({ name: 'log.csv', data: csv }, { configuration, ...windowOptions(log.args), ...options }),
  };
}
