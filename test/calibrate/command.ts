// npm run calibrate: what the statistics promise, tried on simulated processes.
import { parseArgs } from 'node:util';
import { compareTable } from './comparisons.ts';
import { exportTable } from './exports.ts';
import { falseAlarmTable } from './false-alarms.ts';
import { forecastTable } from './forecasts.ts';

interface Outcome {
  text: string;
  /** Promises that were not held. */
  failed: number;
}

const PARTS: Record<string, (runs: number | null, seed: number) => Outcome | Promise<Outcome>> = {
  trend: (runs, seed) => ({ text: falseAlarmTable(runs ?? 20_000, seed), failed: 0 }),
  forecast: (runs, seed) => forecastTable(runs ?? 500, seed),
  compare: (runs, seed) => compareTable(runs ?? 500, seed),
  exports: (runs, seed) => exportTable(runs ?? 500, seed),
};

export async function calibrate(args: string[]): Promise<void> {
  const options = { runs: { type: 'string' }, seed: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const runs = wholeOf(values.runs, '--runs');
  const seed = wholeOf(values.seed, '--seed') ?? 1;
  for (const name of positionals.length > 0 ? positionals : Object.keys(PARTS)) {
    const part = PARTS[name];
    if (part === undefined) throw new Error(`no part "${name}"; there are ${Object.keys(PARTS).join(', ')}`);
    const { text, failed } = await part(runs, seed);
    console.log(text);
    if (failed > 0) process.exitCode = 1;
  }
}

function wholeOf(text: string | undefined, option: string): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${option} needs a whole number, not "${text}"`);
  return Number(text);
}
