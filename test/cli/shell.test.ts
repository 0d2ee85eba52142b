// The program in a shell's lines, built: what people write without thinking about it.
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BuiltProgram } from './built-program.ts';
import { FLAWED_LOG, LOG } from './terminal.ts';

let program: BuiltProgram;

beforeAll(() => {
  // Reads one JSON document, as jq does, and prints a part of it.
  const read = `let text = ''; process.stdin.on('data', (part) => (text += part)).on('end', () => {
    const value = process.argv[2].split('.').reduce((part, key) => part[key], JSON.parse(text));
    process.stdout.write(JSON.stringify(value) + '\\n'); });`;
  program = new BuiltProgram({ 'log.csv': LOG, 'flawed.csv': FLAWED_LOG, 'read.cjs': read });
  const example = join(import.meta.dirname, '../../fixtures/example');
  cpSync(example, join(program.folder, 'example'), { recursive: true });
});
afterAll(() => program.remove());

/** Runs a line of bash, in which `pitwall` is the program and `read` prints a part of the JSON that it is given. */
function bash(line: string): { status: number | null; stdout: string; stderr: string } {
  const node = `"${process.execPath}"`;
  const script = `pitwall() { ${node} "${program.bin}" "$@"; }\nread_json() { ${node} read.cjs "$@"; }\n${line}`;
  const { status, stderr, stdout } = spawnSync('bash', ['-c', script], {
    cwd: program.folder,
    encoding: 'utf8',
    env: program.environment(),
  });
  return { status, stdout, stderr };
}

// cmd.exe has no such lines.
describe.skipIf(process.platform === 'win32')('a line of a shell', () => {
  it('reads the JSON of a pipe as one document, findings or not', () => {
    expect(bash('pitwall report log.csv -f json | read_json cycleTime.count')).toEqual({
      status: 0,
      stdout: '2\n',
      stderr: '',
    });
    const flawed = bash('pitwall report flawed.csv -f json | read_json items.total');
    expect([flawed.status, flawed.stdout]).toEqual([0, '3\n']);
    expect(flawed.stderr).toMatch(/^pitwall: \d+ findings? [^\n]*\n$/);
    expect(bash('pitwall report flawed.csv -f json --quiet | read_json asOf').stderr).toBe('');
    expect(bash('pitwall sensitivity log.csv -f json | read_json sensitivity.base.items').stdout).toBe('2\n');
    expect(
      bash('cat log.csv | pitwall check - --max cycleTime.p85=9d -f json --quiet | read_json check.passed').stdout,
    ).toBe('0\n');
  });

  it('takes the first row of a list', () => {
    const { status, stderr, stdout } = bash(
      'set -o pipefail; pitwall items log.csv -f ndjson | head -n 1 | read_json id',
    );
    expect([status, stdout, stderr]).toEqual([0, '"A-1"\n', '']);
    expect(bash('pitwall items log.csv -f csv | head -1').stdout).toMatch(/^id,/);
  });

  const LIMIT = '--check "wip.current <= 0"';
  const HELD = '--check "wip.current <= 1"';

  it('goes on after a broken limit as `||` says, and after one that holds as `&&` says', () => {
    expect(bash(`pitwall check log.csv ${LIMIT} > checks.txt || echo failed`).stdout).toBe('failed\n');
    expect(bash(`pitwall check log.csv ${HELD} > checks.txt || echo failed`).stdout).toBe('');
    expect(bash(`pitwall check log.csv ${HELD} > checks.txt && echo good`).stdout).toBe('good\n');
    expect(
      bash(`if pitwall check log.csv ${LIMIT} > checks.txt; then echo good; else echo "broken: $?"; fi`).stdout,
    ).toBe('broken: 1\n');
  });

  it('ends a script with `set -e`, with the status of the check', () => {
    const ended = bash(`set -e; pitwall check log.csv ${LIMIT} > checks.txt; echo not reached`);
    expect([ended.status, ended.stdout]).toEqual([1, '']);
    const piped = bash(`set -eo pipefail; pitwall check log.csv ${LIMIT} | cat > checks.txt; echo not reached`);
    expect([piped.status, piped.stdout]).toEqual([1, '']);
  });

  it('tells a broken limit from one that cannot be judged and from a mistake', () => {
    const status = (line: string) => bash(`${line} > checks.txt 2> errors.txt; echo $?`).stdout;
    expect(status(`pitwall check log.csv ${LIMIT}`)).toBe('1\n');
    expect(status('pitwall check log.csv --max cycleTime.p85=9d')).toBe('0\n');
    expect(status('pitwall check log.csv --max cycleTime.p85=9d --require-data')).toBe('3\n');
    expect(status('pitwall check log.csv --max cycletime.p85=9d')).toBe('2\n');
    expect(status('pitwall check none.csv --max cycleTime.p85=9d')).toBe('2\n');
  });

  it('writes nothing to standard output where it fails, so that no half of a file is left', () => {
    expect(bash('pitwall report none.csv -f json > report.json; cat report.json').stdout).toBe('');
    expect(bash('pitwall report none.csv -o report.md; [ -e report.md ] || echo none').stdout).toBe('none\n');
  });
});

it('prints the same bytes whatever the zone and the language of the machine are', () => {
  const example = ['example/content-board.csv', '-c', 'example/pitwall.yaml', '--width', '100'];
  const commands = [
    ...['table', 'json', 'csv', 'markdown'].map((form) => ['report', ...example, '-f', form]),
    ['sensitivity', ...example],
    ['forecast', ...example, '--by', '2026-07-31'],
    ['check', ...example, '--max', 'cycleTime.p85=30d', '-f', 'junit'],
    ['items', ...example, '-f', 'ndjson'],
  ];
  const printed = (env: Record<string, string>) =>
    commands.map((argv) => {
      const { status, stderr, stdout } = program.run(argv, { env });
      expect([argv[0], status]).toEqual([argv[0], 0]);
      return [argv.join(' '), stdout, stderr];
    });
  const plain = printed({ TZ: 'UTC', LANG: 'C', LC_ALL: 'C' });
  for (const env of [
    { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    { TZ: 'America/St_Johns', LANG: 'ar_EG.UTF-8', LC_ALL: '' },
  ]) {
    expect(printed(env)).toEqual(plain);
  }
});
