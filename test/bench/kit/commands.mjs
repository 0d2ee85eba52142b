// The commands to measure.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const contender = (/** @type {string} */ name) => fileURLToPath(new URL(`../contenders/${name}`, import.meta.url));
const node = (/** @type {string[]} */ ...args) => ({ command: process.execPath, args });

/** A configuration with the workflow, from which DuckDB also reads the stages. */
export const workflow = contender('workflow.json');

const bin = fileURLToPath(new URL('../../../bin/pitwall.js', import.meta.url));
const built = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

/** The built `pitwall report`. @param {string} file @param {...string} options */
export function pitwall(file, ...options) {
  if (!existsSync(built)) throw new Error('dist/cli.js is not there: run `npm run build` first');
  return node(bin, 'report', '--format', 'json', '--quiet', ...options, file);
}

/** A script of the folder `contenders`. @param {string} script @param {...string} args */
export const script = (script, ...args) => node(contender(script), ...args);

/** A pandas script, for a Python that has pandas; null if there is none. @param {string} name @param {...string} args */
export function pandas(name, ...args) {
  const python = pythonWithPandas();
  return python === null ? null : { command: python.command, args: [contender(name), ...args] };
}

/** The Python to measure, and the version of its pandas: PYTHON, or the first that has it. */
export function pythonWithPandas() {
  for (const command of [process.env.PYTHON, 'python3', '/usr/bin/python3']) {
    if (command === undefined) continue;
    const { status, stdout } = spawnSync(command, ['-c', 'import pandas; print(pandas.__version__)'], {
      encoding: 'utf8',
    });
    if (status === 0) return { command, version: stdout.trim() };
  }
  return null;
}
