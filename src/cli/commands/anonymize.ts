import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { type Anonymizer, anonymizer, type Input, inputPaths, PitwallError } from '../../index.ts';
import { anonymizedText, differenceText } from '../anonymized-text.ts';
import { readConfiguration } from '../files/configuration-file.ts';
import { configurationPlace } from '../files/configuration-place.ts';
import { inputsOf } from '../files/inputs.ts';
import { filesRead, refuseOverwrite } from '../files/refuse-overwrite.ts';
import { identityOf, isSame } from '../files/same-file.ts';
import { writeWholeFile } from '../files/whole-file.ts';
import { collect } from '../options.ts';
import { type Session, write } from '../session.ts';
import { safeLine } from '../terminal/safe-line.ts';

interface AnonymizeOptions {
  output?: string;
  keep?: string[];
  mask?: string[];
  quiet?: boolean;
}

interface Copy {
  input: Input;
  /** The path as the user would write it. */
  target: string;
  path: string;
}

const USAGE = 'pitwall anonymize <files...> -o <file, or folder/>';

async function anonymize(files: string[], options: AnonymizeOptions, session: Session): Promise<void> {
  refuseFolders(files, session);
  const copies = await copiesOf(await inputsOf(files, USAGE, options, session), options.output, session);
  const { keep = [], mask = [] } = options;
  const copier = await anonymizer({ keep, mask });
  // A single file's people are collected when it is copied.
  if (copies.length > 1) await copier.collect(copies.map(({ input }) => input));
  for (const copy of copies) {
    const contents = contentsOf(copier, copy, copy === copies.at(-1));
    await writeWholeFile(copy.path, copy.target, copy.path.endsWith('.gz') ? packed(contents) : contents);
  }
  if (options.quiet === true) return;
  const written = safeLine(copies.map(({ target }) => target).join(', '));
  await write(
    session.stderr,
    `${anonymizedText(copier.columns())}${differenceText(copier.columns())}pitwall: wrote ${written}. Read it before you share it.\n`,
  );
}

/** A copy is made of a file that somebody chose: a folder may hold what nobody meant to share. */
function refuseFolders(files: readonly string[], { cwd }: Session): void {
  const folder = files.find((file) => isFolderThere(resolve(cwd, file)));
  if (folder === undefined) return;
  const cure = `Name the files in it, for example "${join(folder, '*.csv')}"`;
  throw new PitwallError('directory', 'it is a folder', folder, cure);
}

/** The target of each file's copy, which is never one of the inputs. */
async function copiesOf(named: readonly Input[], output: string | undefined, session: Session): Promise<Copy[]> {
  const { cwd } = session;
  if (output === undefined || output === '' || output === '-') {
    throw new PitwallError('no-output', 'a copy needs a file of its own', '--output', `Usage: ${USAGE}`);
  }
  // Each file that matches a pattern gets a copy of its own.
  const inputs = (await Promise.all(named.map((one) => (typeof one === 'string' ? inputPaths([one]) : [one])))).flat();
  const isFolder = /[/\\]$/.test(output) || isFolderThere(resolve(cwd, output));
  if (!isFolder && inputs.length > 1) {
    const cure = `Name a folder, with a slash at its end: -o ${output}/`;
    throw new PitwallError('bad-option', `${inputs.length} files do not fit into one`, '--output', cure);
  }
  const copies = inputs.map((input) => {
    const target = isFolder ? join(output, typeof input === 'string' ? basename(input) : 'stdin') : output;
    return { input, target, path: resolve(cwd, target) };
  });
  const sources = await filesRead(inputs, session);
  // A copy uses no configuration, but must not replace one, nor the exports that it names.
  const configuration = await readConfiguration({}, session).catch(() => undefined);
  const taken = new Set<string>();
  for (const { target, path } of copies) {
    await refuseOverwrite(
      { output: target },
      { configuration, configurationFile: configurationPlace(undefined, session)?.path },
      session,
    );
    const there = await identityOf(path);
    if (there !== null && sources.some((source) => isSame(source, there))) {
      throw new PitwallError('overwrites-input', 'is also an input', target, 'Choose another --output');
    }
    const real = realPath(path);
    if (taken.has(real)) {
      throw new PitwallError(
        'same-name',
        'two files have this name',
        target,
        'Anonymise one of them alone, with --output',
      );
    }
    taken.add(real);
  }
  return copies;
}

function isFolderThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The path with links resolved, as far as it exists. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(realPath(folder), basename(path));
  }
}

/** The copy of one file. After the last one, every column that the user named must have been found. */
async function* contentsOf(copier: Anonymizer, { input }: Copy, last: boolean): AsyncGenerator<Uint8Array> {
  yield* copier.copy(input);
  if (last) copier.checkColumns();
}

async function* packed(contents: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const [{ Readable }, { createGzip }] = await Promise.all([import('node:stream'), import('node:zlib')]);
  const source = Readable.from(contents, { objectMode: false });
  const gzip = createGzip();
  // Errors are passed on by hand: `pipeline` would replace them with an error about an early end.
  source.on('error', (error) => gzip.destroy(error));
  yield* source.pipe(gzip) as AsyncIterable<Uint8Array>;
}

const EXAMPLES = `
Examples:
  pitwall anonymize export.csv -o copy.csv
  pitwall anonymize jira/*.json -o copies/`;

/** `anonymize <files...>`: copies that can be shared. */
export function addAnonymize(program: Command, session: Session): void {
  program
    .command('anonymize')
    .description('copies of exports without people, titles and free text, so that a failing export can be shared')
    .option('-o, --output <file>', 'write the copy there, or into a folder/, whole or not at all')
    .option('--keep <column>', 'a column or JSON key to leave as it is, repeatable', collect)
    .option('--mask <column>', 'a column or JSON key to replace as well, repeatable', collect)
    .option('--quiet', 'no summary of the columns on standard error')
    .option('--debug', 'add the stack to an error')
    .argument('[files...]', 'exports: paths, globs, or - for standard input')
    .usage('[options] <files...>')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: AnonymizeOptions) => anonymize(files, options, session));
}
