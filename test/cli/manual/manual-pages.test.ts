import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manualPages } from '../../../src/cli/manual/manual-pages.ts';
import { escaped, written } from '../../../src/cli/manual/roff.ts';
import { programOf } from '../../../src/cli/program.ts';
import { METRICS } from '../../../src/index.ts';
import { folderWith, Screen } from '../terminal.ts';

const pages = await manualPages();
const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as {
  version: string;
  man: string[];
};

const stdin = (async function* nothing(): AsyncGenerator<string> {})();
const session = { argv: [], stdin, stdout: new Screen(), stderr: new Screen(), env: {}, cwd: '.' };
const program = programOf(session, { status: 0 });
const commands = program.createHelp().visibleCommands(program);

const pageOf = (command: Command): string =>
  pages.get(command === program ? 'pitwall.1' : `pitwall-${command.name()}.1`) ?? '';

const SECTIONS = [
  'NAME',
  'SYNOPSIS',
  'DESCRIPTION',
  'OPTIONS',
  'EXIT STATUS',
  'ENVIRONMENT',
  'FILES',
  'EXAMPLES',
  'SEE ALSO',
];

const hasMandoc = spawnSync('mandoc', ['-h']).error === undefined;
if (!hasMandoc) process.stderr.write('skipped: there is no mandoc here\n');

/** A page as it is read, at 78 columns, without bold and italics. */
function read(text: string): string {
  const { stdout } = spawnSync('mandoc', ['-T', 'utf8', '-O', 'width=78'], { input: text, encoding: 'utf8' });
  // Bold is a character twice, with a step back between.
  return stdout.replace(new RegExp(`.${String.fromCharCode(8)}`, 'g'), '');
}

describe('the manual', () => {
  it('has a page for each command and one for the program, and the package lists them', () => {
    const names = commands
      .filter((command) => command.name() !== 'help')
      .map((command) => `pitwall-${command.name()}.1`);
    expect([...pages.keys()].sort()).toEqual(['pitwall.1', ...names].sort());
    // `man` in package.json: what npm installs.
    expect([...manifest.man].sort()).toEqual([...pages.keys()].map((name) => `./dist/man/${name}`).sort());
  });

  it('has every section, in the order in which manuals have them', () => {
    for (const [name, text] of pages) {
      expect([name, text.match(/^\.SH .*$/gm)]).toEqual([name, SECTIONS.map((title) => `.SH ${title}`)]);
    }
  });

  it('names every command, and every option and argument of each', () => {
    const missing = [program, ...commands].flatMap((command) => {
      if (command.name() === 'help') return [];
      const help = command.createHelp();
      const terms = [
        ...help.visibleOptions(command).map(({ flags }) => `.TP\n${written(flags)}\n`),
        ...help.visibleOptions(command).map(({ description }) => escaped(description)),
        ...help.visibleArguments(command).map(({ description }) => escaped(description)),
        ...(command === program ? commands.map((one) => `.TP\n\\fB${escaped(one.name())}\\fR\n`) : []),
      ];
      return terms.filter((term) => !pageOf(command).includes(term)).map((term) => [command.name(), term]);
    });
    expect(missing).toEqual([]);
    const options = commands.flatMap((command) => command.options);
    expect(options.length).toBeGreaterThan(500);
  });

  it('says of a metric what explain says', () => {
    for (const { command, definition } of METRICS) {
      const text = pages.get(`pitwall-${command}.1`) as string;
      for (const part of [definition.meaning, definition.formula, definition.caution])
        expect(text).toContain(escaped(part));
    }
  });

  it('gives each page an example that begins with the command', () => {
    for (const [name, text] of pages) {
      const command = name.replace(/\.1$/, '').replace('pitwall-', 'pitwall ');
      const example = /\.SH EXAMPLES\n\.EX\n(.+?)\n\.EE/s.exec(text)?.[1] ?? '';
      expect([name, example.replaceAll('\\-', '-')]).toEqual([name, expect.stringContaining(command)]);
    }
  });

  it('names the statuses, and only where check may end with them', () => {
    expect(pages.get('pitwall-check.1')).toMatch(/\.SH EXIT STATUS\n(\.TP\n\\fB[0123]\\fR\n.+\n){4}\.SH/);
    expect(pages.get('pitwall-report.1')).toMatch(/\.SH EXIT STATUS\n(\.TP\n\\fB[02]\\fR\n.+\n){2}\.SH/);
  });

  it('names every variable of the environment that the command line reads', () => {
    const folder = join(import.meta.dirname, '../../../src/cli');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const read = sources.flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const direct = Array.from(text.matchAll(/env\.([A-Z][A-Z_]+)/g), ([, variable = '']) => variable);
      return [...direct, ...Array.from(text.matchAll(/\b(PITWALL_[A-Z]+|PAGER)\b/g), ([, variable = '']) => variable)];
    });
    expect(read.length).toBeGreaterThan(5);
    const page = pages.get('pitwall.1') as string;
    // For coverage of tests alone.
    const missing = [...new Set(read)].filter((variable) => variable !== 'NODE_V' && !page.includes(variable));
    expect(missing).toEqual([]);
  });

  it('is the same on each run, and of another day only where one is asked for', async () => {
    expect(await manualPages()).toEqual(pages);
    const dated = await manualPages('86400');
    expect(dated.get('pitwall.1')).toContain(`.TH PITWALL 1 "1970-01-02" "pitwall ${manifest.version}"`);
    const undated = (text: string) => text.replace(/^\.TH .*$/m, '');
    for (const [name, text] of pages) expect(undated(dated.get(name) as string)).toBe(undated(text));
  });

  it('is written in ASCII, with lines that are no requests but those that are meant', () => {
    const requests = new Set(['.\\"', '.TH', '.SH', '.SS', '.TP', '.EX', '.EE', '.BR', '.br', '.nh', '.ad']);
    for (const [name, text] of pages) {
      expect([name, /[^\n -~]/.exec(text)?.[0] ?? null]).toEqual([name, null]);
      const lines = text.split('\n').filter((line) => /^[.']/.test(line));
      expect(lines.filter((line) => !requests.has(line.split(' ')[0] as string))).toEqual([]);
    }
  });

  // Not every machine has it.
  it.skipIf(!hasMandoc)('gives mandoc nothing to warn of', () => {
    const folder = folderWith(Object.fromEntries(pages));
    const files = [...pages.keys()].map((name) => join(folder, name));
    const { status, stdout } = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning', ...files], { encoding: 'utf8' });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });

  // As above.
  it.skipIf(!hasMandoc)('reads like the help', () => {
    const text = read(pages.get('pitwall-check.1') as string);
    expect(text).toContain('     pitwall check [options] files...');
    expect(text).toMatch(/^ +-f, --format form$/m);
    expect(text).toContain('pitwall check export.csv --check "stage[Review].p85 <= 2d" -f github');
    expect(read(pages.get('pitwall.1') as string)).toMatch(/^ +pitwall-report\(1\), pitwall-\w+\(1\), /m);
  });

  const LINE = fc.string({ unit: fc.constantFrom(...'abc .\'\\-"`^~%*$[]<>(){}|é×→'), minLength: 1 });

  // As above.
  it.skipIf(!hasMandoc)('shows every text as it is', () => {
    const texts = fc.sample(LINE, { numRuns: 200, seed: 3 }).map((text) => text.replace(/\s+/g, ' ').trim());
    const shown = texts.filter((text) => text !== '' && text.length < 60);
    const page = `.TH X 1 "2026-12-01"\n.SH NAME\nx \\- y\n.SH B\n.nf\n${shown.map(escaped).join('\n')}\n.fi\n`;
    const lines = read(page)
      .split('\n')
      .map((line) => line.trim());
    const start = lines.indexOf('B') + 1;
    expect(lines.slice(start, start + shown.length)).toEqual(shown);
  });
});
