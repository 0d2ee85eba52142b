// The examples of docs/ci.md: they are read by a YAML parser, their parts fit together, and every command in them runs in
// bash, with the built program, a board that has moved until today, and a git remote of its own.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BuiltProgram } from '../cli/built-program.ts';
import { fromRoot, pageText } from './pages.ts';

const DAY_MS = 86_400_000;
const bash = process.platform === 'win32' ? null : 'bash';

interface Step {
  id?: string;
  uses?: string;
  run?: string;
  with?: Record<string, string>;
  'working-directory'?: string;
  env?: Record<string, string>;
  shell?: string;
}
interface Action {
  inputs: Record<string, { description: string; required?: boolean; default?: string }>;
  outputs: Record<string, { value: string }>;
  runs: { using: string; steps: Step[] };
}
interface GitLabJob {
  before_script: string[];
  script: string[];
  cache: { paths: string[]; when: string };
  artifacts: { paths: string[]; when: string; reports: Record<string, string> };
}

const yamlOf = <Shape>(path: string) => parse(readFileSync(fromRoot(path), 'utf8'), { strict: true }) as Shape;
const action = yamlOf<Action>('action.yml');
const workflow = yamlOf<{ jobs: Record<string, { steps: Step[] }> }>('docs/ci/github-actions.yml');
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
const gitlab = Object.values(yamlOf<Record<string, GitLabJob>>('docs/ci/gitlab-ci.yml'))[0] as GitLabJob;
const jenkinsfile = readFileSync(fromRoot('docs/ci/Jenkinsfile'), 'utf8');

let program: BuiltProgram;
let scratch: string;

/** A board on which an item was finished on each of the last 90 days. */
function board(): string {
  const today = Math.floor(Date.now() / DAY_MS);
  const at = (day: number, hour: string) => `${new Date(day * DAY_MS).toISOString().slice(0, 10)}T${hour}:00:00Z`;
  const rows = Array.from({ length: 90 }, (_, ago) => today - 90 + ago).map(
    (day) => `F-${day},Backlog,${at(day, '01')}\nF-${day},Doing,${at(day, '02')}\nF-${day},Done,${at(day, '03')}`,
  );
  return `id,to,at\n${rows.join('\n')}\nO-1,Doing,${at(today - 3, '09')}\n`;
}

beforeAll(() => {
  scratch = mkdtempSync(join(realpathSync(tmpdir()), 'pitwall-ci-'));
  program = new BuiltProgram({});
  for (const part of ['tools/action.sh', 'docs/ci/keep-history.sh']) {
    mkdirSync(join(program.folder, dirname(part)), { recursive: true });
    cpSync(fromRoot(part), join(program.folder, part));
  }
  mkdirSync(join(program.folder, 'path'));
  const shim = `#!/usr/bin/env bash\nexec "${process.execPath}" "${program.bin}" "$@"\n`;
  writeFileSync(join(program.folder, 'path/pitwall'), shim, { mode: 0o755 });
});
afterAll(() => {
  program.remove();
  rmSync(scratch, { recursive: true, force: true });
});

/** A folder in which a job runs, with a board, a program that exports it, and limits in the configuration. */
function jobFolder(limits: readonly string[] = ['cycleTime.p85 <= 60d']): string {
  const folder = mkdtempSync(join(scratch, 'job-'));
  writeFileSync(join(folder, 'board.csv'), board());
  writeFileSync(join(folder, 'export.sh'), '#!/usr/bin/env bash\ncat board.csv\n', { mode: 0o755 });
  const checks = limits.map((limit) => `  - ${limit}\n`).join('');
  writeFileSync(join(folder, 'pitwall.yaml'), `timeZone: UTC\n${checks === '' ? '' : `checks:\n${checks}`}`);
  return folder;
}

function shell(script: string, folder: string, env: Record<string, string> = {}) {
  const path = `${join(program.folder, 'path')}:${dirname(process.execPath)}:${process.env.PATH}`;
  const all = { ...program.environment(), PATH: path, ...env };
  const { status, stderr, stdout } = spawnSync(bash as string, ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: all,
  });
  return { status, stdout, stderr };
}

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
const lines = (text: string) => text.trimEnd().split('\n');

/** How many tests and failures JUnit XML has. */
function junitOf(xml: string): { tests: number; failures: number } {
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

/** Runs the action as its one step says. */
function runAction(given: Record<string, string>, folder: string) {
  const [step] = action.runs.steps as [Step];
  const temporary = mkdtempSync(join(scratch, 'runner-'));
  const files = { summary: join(temporary, 'summary.md'), output: join(temporary, 'output.txt') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const env = Object.fromEntries(
    Object.entries(step.env ?? {}).map(([name, value]) => [
      name,
      evaluated(value, given, { action_path: program.folder }),
    ]),
  );
  const runner = { RUNNER_TEMP: temporary, GITHUB_STEP_SUMMARY: files.summary, GITHUB_OUTPUT: files.output };
  const at = join(folder, evaluated(step['working-directory'] ?? '.', given, {}));
  const ran = shell(step.run ?? '', at, { ...env, ...runner });
  return { ...ran, summary: readFileSync(files.summary, 'utf8'), output: readFileSync(files.output, 'utf8') };
}

describe('the examples', () => {
  it('are the files that the page names', () => {
    const page = pageText('docs/ci.md');
    for (const file of ['github-actions.yml', 'gitlab-ci.yml', 'Jenkinsfile', 'keep-history.sh']) {
      expect(page).toContain(`(ci/${file})`);
    }
  });

  it('give the action only what it takes, and all that it requires', () => {
    const [used] = steps.filter(({ uses }) => uses === './pitwall');
    const given = Object.keys(used?.with ?? {});
    expect(given.filter((name) => !(name in action.inputs))).toEqual([]);
    const required = Object.entries(action.inputs).filter(([, { required }]) => required === true);
    expect(required.map(([name]) => name).filter((name) => !given.includes(name))).toEqual([]);
  });

  it('keep what later steps and servers read', () => {
    const written = [...gitlab.script.join('\n').matchAll(/(?:-o|--history|>) (\S+)/g)].map(([, file]) => file);
    const { artifacts, cache } = gitlab;
    for (const file of [...artifacts.paths, ...Object.values(artifacts.reports), ...cache.paths]) {
      expect(written).toContain(file);
    }
    const made = [...jenkinsfile.matchAll(/(?:-o|--history|>) ([^\s']+)/g)].map(([, file]) => file);
    const used = /junit '([^']+)'\s+archiveArtifacts artifacts: '([^']+)'/.exec(jenkinsfile);
    const [, tests = '', archived = ''] = used ?? [];
    for (const file of [tests, ...archived.split(', ')]) expect(made).toContain(file);
  });
});

describe('the action', () => {
  it('is composite, describes its inputs and outputs, and uses each of them', () => {
    expect(action.runs.using).toBe('composite');
    const text = readFileSync(fromRoot('action.yml'), 'utf8');
    for (const [name, { description }] of Object.entries(action.inputs)) {
      expect(description.length).toBeGreaterThan(10);
      expect(text).toContain(`\${{ inputs.${name} }}`);
    }
    for (const { value } of Object.values(action.outputs)) {
      const [, id, output] = /steps\.(\w+)\.outputs\.(\w+)/.exec(value) ?? [];
      expect(action.runs.steps.map((step) => step.id)).toContain(id);
      expect(readFileSync(fromRoot('tools/action.sh'), 'utf8')).toContain(`say "${output}=`);
    }
    // A text in an input must never become a part of the script.
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{');
  });

  it('passes to the script what the script reads', () => {
    const script = readFileSync(fromRoot('tools/action.sh'), 'utf8');
    const readNames = new Set(Array.from(script.matchAll(/\$\{?(PITWALL_\w+)/g), ([, name]) => name as string));
    expect([...readNames].sort()).toEqual(Object.keys(action.runs.steps[0]?.env ?? {}).sort());
  });
});

// Lines of bash: Windows may have none.
describe.skipIf(bash === null)('the action, run', () => {
  const CHECKS = 'cycleTime.p85 <= 60d\n  wip.current <= 12\n';

  it('writes the report to the page of the job, checks the limits and adds to the history', () => {
    const folder = jobFolder([]);
    const given = {
      files: 'board.csv',
      checks: CHECKS,
      history: 'flow.ndjson',
      junit: 'checks.xml',
      options: '--as-of\nnow',
    };
    const first = runAction(given, folder);
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(first.summary).toMatch(/^# /);
    expect(first.stdout).toContain('2 of 2 checks passed');
    expect(first.output).toMatch(/^report=.*pitwall-report\.md\nstatus=0\n$/);
    expect(junitOf(read(folder, 'checks.xml'))).toEqual({ tests: 2, failures: 0 });
    expect(lines(read(folder, 'flow.ndjson'))).toHaveLength(1);
    // The same week once more.
    runAction(given, folder);
    expect(lines(read(folder, 'flow.ndjson'))).toHaveLength(1);
  });

  it('ends with the status of the limits, and keeps the history all the same', () => {
    const folder = jobFolder([]);
    const given = { files: 'board.csv', checks: 'wip.current <= 0', history: 'flow.ndjson', junit: 'checks.xml' };
    const broken = runAction(given, folder);
    expect(broken.status).toBe(1);
    expect(broken.stdout).toMatch(/^::error title=wip\.current <= 0::/m);
    expect(broken.output).toContain('status=1\n');
    expect(junitOf(read(folder, 'checks.xml'))).toEqual({ tests: 1, failures: 1 });
    expect(existsSync(join(folder, 'flow.ndjson'))).toBe(true);
    const relative = { ...given, checks: 'throughput.medianPerPeriod >= 0.8 * baseline' };
    expect(runAction(relative, folder).status).toBe(0);
    expect(runAction({ ...relative, 'require-baseline': 'true' }, folder).status).toBe(3);
  });

  it('takes limits from the configuration, and needs none', () => {
    const configured = runAction({ files: 'board.csv' }, jobFolder(['wip.current <= 0']));
    expect([configured.status, configured.output.includes('status=1')]).toEqual([1, true]);
    const none = runAction({ files: 'board.csv' }, jobFolder([]));
    expect([none.status, none.output.includes('status')]).toEqual([0, false]);
  });

  it('takes names with spaces and several files, and runs no text as a command', () => {
    const folder = jobFolder([]);
    cpSync(join(folder, 'board.csv'), join(folder, 'my board.csv'));
    rmSync(join(folder, 'board.csv'));
    const given = { files: '\n  my board.csv  \n', options: '--where\nid=$(touch broken)', 'working-directory': '.' };
    const ran = runAction(given, folder);
    expect([ran.status, ran.summary]).toEqual([2, '']);
    expect(ran.stderr).toContain('$(touch broken)');
    expect(existsSync(join(folder, 'broken'))).toBe(false);
    expect(runAction({ files: 'my board.csv' }, folder).status).toBe(0);
  });

  it('fails where the export cannot be read', () => {
    const ran = runAction({ files: 'none.csv', checks: CHECKS }, jobFolder([]));
    expect(ran.status).toBe(2);
    expect(ran.stderr).toMatch(/^pitwall: none\.csv/);
  });
});

// Lines of bash: Windows may have none.
describe.skipIf(bash === null)('what goes wrong with a history', () => {
  const SNAPSHOT = 'pitwall snapshot board.csv --as-of now --history flow.ndjson --quiet';
  const CHECK =
    'pitwall check board.csv --as-of now --history flow.ndjson --check "throughput.meanPerPeriod >= 0.5 * baseline" --quiet';

  it('an evicted cache: the snapshot says that it begins anew, and the limit that it has no baseline', () => {
    const folder = jobFolder([]);
    expect(shell(CHECK, folder)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/flow\.ndjson: there is no such history/),
    });
    expect(shell(SNAPSHOT, folder).stdout).toMatch(/flow\.ndjson is new/);
    expect(shell(CHECK, folder).status).toBe(0);
    const required = shell(`${CHECK} --require-baseline`, folder);
    expect([required.status, required.stdout]).toEqual([3, expect.stringContaining('no baseline')]);
    expect(shell(`${SNAPSHOT} --backfill`, folder).status).toBe(0);
    const filled = shell(`${CHECK} --require-baseline`, folder);
    expect([filled.status, filled.stdout]).toEqual([0, expect.stringContaining('The baseline is the median of')]);
  });

  it('a conflict of git, and a newer version: the line is named, and the file stays as it is', () => {
    const folder = jobFolder([]);
    shell(`${SNAPSHOT} --backfill`, folder);
    const whole = lines(read(folder, 'flow.ndjson'));
    const conflict = [whole[0], '<<<<<<< ours', ...whole.slice(1)].join('\n');
    const newer = [whole[0], (whole[1] as string).replace('"schemaVersion":1', '"schemaVersion":99')].join('\n');
    for (const text of [`${conflict}\n`, `${newer}\n`]) {
      writeFileSync(join(folder, 'flow.ndjson'), text);
      for (const command of [SNAPSHOT, CHECK]) {
        const { status, stderr } = shell(command, folder);
        expect([status, stderr]).toEqual([2, expect.stringMatching(/^pitwall: flow\.ndjson:2: [^\n]+\n$/)]);
      }
      expect(read(folder, 'flow.ndjson')).toBe(text);
    }
  });

  it('a baseline that nobody renewed is none', () => {
    const folder = jobFolder([]);
    const ago = new Date(Date.now() - 42 * DAY_MS).toISOString().slice(0, 10);
    expect(shell(`pitwall snapshot board.csv --as-of ${ago} --backfill --history flow.ndjson`, folder).status).toBe(0);
    expect(shell(`${CHECK} --require-baseline`, folder).status).toBe(3);
    expect(shell(`${CHECK} --require-baseline --max-baseline-age 10`, folder).status).toBe(0);
  });
});

// Lines of bash: Windows may have none.
describe.skipIf(bash === null)('GitHub Actions', () => {
  /** A remote with the branch of the history, and clones of it. */
  function remote(): { clone: () => string } {
    const folder = mkdtempSync(join(scratch, 'git-'));
    const seed =
      'git init -q -b flow-history seed && cd seed && git commit -q --allow-empty -m start && cd .. && git clone -q --bare seed remote.git';
    const who =
      'export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@localhost GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@localhost;';
    expect(shell(`${who} ${seed}`, folder)).toMatchObject({ status: 0 });
    let count = 0;
    return {
      clone: () => {
        const name = `clone-${count++}`;
        expect(shell(`git clone -q remote.git ${name}`, folder)).toMatchObject({ status: 0 });
        return join(folder, name);
      },
    };
  }

  it('runs each step of the example, one after the other', () => {
    const folder = jobFolder([]);
    const { clone } = remote();
    cpSync(clone(), join(folder, 'history'), { recursive: true });
    cpSync(program.folder, join(folder, 'pitwall'), {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
    for (const step of steps) {
      if (step.uses === './pitwall')
        expect(runAction(step.with ?? {}, folder)).toMatchObject({ status: 0, stderr: '' });
      else if (step.run !== undefined) {
        const at = join(folder, step['working-directory'] ?? '.');
        expect([step.run, shell(`set -eo pipefail; ${step.run}`, at)]).toMatchObject([step.run, { status: 0 }]);
      } else expect(step.uses).toMatch(/^actions\/checkout@v\d$/);
    }
    expect(junitOf(read(folder, 'checks.xml')).tests).toBe(2);
    expect(lines(read(clone(), 'flow.ndjson'))).toHaveLength(1);
  });

  it('loses nothing where two jobs push at once', () => {
    const { clone } = remote();
    const [one, two] = [clone(), clone()];
    const folder = jobFolder([]);
    const week = (ago: number) => new Date(Date.now() - 7 * ago * DAY_MS).toISOString().slice(0, 10);
    const snapshot = (at: string, asOf: string) =>
      shell(`pitwall snapshot board.csv --as-of ${asOf} --history "${join(at, 'flow.ndjson')}"`, folder).status;
    expect([snapshot(one, week(3)), snapshot(two, week(5))]).toEqual([0, 0]);
    const keep = `bash "${join(program.folder, 'docs/ci/keep-history.sh')}" flow.ndjson`;
    expect(shell(keep, one)).toMatchObject({ status: 0 });
    // Its push is refused, as the other was faster.
    expect(shell(keep, two)).toMatchObject({ status: 0 });
    const kept = clone();
    expect(lines(read(kept, 'flow.ndjson'))).toHaveLength(2);
    // Nothing new is no commit.
    const commits = () => shell('git rev-list --count HEAD', kept).stdout;
    const before = commits();
    expect(shell(keep, kept)).toMatchObject({ status: 0 });
    expect(commits()).toBe(before);
  });
});

// Lines of bash: Windows may have none.
describe.skipIf(bash === null)('GitLab CI', () => {
  const run = (folder: string) => shell(`set -eo pipefail\n${gitlab.script.join('\n')}`, folder);

  it('runs each line of the example in one shell', () => {
    const folder = jobFolder();
    expect(run(folder)).toMatchObject({ status: 0 });
    for (const file of [...gitlab.artifacts.paths, ...Object.values(gitlab.artifacts.reports)]) {
      expect(read(folder, file).length).toBeGreaterThan(0);
    }
    expect(read(folder, 'metrics.txt')).toMatch(/# EOF\n$/);
    expect(junitOf(read(folder, 'checks.xml'))).toEqual({ tests: 1, failures: 0 });
  });

  it('fails where a limit is broken, once the history has been kept', () => {
    const folder = jobFolder(['wip.current <= 0']);
    expect(run(folder).status).toBe(1);
    expect(junitOf(read(folder, 'checks.xml')).failures).toBe(1);
    expect(lines(read(folder, 'flow.ndjson'))).toHaveLength(1);
  });

  it('installs with scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const [line = ''] = gitlab.before_script;
    for (const [, name] of line.matchAll(/npm run (\w+)/g)) expect(scripts[name as string]).toBeDefined();
    expect(line).toMatch(/npm ci && npm run build && npm link/);
  });
});

// Lines of bash: Windows may have none.
describe.skipIf(bash === null)('Jenkins', () => {
  const commands = Array.from(jenkinsfile.matchAll(/\bsh '([^']+)'/g), ([, command]) => command as string);
  const run = (folder: string) => commands.map((command) => shell(`set -e; ${command}`, folder).status);

  it('has a pipeline whose brackets and quotes are closed', () => {
    const code = jenkinsfile.replace(/^\/\/.*$/gm, '').replace(/'[^'\n]*'/g, '');
    expect(code).not.toContain("'");
    let depth = 0;
    for (const bracket of code.match(/[{}]/g) ?? []) {
      depth += bracket === '{' ? 1 : -1;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
  });

  it('runs each step', () => {
    const folder = jobFolder();
    expect(run(folder)).toEqual(commands.map(() => 0));
    expect(lines(read(folder, 'flow.ndjson'))).toHaveLength(1);
  });

  it('goes on where a limit is broken, which its test results say, and not where the input is wrong', () => {
    const folder = jobFolder(['wip.current <= 0']);
    expect(run(folder)).toEqual(commands.map(() => 0));
    expect(junitOf(read(folder, 'checks.xml')).failures).toBe(1);
    expect(run(jobFolder(['wip.none <= 0']))).toContain(1);
  });
});
