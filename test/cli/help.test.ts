import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { programOf } from '../../src/cli/program.ts';
import { explainDocument, METRICS } from '../../src/index.ts';
import { folderWith, pitwall, Screen } from './terminal.ts';

const WIDTH = 80;
const HEIGHT = 24;

const session = { argv: [], stdin: process.stdin, stdout: new Screen(), stderr: new Screen(), env: {}, cwd: '.' };
const COMMANDS = programOf(session as never, { status: 0 }).commands.map((command) => command.name());

/** The help of a command on a terminal of 80 columns. */
async function helpOf(...argv: readonly string[]): Promise<string> {
  const stdout = new Screen({ columns: 80 });
  const { status, stderr } = await pitwall(argv, { stdout });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.text;
}

const widest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));

describe('the first screen', () => {
  it('fits a terminal of 80 × 24, with the line of the prompt', async () => {
    const text = await helpOf();
    expect(widest(text)).toBeLessThanOrEqual(WIDTH);
    expect(text.trimEnd().split('\n').length).toBeLessThan(HEIGHT);
  });

  it('begins with what one does first, and names every command once', async () => {
    const text = await helpOf();
    expect(text.indexOf('  report ')).toBeLessThan(text.indexOf('Look closer:'));
    const listed = text.slice(text.indexOf('Start here:'), text.lastIndexOf('\n\n'));
    const names = listed.split('\n').flatMap((line) => {
      const described = /^ {2}(\S+) {2,}/.exec(line);
      return described === null ? line.replace(/^[A-Z][^:]*:/, '').split(/[\s,]+/) : [described[1]];
    });
    expect(names.filter((name) => name !== '').sort()).toEqual([...COMMANDS].sort());
  });

  it('is the same for help, -h, --help and nothing', async () => {
    const text = await helpOf();
    for (const argv of [['help'], ['-h'], ['--help']]) expect(await helpOf(...argv)).toBe(text);
  });
});

describe('help --all', () => {
  it('says of every command what it answers', async () => {
    const text = await helpOf('help', '--all');
    expect(widest(text)).toBeLessThanOrEqual(WIDTH);
    for (const command of COMMANDS) expect(text).toMatch(new RegExp(`^ {2}${command} {2,}\\S`, 'm'));
    expect(text).toContain('Exit status: 0 done');
  });
});

describe('the help of a command', () => {
  it.each(COMMANDS)('%s is no wider than 80, even on a wide terminal, and ends with examples', async (command) => {
    const stdout = new Screen({ columns: 200 });
    const { status } = await pitwall(['help', command], { stdout });
    expect(status).toBe(0);
    expect(widest(stdout.text)).toBeLessThanOrEqual(WIDTH);
    expect(stdout.text).toMatch(/\nExamples:\n {2}\S/);
    expect(await helpOf(command, '--help')).toBe(await helpOf('help', command));
  });

  it.each(METRICS)('$command says what it answers in the words of explain', async ({ command, id, definition }) => {
    const help = (await helpOf('help', command)).replace(/\s+/g, ' ');
    expect(help).toContain(definition.meaning);
    expect(JSON.stringify(explainDocument(command).data)).toContain(JSON.stringify(definition.meaning));
    // By its key in JSON, too, unless a command is called so.
    if (!COMMANDS.includes(id)) expect(await helpOf('help', id)).toBe(await helpOf('help', command));
  });
});

/** A log of 120 items from March to December 2026, with every word that the examples use. */
const BOARD = `id,type,from,to,at\n${Array.from({ length: 120 }, (_, index) => {
  const id = `ABC-${index + 1},${index % 2 === 0 ? 'Bug' : 'Story'}`;
  const at = (day: number) =>
    new Date(Date.UTC(2026, 2, 2 + Math.floor(2.4 * index) + day, 9 + (index % 7))).toISOString();
  const moves = ['Backlog', 'In progress', 'Review', 'Done'].slice(0, index < 110 ? 4 : 2);
  return moves.map((to, step) => `${id},${step === 0 ? '' : moves[step - 1]},${to},${at(step * (1 + (index % 3)))}\n`);
})
  .flat()
  .join('')}`;

describe('the examples in the help run', () => {
  const home = process.cwd();
  let folder = '';
  afterEach(() => process.chdir(home));
  beforeAll(async () => {
    const names = ['export.csv', 'spring.csv', 'summer.csv', 'jan.csv', 'feb.csv', 'mar.csv', 'apr.csv'];
    folder = folderWith(Object.fromEntries(names.map((name) => [name, BOARD])));
    writeFileSync(join(folder, 'log.csv.gz'), gzipSync(BOARD));
    writeFileSync(join(folder, 'tickets.csv'), BOARD.replace('id,type,from,to,at', 'Ticket,Type,From,Stage,Changed'));
    for (const name of ['exports/board.csv', 'jira/board.json']) {
      cpSync(join(folder, 'export.csv'), join(folder, name), { recursive: true });
    }
    mkdirSync(join(folder, 'copies'));
    writeFileSync(join(folder, 'limits.yaml'), 'checks: [cycleTime.p85 <= 10d]\n');
    for (const name of ['flow.ndjson', 'ours.ndjson', 'theirs.ndjson']) {
      const argv = ['snapshot', 'export.csv', '--history', name, '--backfill', '--quiet'];
      expect((await pitwall(argv, { cwd: folder })).status).toBe(0);
    }
  });

  it.each(COMMANDS)('of %s', async (command) => {
    const help = await helpOf('help', command);
    const examples = help
      .slice(help.indexOf('\nExamples:\n'))
      .split('\n')
      .filter((line) => /^ {2}\S/.test(line));
    expect(examples.length).toBeGreaterThan(0);
    process.chdir(folder);
    for (const example of examples) {
      const line = (example.split(' # ')[0] as string).trim();
      expect(line).toMatch(/^(?:zcat log\.csv\.gz \| )?pitwall /);
      // What a machine takes for today must not matter.
      const typed = line.slice(line.indexOf('pitwall ') + 'pitwall '.length).replace('as-of now', 'as-of 2026-12-20');
      const words = Array.from(typed.matchAll(/(?:[^\s"]|"[^"]*")+/g), ([word]) => word.replaceAll('"', ''));
      const { status, stderr } = await pitwall(words, { cwd: process.cwd(), stdin: BOARD });
      // Limits may be broken; the command line may not be wrong.
      expect(`${line}: ${status <= 1 ? 'runs' : stderr}`).toBe(`${line}: runs`);
    }
  });
});
