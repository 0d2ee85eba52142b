import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PitwallError } from '../../model/errors.ts';
import { nearest } from '../../model/nearest.ts';
import type { Input, NamedInput } from '../input.ts';
import { folderFiles } from './folder-files.ts';

/** One input: a file that exists, or data. A file of a folder that was named says so. */
export type SingleInput = { path: string; size: number | null; folder?: string } | NamedInput;

/**
 * Expands globs and folders and checks that files exist, so that a misspelt last name stops the run before the first file
 * is read.
 * @throws PitwallError `missing-file`, `empty-folder`, `large-folder`, `no-match`
 */
export async function inputFiles(inputs: readonly Input[]): Promise<SingleInput[]> {
  const found: SingleInput[] = [];
  for (const input of inputs) {
    if (typeof input !== 'string') found.push(input);
    else if (input === '-') found.push({ name: '-', data: process.stdin });
    else found.push(...(await filesOf(input)));
  }
  return found;
}

/**
 * The paths of the files that an analysis of these inputs may read, with patterns and folders expanded, without data that
 * is no file.
 * @throws PitwallError `missing-file`, `empty-folder`, `large-folder`, `no-match`
 */
export async function inputPaths(inputs: readonly Input[]): Promise<string[]> {
  return (await inputFiles(inputs)).flatMap((input) => ('path' in input ? [input.path] : []));
}

async function filesOf(path: string): Promise<SingleInput[]> {
  // Nothing but a variable of a shell that is not set gives such a name.
  if (path === '') throw new PitwallError('missing-file', 'the name of a file is empty', null, 'Name a file.');
  // A file may be called `a[1].csv`: the name of a file that exists is no pattern.
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) return folderFiles(path);
  // Only a plain file has a size to measure progress by; a pipe has none.
  if (there !== null) return [{ path, size: there.isFile() ? there.size : null }];
  // Every pattern has one of these. The package that knows the rest takes time to load.
  if (!/[*?[{(!]/.test(path)) throw await missing(path);
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(path)) throw await missing(path);
  const paths = await glob(path.replaceAll('\\', '/'), { expandDirectories: false });
  if (paths.length === 0) {
    throw new PitwallError(
      'no-match',
      'no file matches this pattern',
      path,
      'Check the pattern and the working directory.',
    );
  }
  return Promise.all(paths.sort().map(async (file) => ({ path: file, size: (await stat(file)).size })));
}

async function missing(path: string): Promise<PitwallError> {
  const folder = dirname(path);
  const neighbours = await readdir(folder).catch(() => null);
  if (neighbours === null) {
    return new PitwallError('missing-file', 'there is no such file, nor its folder', path, 'Check the path.');
  }
  const near = nearest(basename(path), neighbours);
  const cure = near === null ? 'Check the path.' : `Did you mean ${join(folder, near)}?`;
  return new PitwallError('missing-file', 'there is no such file', path, cure);
}
