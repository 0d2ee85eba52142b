// Runs commands as processes of their own and measures them from outside.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { folder } from './data.mjs';

/** @typedef {{ command: string, args: string[], mayFail?: boolean }} Command `mayFail`: it may say that the file is no use */
/** @typedef {{ seconds: number, cpuSeconds: number, megabytes: number }} Measure */
/** @typedef {{ name: string, runs: Measure[] }} Measured */

/** Long enough for every command here. One that takes longer grows faster than its file. */
const LONGEST_MS = 15 * 60_000;

/** GNU time measures the memory of any command. Without it (macOS, Windows), Node's commands measure their own. */
const gnuTime = spawnSync('/usr/bin/time', ['--version'], { encoding: 'utf8' }).status === 0;
const usage = join(folder, `usage-${process.pid}.txt`);
const selfReport = new URL('report-usage.mjs', import.meta.url).href;

/**
 * Runs commands in turns, so that a busy machine slows all of them equally. The first turn warms the file cache and does
 * not count.
 *
 * @param {Record<string, Command>} commands by name
 * @param {number} runs
 * @param {(outputs: ReadonlyMap<string, string>) => void} [afterTurn] gets the path of what each command printed
 * @returns {Measured[]}
 */
export function measureInTurns(commands, runs, afterTurn) {
  mkdirSync(folder, { recursive: true });
  /** @type {Measured[]} */
  const measured = Object.keys(commands).map((name) => ({ name, runs: [] }));
  const outputs = new Map(measured.map(({ name }, at) => [name, join(folder, `output-${process.pid}-${at}.txt`)]));
  for (let run = 0; run <= runs; run++) {
    for (const one of measured) {
      const measure = measureOnce(/** @type {Command} */ (commands[one.name]), outputs.get(one.name) ?? '');
      if (run > 0) one.runs.push(measure);
      console.error(`${run === 0 ? 'warm' : `${run}/${runs}`} ${one.name}: ${measure.seconds.toFixed(2)} s`);
    }
    afterTurn?.(outputs);
  }
  for (const output of outputs.values()) rmSync(output, { force: true });
  rmSync(usage, { force: true });
  return measured;
}

/** @param {Command} command @param {string} output @returns {Measure} */
function measureOnce({ command, args, mayFail = false }, output) {
  const env = { ...process.env };
  if (!gnuTime) env.NODE_OPTIONS = `${env.NODE_OPTIONS ?? ''} --import ${selfReport}`;
  const [file, all] = gnuTime
    ? ['/usr/bin/time', ['-q', '-f', '%M %U %S', '-o', usage, command, ...args]]
    : [command, args];
  const out = openSync(output, 'w');
  const start = performance.now();
  const { status, stderr, error } = spawnSync(file, all, {
    stdio: ['ignore', out, 'pipe'],
    encoding: 'utf8',
    env,
    timeout: LONGEST_MS,
  });
  const seconds = (performance.now() - start) / 1000;
  closeSync(out);
  if (status === null || (status !== 0 && !mayFail))
    throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${error ?? stderr}`);
  const line = gnuTime ? readFileSync(usage, 'utf8') : (/^usage (.*)$/m.exec(stderr)?.[1] ?? 'NaN NaN NaN');
  const [kilobytes, user, system] = /** @type {[number, number, number]} */ (line.trim().split(' ').map(Number));
  return { seconds, cpuSeconds: user + system, megabytes: kilobytes / 1024 };
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** @param {Measured} measured @param {keyof Measure} what */
export function medianOf({ runs }, what) {
  return median(runs.map((run) => run[what]));
}

/**
 * The ratio of one command to another: the median of the ratios of each turn.
 *
 * @param {Measured} one
 * @param {Measured} base
 * @param {keyof Measure} what
 */
export function ratio(one, base, what = 'seconds') {
  return median(one.runs.map((run, turn) => run[what] / (base.runs[turn]?.[what] ?? Number.NaN)));
}
