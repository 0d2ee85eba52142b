// The built program in shells as people start them, on terminals: keys are typed, and what comes out is what the shell
// passes on. `pitwall` is then a function that shows its arguments; completion asks the program itself.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fencesOf } from '../../docs/pages.ts';
import { BuiltProgram } from '../built-program.ts';
import { LOG } from '../terminal.ts';
import { has, ShellOnTerminal } from './shell-on-terminal.ts';

/** Statuses and types that a shell would run, expand or stumble over. */
const HOSTILE = `id,type,from,to,at
A-1,Bug,,$(touch owned),2026-01-05T09:00:00Z
A-2,"it's ""so""",,\`touch owned\`,2026-01-05T09:00:00Z
A-3,a\\b c,,; touch owned &,2026-01-05T09:00:00Z
A-4,*,,Legal! review,2026-01-05T09:00:00Z
A-5,"new
line",,\u001b]0;owned\u0007,2026-01-05T09:00:00Z
`;

interface Shell {
  name: string;
  start: string;
  /** Shows the arguments that the shell passes. */
  show: string;
}

const SHELLS: readonly Shell[] = [
  {
    name: 'bash',
    start: 'bash --noprofile --norc -i',
    show: `pitwall() { printf '<%s>' "$@"; echo; }`,
  },
  {
    name: 'zsh',
    start: 'zsh -f -i',
    show: `pitwall() { printf '<%s>' "$@"; echo }`,
  },
  {
    name: 'fish',
    start: 'fish --no-config -i',
    show: "function pitwall; printf '<%s>' $argv; echo; end",
  },
];

/** The line that the docs give for the file that a shell reads. */
function installs(shell: string): string {
  return (
    fencesOf('docs/completion.md')
      .find(({ language }) => language === shell)
      ?.text.trim() ?? 'none'
  );
}

let program: BuiltProgram;
let work = '';
let env: Record<string, string> = {};

beforeAll(() => {
  program = new BuiltProgram({});
  work = join(program.folder, 'work');
  const bin = join(program.folder, 'path');
  for (const folder of [work, bin, join(program.folder, 'home')]) mkdirSync(folder);
  const files = { 'hostile.csv': HOSTILE, 'log.csv': LOG, 'my log.csv': LOG };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(work, name), text);
  const script = `#!/bin/sh\nexec '${process.execPath}' '${program.bin}' "$@"\n`;
  writeFileSync(join(bin, 'pitwall'), script, { mode: 0o755 });
  const path = `${bin}:${process.env.PATH ?? ''}`;
  env = program.environment({
    PATH: path,
    HOME: join(program.folder, 'home'),
    XDG_CACHE_HOME: join(program.folder, 'cache'),
  });
});
afterAll(() => program.remove());

/** What a shell without a terminal prints. */
function printed(shell: string, args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(shell, args, { cwd: work, env, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout;
}

// Without a shell, or without `script` to give it a terminal, there is nothing to try.
describe.skipIf(!has('script')).each(SHELLS)('$name on a terminal', ({ name, show, start }) => {
  /** Types each of `keys` once the one before has been answered, and then Enter; the arguments that were passed. */
  async function typed(...keys: [string, RegExp][]): Promise<string> {
    const shell = new ShellOnTerminal(start, work, env);
    try {
      // Written in two parts, so that the line itself does not show it.
      // Twice, as where a shell reads its file again.
      shell.type(`${installs(name)}; ${installs(name)}; ${show}; echo re''ady\r`);
      await shell.until(/^ready/m);
      for (const [key, answer] of keys) {
        shell.type(key);
        await shell.until(answer);
      }
      shell.type('\r');
      const shown = await shell.until(/<[^\r\n]*>\s*[\r\n]/);
      expect(shell.shown).not.toMatch(/command not found|no matches|error|Killed|Warning/i);
      return /<[^\r\n]*>(?=\s*[\r\n])/.exec(shown)?.[0] ?? shown;
    } finally {
      shell.end();
    }
  }

  const isThere = has(name);
  if (!isThere) process.stderr.write(`skipped: there is no ${name} here\n`);

  // A machine may lack one of the shells.
  it.skipIf(!isThere)('completes commands, options, values, fields and files', async () => {
    const passed = await typed(
      ['pitwall repo\t', /report\s/],
      ['lo\t', /log\.csv\s/],
      ['--form\t', /--format\s/],
      ['js\t', /json\s/],
      ['--wh\t', /--where\s/],
      ['ty\t', /type=/],
      ['St\t', /Story/],
    );
    expect(passed).toBe('<report><log.csv><--format><json><--where><type=Story>');
  });

  // As above.
  it.skipIf(!isThere)('passes on what is hostile as a word, and runs nothing of it', async () => {
    const substitution = await typed(['pitwall wip hostile.csv --where stage=\\$\t', /owned/]);
    expect(substitution).toBe('<wip><hostile.csv><--where><stage=$(touch owned)>');
    const command = await typed(['pitwall wip hostile.csv --where stage=\\;\t', /owned/]);
    expect(command).toBe('<wip><hostile.csv><--where><stage=; touch owned &>');
    expect(await typed(['pitwall wip hostile.csv --where type=it\t', /so/])).toBe(
      `<wip><hostile.csv><--where><type=it's "so">`,
    );
    // What stands on the line already is not run either; the line is then taken back.
    const [run, other] = [
      'pitwall wip $(touch owned) `touch owned` --unit w\t',
      '\u0015pitwall wip log.csv --unit d\t',
    ];
    expect(await typed([run, /week\s/], [other, /day\s/])).toBe('<wip><log.csv><--unit><day>');
    expect(readdirSync(work)).not.toContain('owned');
  });

  // As above.
  it.skipIf(!isThere)('completes within quotes, after =, and files with spaces', async () => {
    // The shell closes the quote.
    expect(await typed(['pitwall wip hostile.csv --where "stage=Legal\t', /review/])).toBe(
      '<wip><hostile.csv><--where><stage=Legal! review>',
    );
    if (name === 'bash') {
      // Where the quote begins within the word, and has been closed before.
      const word = 'pitwall wip hostile.csv --where "st"age"=Legal\t';
      expect(await typed([word, /review/])).toBe('<wip><hostile.csv><--where><stage=Legal! review>');
    }
    expect(await typed(['pitwall report --format=mark\t', /markdown/])).toBe('<report><--format=markdown>');
    expect(await typed(['pitwall report my\t', /log\.csv/])).toBe('<report><my log.csv>');
  });

  // As above.
  it.skipIf(!isThere)('gives up on a file that holds too much, without a word', async () => {
    const row = 'A-1,Bug,,$(touch owned),2026-01-05T09:00:00Z\n';
    writeFileSync(join(work, 'bomb.csv.gz'), gzipSync(`id,type,from,to,at\n${row.repeat(4_000_000)}`));
    const passed = await typed(['pitwall wip bomb.csv.gz --where type=B\t', /type=B/], ['ug', /ug/]);
    expect(passed).toBe('<wip><bomb.csv.gz><--where><type=Bug>');
  });
});

// The shells may be missing.
describe('completion without a terminal', () => {
  // As above.
  it.skipIf(!has('fish'))('is what fish asks for', () => {
    const complete = (line: string) =>
      printed('fish', ['--no-config', '-c', 'pitwall completion fish | source; complete -C $argv[1]', line]);
    expect(
      complete('pitwall re')
        .split('\n')
        .map((shown) => shown.split('\t')[0]),
    ).toEqual(expect.arrayContaining(['report', 'rework', 'review-yield']));
    expect(complete('pitwall wip log.csv --where stage=')).toBe('stage=Done\nstage=In progress\n');
    expect(complete('pitwall wip "my log.csv" --where type=')).toBe('type=Bug\ntype=Story\n');
    expect(complete('pitwall wip hostile.csv --where "stage=Leg')).toBe('stage=Legal! review\n');
    expect(complete('pitwall wip l')).toBe('log.csv\n');
    expect(complete('pitwall wip --output=l')).toBe('--output=log.csv\n');
    expect(complete('pitwall wip $(touch owned) --unit d')).toBe('day\n');
    expect(existsSync(join(work, 'owned'))).toBe(false);
  });

  // As above.
  it.skipIf(!has('bash'))('is what bash calls', () => {
    const replies = (line: string) =>
      printed('bash', [
        '-c',
        `eval "$(pitwall completion bash)"; compopt() { :; }; COMP_LINE=$1; COMP_POINT=\${#1}; _pitwall; printf '%s\\n' "\${COMPREPLY[@]}"`,
        'bash',
        line,
      ]);
    expect(replies('pitwall re')).toBe('report\nrework\nreview-yield\n');
    expect(replies('pitwall wip log.csv --where type=')).toBe('Story\nBug\n');
    expect(replies('pitwall wip $(touch owned) --where type=')).toBe('\n');
    expect(existsSync(join(work, 'owned'))).toBe(false);
  });
});
