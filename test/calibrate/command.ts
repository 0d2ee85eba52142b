// npm run calibrate: what the statistics promise, tried on simulated processes.
import { parseArgs } from 'node:util';
import { falseAlarmTable } from './false-alarms.ts';

const PARTS: Record<string, (runs: number | null, seed: number) => string> = {
  trend: (runs, seed) => falseAlarmTable(runs ?? 20_000, seed),
};

export function calibrate(args: string[]): void {
  const options = { runs: { type: 'string' }, seed: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const runs = wholeOf(values.runs, '--runs');
  const seed = wholeOf(values.seed, '--seed') ?? 1;
  for (const name of positionals.length > 0 ? positionals : Object.keys(PARTS)) {
    const part = PARTS[name];
    if (part === undefined) throw new Error(`no part "${name}"; there are ${Object.keys(PARTS).join(', ')}`);
    console.log(`${part(runs, seed)}`);
  }
}

function wholeOf(text: string | undefined, option: string): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${option} needs a whole number, not "${text}"`);
  return Number(text);
}
