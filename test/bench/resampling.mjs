// Measures what a comparison costs: node test/bench/resampling.mjs [runs=5]. The bootstrap of 10,000 resamples over 5,000
// items by itself, in this process, and `pitwall compare` beside `pitwall report` on an export with about as many finished.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { pitwall } from './kit/commands.mjs';
import { transitionLog } from './kit/data.mjs';
import { measureInTurns } from './kit/measure.mjs';
import { comparison, machine, writeSection } from './kit/page.mjs';

const ITEMS = 5000;
const WEEKS = 26;
const runs = Number(process.argv[2] ?? 5);

const folder = mkdtempSync(join(tmpdir(), 'pitwall-resampling-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const outfile = join(folder, 'compare.mjs');
await build({
  absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
  entryPoints: ['src/stats/compare/index.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
});
const { compareDurations } = await import(pathToFileURL(outfile).href);

/** @param {number} first */
const side = (first) => {
  const items = Array.from({ length: ITEMS / 2 }, (_, item) => item);
  return {
    values: items.map((item) => 1 + ((item * 7919) % 1009) / 31),
    weeks: items.map((item) => first + (item % WEEKS)),
  };
};

/** The median of the processor's seconds for a comparison. @param {number} resamples */
function secondsOf(resamples) {
  const [a, b] = [side(0), side(100)];
  const times = Array.from({ length: runs + 1 }, () => {
    const start = process.cpuUsage();
    compareDurations(a, b, { resamples });
    const { system, user } = process.cpuUsage(start);
    return (system + user) / 1e6;
  });
  // The first warms up.
  return times.slice(1).sort((one, other) => one - other)[Math.floor(runs / 2)] ?? 0;
}

// A change every ten minutes: 60 weeks.
const file = transitionLog(60_000, 600);
const report = pitwall(file);
const halves = ['compare', '--format', 'json', '--quiet', '--split-at', '2023-07-31', file];
const measured = measureInTurns(
  {
    'pitwall report': report,
    'pitwall compare, two halves': { ...report, args: [/** @type {string} */ (report.args[0]), ...halves] },
  },
  runs,
);
const [with10000, without] = [secondsOf(10_000), secondsOf(0)];
writeSection(
  'resampling',
  `${machine(runs)}

10,000 resamples of the weeks of ${ITEMS} items, for two percentiles: ${(with10000 - without).toFixed(2)} s of the processor. The rest of
that comparison (ranks, all pairs, exchanges of weeks): ${without.toFixed(2)} s.

60,000 changes of some 6,700 items:

${comparison(measured, 'pitwall report')}`,
);
