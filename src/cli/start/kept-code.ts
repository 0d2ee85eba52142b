import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { numberOf } from './code-file.ts';

/** What names of files with code begin and end with; a draft has the number of its process after that. */
const NAMED = /^program-.*\.code(\.\d+)?$/;

/** Versions of pitwall and of Node may take turns, and each keeps its own; more than these few are left behind. */
const MOST = 4;

/**
 * The name of the file for the code of one program under one Node with these flags.
 * @param program the file name of the program, which changes with its contents
 */
export function codeName(program: string, flags: readonly string[]): string {
  const { version, platform, arch } = process;
  const flagged = flags.length === 0 ? '' : `-${numberOf(flags.join(' ')).toString(36)}`;
  return `${program.replace(/\.\w+$/, '')}-${version}-${platform}-${arch}${flagged}.code`;
}

/**
 * The name of the file for the code that a long run leaves: V8 has thrown away by then what was run at its beginning alone.
 * It serves until a short run leaves all of it.
 */
export function partName(name: string): string {
  return name.replace(/\.code$/, '-part.code');
}

/** Leaves the newest files of code in the folder, and whatever else is there. */
export function tidy(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => NAMED.test(name))
    .map((name) => ({ path: join(folder, name), time: statSync(join(folder, name)).mtimeMs }));
  files.sort((a, b) => b.time - a.time);
  for (const { path } of files.slice(MOST)) rmSync(path, { force: true });
}
