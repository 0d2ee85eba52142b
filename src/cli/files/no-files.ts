import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { open, PitwallError } from '../../index.ts';
import type { CommandOptions } from '../command-options.ts';
import type { Session } from '../session.ts';
import { shellFile } from './shell-word.ts';

/** How the names of exports end. */
const EXPORT = /\.(?:csv|tsv|json|jsonl|ndjson|parquet|xes|xlsx|xml)(?:\.gz)?$|\.zip$/i;

/** Only this many files are tried, and none that is larger: an error should not take long. */
const MOST_TRIED = 20;
const LARGEST_TRIED = 8 * 1024 * 1024;

const MOST_NAMED = 4;

/**
 * The error of a command line without files. It names the exports that lie in the folder, but reads none of them in place
 * of what the user may have meant.
 * @param usage what to type: `pitwall report <files...>`
 */
export async function noFiles(
  usage: string,
  { anonymizePeople }: Pick<CommandOptions, 'anonymizePeople'>,
  session: Session,
): Promise<PitwallError> {
  const isTyped = session.stdin.isTTY === true;
  // If standard input is a pipe or a file, the user may have meant to read it.
  const piped = isTyped ? '' : `; to read standard input: ${usage.replace('<files...>', '-')}`;
  // The name of a file may be somebody's name, and nobody's name is known yet.
  const isNamed = anonymizePeople !== true && usage.includes('<files...>');
  const { found, isAll } = isNamed ? await exportsIn(session.cwd) : { found: [], isAll: true };
  const [first] = found;
  // Two exports, or one and how to divide it: no line can be proposed.
  const isOpen = usage.includes('<a>');
  if (first === undefined && isOpen) return new PitwallError('no-files', 'no files given', null, `Usage: ${usage}`);
  if (first === undefined) return new PitwallError('no-files', 'no files given', null, `Usage: ${usage}${piped}`);
  const command = usage.replace('<files...>', shellFile(first));
  if (found.length === 1 && isAll) {
    const what = `no files given. One export is in this folder, ${first}`;
    return new PitwallError('no-files', what, null, isOpen ? `Usage: ${usage}` : `Run ${command}${piped}`);
  }
  const named = found.slice(0, MOST_NAMED).join(', ');
  const rest = found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} more` : '';
  const count = `${isAll ? '' : 'At least '}${found.length} ${found.length === 1 ? 'export is' : 'exports are'}`;
  const what = `no files given. ${count} in this folder: ${named}${rest}`;
  const cure = isOpen ? `Usage: ${usage}` : `Name those that you mean, such as ${command}${piped}`;
  return new PitwallError('no-files', what, null, cure);
}

/** The files in a folder that can be read as exports, and whether all were tried; large ones are taken at their names. */
async function exportsIn(folder: string): Promise<{ found: string[]; isAll: boolean }> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => EXPORT.test(name) && !name.startsWith('.'));
  const found: string[] = [];
  for (const name of names.sort().slice(0, MOST_TRIED)) {
    if (await isExport(resolve(join(folder, name)))) found.push(name);
  }
  return { found, isAll: names.length <= MOST_TRIED };
}

async function isExport(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => null);
  if (stats?.isFile() !== true) return false;
  if (stats.size > LARGEST_TRIED) return true;
  try {
    await open([path], { keepRows: false });
    return true;
  } catch (error) {
    // Nobody has said yet how its dates are meant, but it is one.
    return error instanceof PitwallError && error.code === 'date-order';
  }
}
