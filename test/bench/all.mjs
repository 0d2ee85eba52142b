// Measures everything again and rewrites the tables of docs/performance.md: node test/bench/all.mjs [runs=5]
//
// It takes long, and needs 2 GB in the temporary folder. Use an idle machine.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const runs = process.argv[2] ?? '5';
const benches = {
  'compare.mjs': ['1000002', runs],
  'growth.mjs': ['10000020', runs],
  'shapes.mjs': ['250000', runs],
  'json.mjs': ['1000000', runs],
  'incidents.mjs': [runs],
  'resampling.mjs': [runs],
  'starts.mjs': [],
};
for (const [bench, args] of Object.entries(benches)) {
  const path = fileURLToPath(new URL(bench, import.meta.url));
  const { status } = spawnSync(process.execPath, [path, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
