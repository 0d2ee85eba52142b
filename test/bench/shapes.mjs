// Measures files that invite quadratic time: node test/bench/shapes.mjs [rows=250000] [runs=5] [part of a shape's name]
//
// Each shape is measured at a size and at four times that size. A cost in proportion to the file is at most four times as
// high.
import { closeSync, openSync, writeSync } from 'node:fs';
import { pitwall, workflow } from './kit/commands.mjs';
import { dataFile } from './kit/data.mjs';
import { measureInTurns, medianOf, ratio } from './kit/measure.mjs';
import { count, machine, megabytes, seconds, table, writeSection } from './kit/page.mjs';
import { CONFIGURED, SHAPES } from './kit/shapes.mjs';

const TIMES = 4;
const rows = Number(process.argv[2] ?? 250_000);
const runs = Number(process.argv[3] ?? 5);
const wanted = process.argv[4] ?? '';

const measuredRows = Object.keys(SHAPES)
  .filter((name) => name.includes(wanted))
  .map((name) => {
    const measured = measureInTurns(
      Object.fromEntries(
        [rows, rows * TIMES].map((size) => [
          `${name}, ${size}`,
          { ...pitwall(fileOf(name, size), ...optionsOf(name)), mayFail: true },
        ]),
      ),
      runs,
    );
    const [small, large] = /** @type {[typeof measured[0], typeof measured[0]]} */ (measured);
    return [
      name,
      seconds(medianOf(small, 'seconds')),
      seconds(medianOf(large, 'seconds')),
      `× ${ratio(large, small, 'cpuSeconds').toFixed(2)}`,
      megabytes(medianOf(large, 'megabytes')),
    ];
  });
const result = table(
  ['shape', `${count(rows)} rows`, `${count(rows * TIMES)} rows`, 'processor time, ratio', 'peak memory'],
  measuredRows,
);
// A selection of shapes is printed, but not written to the page.
if (wanted === '') writeSection('shapes', `${machine(runs)}\n\n${result}`);
else console.log(result);

/** @param {string} name */
function optionsOf(name) {
  return CONFIGURED.has(name) ? ['--config', workflow] : [];
}

/** @param {string} name @param {number} size */
function fileOf(name, size) {
  return dataFile(`shape-${name.replaceAll(/\W+/g, '-')}-${size}.csv`, (path) => {
    const file = openSync(path, 'w');
    for (const block of SHAPES[name]?.(size) ?? []) writeSync(file, block);
    closeSync(file);
  });
}
