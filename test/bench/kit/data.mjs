// The data to measure, in the temporary folder. It is made once and used again.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Raise this when a generator changes, so that old files are not used. */
const VERSION = 1;
const ROWS_PER_ITEM = 1_000_002 / 111_138;

export const folder = join(tmpdir(), `pitwall-bench-${VERSION}`);

/**
 * A file of the data folder, made if it is missing. `make` writes to the path that it gets.
 *
 * @param {string} name
 * @param {(path: string) => void} make
 */
export function dataFile(name, make) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  if (existsSync(path)) return path;
  // A run that stops half-way must not leave half a file under the final name.
  const partial = `${path}.partial`;
  try {
    make(partial);
    renameSync(partial, path);
  } finally {
    rmSync(partial, { force: true });
  }
  return path;
}

/**
 * A transition log with nine rows for each item.
 *
 * @param {number} rows
 * @param {number} [step] seconds from one row to the next
 */
export function transitionLog(rows, step = 60) {
  const items = Math.max(1, Math.round(rows / ROWS_PER_ITEM));
  return dataFile(`log-${rows}-${step}.csv`, (path) => {
    needSpace(rows * 100);
    run('generate-log.mjs', [path, '--rows', `${rows}`, '--items', `${items}`, '--step', `${step}`]);
  });
}

/** The same kind of log as a JSON array of objects. @param {number} rows */
export function jsonLog(rows) {
  return dataFile(`log-${rows}.json`, (path) => {
    needSpace(rows * 200);
    run('generate-log-json.mjs', [path, `${rows}`, 'array']);
  });
}

/** @param {string} script @param {string[]} args */
function run(script, args) {
  const path = fileURLToPath(new URL(`../${script}`, import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [path, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${script}: ${stderr}`);
}

/** @param {number} bytes */
function needSpace(bytes) {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < 2 * bytes) {
    throw new Error(
      `${folder} needs ${Math.ceil((2 * bytes) / 1e6)} MB free and has ${Math.floor((bavail * bsize) / 1e6)}`,
    );
  }
}
