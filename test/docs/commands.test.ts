// Every command line of README.md and docs/ is run, and every output that they quote is what the program prints.
//
// A ```sh block holds command lines; a ```text block after one quotes the output of its last line, and the one that
// README.md begins with that of `npm run example`. In a quotation, `…` alone on a line means lines left out.
// Commands of README.md are run from the root, those of docs/ in a copy of the example's folder. `npm run docs` quotes anew.
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { allFormats } from '../../src/ingest/registry.ts';
import { pitwall } from '../cli/terminal.ts';
import { type Fence, fencesOf, fromRoot, PAGES, pageText, wordsOf } from './pages.ts';
import { requoted } from './quotes.ts';

const FORMATS = await allFormats();

const manifest = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as {
  version: string;
  scripts: Record<string, string>;
};
const home = process.cwd();
// A copy: a command may write files, and files are named as they are typed.
const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'pitwall-docs-'));
beforeAll(() => cpSync(fromRoot('fixtures'), join(scratch, 'fixtures'), { recursive: true }));
afterEach(() => process.chdir(home));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What one step of a command line prints; null for one that sets up, of which only its script is looked for. */
async function output(step: string, folder: { at: string }): Promise<string | null> {
  const [program, ...args] = wordsOf(step);
  if (program === 'cd') {
    folder.at = resolve(folder.at, args[0] as string);
    return null;
  }
  if (program === 'npm') {
    const script = scriptOf(args);
    const last = script?.split('&&').at(-1)?.trim() ?? '';
    return last.startsWith('node bin/pitwall.js') ? await output(last, folder) : null;
  }
  if (program === 'node' && /(^|\/)bin\/pitwall\.js$/.test(args[0] ?? '')) return run(args.slice(1), folder.at);
  if (program === 'pitwall') return run(args, folder.at);
  const file = args.find((word) => word.endsWith('.mjs')) ?? 'none';
  if (program === 'node' && existsSync(fromRoot(file))) return null;
  throw new Error(`nobody knows how to run: ${step}`);
}

/** The script that an npm command runs; null for those that npm brings along. */
function scriptOf([command = '', ...rest]: readonly string[]): string | null {
  if (['ci', 'install', 'pack'].includes(command)) return null;
  const name = command === 'run' ? (rest.find((word) => !word.startsWith('-')) ?? '') : command;
  const script = manifest.scripts[name];
  if (script === undefined) throw new Error(`package.json has no script "${name}"`);
  return script;
}

async function run(argv: string[], folder: string): Promise<string> {
  process.chdir(folder);
  const { status, stdout, stderr } = await pitwall(argv, { cwd: process.cwd() });
  if (status !== 0) throw new Error(`pitwall ${argv.join(' ')} ends with ${status}: ${stderr}`);
  return stdout;
}

/** Runs the lines of a block; the output of the last. */
async function outputOf(block: Fence, start: string): Promise<string> {
  const folder = { at: start };
  let last: string | null = null;
  const lines = block.text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  for (const line of lines) {
    const [command = ''] = line.split(/\s+# /);
    for (const step of command.split('&&')) last = await output(step.trim(), folder);
  }
  return last ?? '';
}

/** Pages whose examples are logs of their own. */
const WITH_LOGS = ['docs/metrics.md', 'docs/waste.md'];

/** A copy of the example's folder for one page, so that no page reads what another has written. */
function ownExample(page: string): string {
  const folder = join(scratch, 'pages', page);
  if (!existsSync(folder)) cpSync(join(scratch, 'fixtures/example'), folder, { recursive: true });
  return folder;
}

/** Where a block's commands are run; an example below a log is alone with it. */
function folderFor(page: string, fences: readonly Fence[], index: number): string {
  if (page === 'README.md') return scratch;
  const log = fences.slice(0, index).findLast(({ language }) => language === 'csv');
  if (!WITH_LOGS.includes(page) || log === undefined) return ownExample(page);
  const folder = mkdtempSync(join(scratch, 'log-'));
  writeFileSync(join(folder, 'log.csv'), log.text);
  return folder;
}

async function printedByLibraryExample(): Promise<string> {
  const printed: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => printed.push(line));
  process.chdir(scratch);
  await import('./library-example.ts');
  return `${printed.join('\n')}\n`;
}

describe.each(PAGES)('%s', (page) => {
  const fences = fencesOf(page);
  const printed = new Map<Fence, string>();
  const commands = fences.flatMap((fence, index) => (fence.language === 'sh' ? [{ fence, index }] : []));

  it.each(commands.map((command) => [command.fence.line, command] as const))(
    'the commands of line %i run',
    async (_line, { fence, index }) => {
      printed.set(fence, await outputOf(fence, folderFor(page, fences, index)));
    },
  );

  const quotations = fences.flatMap((fence, index) => {
    if (fence.language !== 'text') return [];
    const source = fences[index - 1] ?? null;
    return source === null || source.language === 'sh' || source.language === 'ts' ? [{ fence, source }] : [];
  });

  // Most pages quote nothing.
  it.runIf(quotations.length > 0)('quotes what is printed', async () => {
    let text = pageText(page);
    for (const { fence, source } of quotations) {
      let now = '';
      if (source === null) now = (page === 'README.md' && (await output('npm run example', { at: scratch }))) || '';
      else now = source.language === 'ts' ? await printedByLibraryExample() : (printed.get(source) ?? '');
      if (now !== '') text = text.replace(fence.text, () => requoted(fence.text, now));
    }
    await expect(text).toMatchFileSnapshot(fromRoot(page));
  });
});

describe('README.md', () => {
  const fences = fencesOf('README.md');

  it('begins with what the program prints', () => {
    expect(fences[0]?.language).toBe('text');
  });

  it('is read in two minutes', () => {
    expect(pageText('README.md').split('\n').length).toBeLessThan(170);
  });

  it('names every tool whose exports are read, and how many they are', () => {
    const text = pageText('README.md').toLowerCase();
    const tools = [...new Set(FORMATS.map(({ tool }) => tool))].filter((tool) => tool !== 'table');
    expect(tools.filter((tool) => !text.includes(tool.replace('-', ' ')))).toEqual([]);
    const trackers = tools.filter((tool) => tool !== 'process-mining');
    expect(text).toContain(`files that ${trackers.length} tools export`);
  });

  it('promises no package that is not there: it is installed from a file', () => {
    const installed = fences.flatMap(({ text }) => text.match(/npm install .*/g) ?? []);
    expect(installed).toEqual([`npm install --global ./pitwall-${manifest.version}.tgz`]);
  });
});

describe('docs/library.md', () => {
  it('shows an example that compiles and runs', () => {
    const shown = fencesOf('docs/library.md').find(({ language }) => language === 'ts')?.text;
    const ran = readFileSync(fromRoot('test/docs/library-example.ts'), 'utf8');
    expect(shown).toBe(ran.replace("'../../src/index.ts'", "'pitwall'"));
  });
});

describe('a quotation', () => {
  const printed = 'Took 5 d\n\nFigures\nWork  3\nWait  4\nAge   7\n\nEnd\n';

  it('that is right stays as it is', () => {
    expect(requoted('Took 5 d\n…\nWork  3\nWait  4\n…\n', printed)).toBe('Took 5 d\n…\nWork  3\nWait  4\n…\n');
    expect(requoted(printed, printed)).toBe(printed);
  });

  it('that is wrong does not', () => {
    expect(requoted('Took 4 d\n…\nWork  2\nWait  9\n…\n', printed)).toBe('Took 5 d\n…\nWork  3\nWait  4\n…\n');
    expect(requoted('Took 5 d\n', printed)).toBe(printed);
    expect(() => requoted('Took 5 d\n…\nPlay  3\n…\n', printed)).toThrow('Play');
  });
});
