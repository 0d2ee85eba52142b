// Measures how time and memory grow with the file: node test/bench/growth.mjs [largest=10000020] [runs=5]
//
// By default, the largest file takes about 900 MB in the temporary folder.
import { statSync } from 'node:fs';
import { pitwall, script, workflow } from './kit/commands.mjs';
import { transitionLog } from './kit/data.mjs';
import { measureInTurns, medianOf } from './kit/measure.mjs';
import { count, machine, megabytes, seconds, table, writeSection } from './kit/page.mjs';

const [largest = 10_000_020, runs = 5] = process.argv.slice(2).map(Number);
const rows = [largest / 100, largest / 10, largest].map(Math.round).map((size) => {
  const file = transitionLog(size);
  const measured = measureInTurns(
    {
      [`pitwall ${size}`]: pitwall(file, '--config', workflow),
      [`DuckDB ${size}`]: script('duckdb.mjs', file, workflow),
    },
    runs,
  );
  const [own, duckdb] = /** @type {[typeof measured[0], typeof measured[0]]} */ (measured);
  const time = medianOf(own, 'seconds');
  return [
    count(size),
    megabytes(statSync(file).size / 1e6),
    seconds(time),
    `${((time / size) * 1e6).toFixed(2)} µs`,
    megabytes(medianOf(own, 'megabytes')),
    seconds(medianOf(duckdb, 'seconds')),
    megabytes(medianOf(duckdb, 'megabytes')),
  ];
});
const header = ['changes', 'file', 'pitwall', 'per change', 'peak memory', 'DuckDB', 'its peak memory'];
writeSection('growth', `${machine(runs)}\n\n${table(header, rows)}`);
