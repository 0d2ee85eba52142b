// Whether the statistics hold what they say, on simulated processes: node test/calibrate/calibrate.mjs [part…]
// [--runs n] [--seed n]. The parts: trend, forecast, compare, exports; without one, all.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = mkdtempSync(join(tmpdir(), 'pitwall-calibrate-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const outfile = join(folder, 'command.mjs');
await build({
  absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
  entryPoints: ['test/calibrate/command.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
});
const { calibrate } = await import(pathToFileURL(outfile).href);
await calibrate(process.argv.slice(2));
