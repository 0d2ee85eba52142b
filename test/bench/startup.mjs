// Measures how long a whole process takes, from outside: `npm run bench:startup -- [runs]`.
//
// The three commands take turns, so that a busy machine slows all of them equally. Compare the ratios to bare Node:
// milliseconds differ from machine to machine.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const bin = join(root, 'bin/pitwall.js');
const runs = Number(process.argv[2] ?? 25);
if (!Number.isInteger(runs) || runs < 1)
  throw new Error(`the number of runs must be a whole number from 1: ${process.argv[2]}`);
if (!existsSync(join(root, 'dist/cli.js'))) throw new Error('dist/cli.js is not there: run `npm run build` first');

/** A small but realistic file of 200 rows: 50 items through four stages. */
function transitionLog() {
  const stages = ['Backlog', 'In Progress', 'Review', 'Done'];
  const rows = ['id,from,to,at'];
  for (let item = 0; item < 50; item += 1) {
    for (let step = 0; step < stages.length; step += 1) {
      const at = new Date(Date.UTC(2026, 0, 5) + item * 36e5 * 20 + step * 36e5 * 30).toISOString();
      rows.push(`PW-${item + 1},${stages[step - 1] ?? ''},${stages[step]},${at}`);
    }
  }
  return `${rows.join('\n')}\n`;
}

const folder = mkdtempSync(join(tmpdir(), 'pitwall-startup-'));
try {
  const log = join(folder, 'log.csv');
  writeFileSync(log, transitionLog());
  const commands = {
    'node -e 0': ['-e', '0'],
    'pitwall --version': [bin, '--version'],
    'pitwall report (200 rows)': [bin, 'report', log],
  };

  /** @type {Map<string, number[]>} */
  const times = new Map(Object.keys(commands).map((name) => [name, []]));
  // The first turn warms the file cache and writes compiled code into a temporary home. It does not count.
  const env = { ...process.env, HOME: folder, LOCALAPPDATA: folder, XDG_CACHE_HOME: join(folder, 'cache') };
  for (let run = 0; run <= runs; run += 1) {
    for (const [name, args] of Object.entries(commands)) {
      const start = performance.now();
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env });
      const elapsed = performance.now() - start;
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
      if (run > 0) times.get(name)?.push(elapsed);
    }
  }

  const bare = median(times.get('node -e 0') ?? []);
  console.log(`Node ${process.version}, ${runs} runs each, in turns; median of whole processes`);
  for (const [name, values] of times) {
    const middle = median(values);
    const low = Math.min(...values).toFixed(0);
    console.log(
      `${name.padEnd(28)}${middle.toFixed(0).padStart(6)} ms  ×${(middle / bare).toFixed(2)}  (fastest ${low} ms)`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}
