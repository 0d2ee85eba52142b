// A place in which the examples of docs/ci.md run: bash, the built program, and a board that has moved until today.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SaxesParser } from 'saxes';
import { BuiltProgram } from '../cli/built-program.ts';
import { action, type Step } from './ci-examples.ts';
import { fromRoot } from './pages.ts';

export const DAY_MS = 86_400_000;

/** A board on which an item was finished on each of the last 90 days. */
function board(): string {
  const today = Math.floor(Date.now() / DAY_MS);
  const at = (day: number, hour: string) => `${new Date(day * DAY_MS).toISOString().slice(0, 10)}T${hour}:00:00Z`;
  const rows = Array.from({ length: 90 }, (_, ago) => today - 90 + ago).map(
    (day) => `F-${day},Backlog,${at(day, '01')}\nF-${day},Doing,${at(day, '02')}\nF-${day},Done,${at(day, '03')}`,
  );
  return `id,to,at\n${rows.join('\n')}\nO-1,Doing,${at(today - 3, '09')}\n`;
}

/** Runs the lines of jobs, each in a folder of its own. */
export class Jobs {
  readonly program: BuiltProgram = new BuiltProgram({});
  readonly scratch: string = mkdtempSync(join(realpathSync(tmpdir()), 'pitwall-ci-'));

  constructor() {
    const { bin, folder } = this.program;
    for (const part of ['tools/action.sh', 'docs/ci/keep-history.sh']) {
      mkdirSync(join(folder, dirname(part)), { recursive: true });
      cpSync(fromRoot(part), join(folder, part));
    }
    mkdirSync(join(folder, 'path'));
    const shim = `#!/usr/bin/env bash\nexec "${process.execPath}" "${bin}" "$@"\n`;
    writeFileSync(join(folder, 'path/pitwall'), shim, { mode: 0o755 });
  }

  remove(): void {
    this.program.remove();
    rmSync(this.scratch, { recursive: true, force: true });
  }

  /** A folder in which a job runs, with a board, a program that exports it, and limits in the configuration. */
  folder(limits: readonly string[] = ['cycleTime.p85 <= 60d']): string {
    const folder = mkdtempSync(join(this.scratch, 'job-'));
    writeFileSync(join(folder, 'board.csv'), board());
    writeFileSync(join(folder, 'export.sh'), '#!/usr/bin/env bash\ncat board.csv\n', { mode: 0o755 });
    const checks = limits.map((limit) => `  - ${limit}\n`).join('');
    writeFileSync(join(folder, 'pitwall.yaml'), `timeZone: UTC\n${checks === '' ? '' : `checks:\n${checks}`}`);
    return folder;
  }

  /** Runs lines of bash, with `pitwall` on the path. */
  shell(script: string, folder: string, env: Record<string, string> = {}) {
    const path = `${join(this.program.folder, 'path')}:${dirname(process.execPath)}:${process.env.PATH}`;
    const all = { ...this.program.environment(), PATH: path, ...env };
    const { status, stderr, stdout } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8', env: all });
    return { status, stdout, stderr };
  }

  /** Runs the action as its one step says. */
  action(given: Record<string, string>, folder: string) {
    const [step] = action.runs.steps as [Step];
    const temporary = mkdtempSync(join(this.scratch, 'runner-'));
    const files = { summary: join(temporary, 'summary.md'), output: join(temporary, 'output.txt') };
    for (const file of Object.values(files)) writeFileSync(file, '');
    const github = { action_path: this.program.folder };
    const env = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([name, value]) => [name, evaluated(value, given, github)]),
    );
    const runner = { RUNNER_TEMP: temporary, GITHUB_STEP_SUMMARY: files.summary, GITHUB_OUTPUT: files.output };
    const at = join(folder, evaluated(step['working-directory'] ?? '.', given, {}));
    const ran = this.shell(step.run ?? '', at, { ...env, ...runner });
    return { ...ran, summary: readFileSync(files.summary, 'utf8'), output: readFileSync(files.output, 'utf8') };
  }
}

export const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
export const lines = (text: string) => text.trimEnd().split('\n');

/** How many tests and failures JUnit XML has. */
export function junitOf(xml: string): { tests: number; failures: number } {
  const counts = { tests: 0, failures: 0 };
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    if (name === 'testcase') counts.tests++;
    if (name === 'failure') counts.failures++;
  });
  parser.write(xml).close();
  return counts;
}

/** What the runner of GitHub's jobs makes of an expression in an action. */
function evaluated(value: string, inputs: Record<string, string>, github: Record<string, string>): string {
  return value.replace(/\$\{\{ (\w+)\.([\w-]+) \}\}/g, (_whole, scope: string, name: string) => {
    const found = scope === 'inputs' ? (inputs[name] ?? action.inputs[name]?.default) : github[name];
    if (found === undefined) throw new Error(`nobody knows ${scope}.${name}`);
    return found;
  });
}
