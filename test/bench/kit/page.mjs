// Writes measured tables into docs/performance.md, each between its own markers.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { medianOf, ratio } from './measure.mjs';

const page = new URL('../../../docs/performance.md', import.meta.url);

/** @param {string} name @param {string} text */
export function writeSection(name, text) {
  const before = readFileSync(page, 'utf8');
  const start = `<!-- ${name}: written by test/bench -->\n`;
  const end = `<!-- end of ${name} -->`;
  const from = before.indexOf(start);
  const to = before.indexOf(end, from);
  if (from === -1 || to === -1) throw new Error(`docs/performance.md has no section "${name}"`);
  writeFileSync(page, `${before.slice(0, from)}${start}\n${text}\n\n${before.slice(to)}`);
  console.log(text);
}

/** @param {readonly string[]} header @param {readonly (readonly string[])[]} rows the first column is text, the others numbers */
export function table(header, rows) {
  const rule = header.map((_, index) => (index === 0 ? '---' : '---:'));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/**
 * A table that compares commands with one of them.
 *
 * @param {readonly import('./measure.mjs').Measured[]} measured
 * @param {string} base the name of the command to compare with
 */
export function comparison(measured, base) {
  const other = measured.find(({ name }) => name === base);
  if (other === undefined) throw new Error(`nothing measured is called "${base}"`);
  return table(
    ['', 'median', 'fastest', 'time, ratio', 'processor', 'peak memory'],
    measured.map((one) => [
      one.name,
      seconds(medianOf(one, 'seconds')),
      seconds(Math.min(...one.runs.map((run) => run.seconds))),
      `× ${ratio(one, other).toFixed(2)}`,
      seconds(medianOf(one, 'cpuSeconds')),
      megabytes(medianOf(one, 'megabytes')),
    ]),
  );
}

/** @param {number} value */
export const seconds = (value) => `${value.toFixed(2)} s`;
/** @param {number} value */
export const megabytes = (value) => `${value.toFixed(0)} MB`;
/** @param {number} value */
export const count = (value) => value.toLocaleString('en');

/** One line on the machine and the number of runs. @param {number} runs */
export function machine(runs) {
  const cores = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${new Date().toISOString().slice(0, 10)}, ${cores}, ${process.platform}, Node ${process.version}; medians of ${runs} turns.`;
}
