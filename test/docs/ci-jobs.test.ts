// Every command in the examples of docs/ci.md runs, and what the page says of a history in trouble is so.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gitlab, jenkinsfile, steps } from './ci-examples.ts';
import { DAY_MS, Jobs, junitOf, lines, read } from './ci-jobs.ts';
import { fromRoot } from './pages.ts';

let jobs: Jobs;
beforeAll(() => {
  jobs = new Jobs();
});
afterAll(() => jobs.remove());

// Lines of bash: Windows may have none.
describe.skipIf(process.platform === 'win32')('the action, run', () => {
  const CHECKS = 'cycleTime.p85 <= 60d\n  wip.current <= 12\n';

  it('writes the report to the page of the job, checks the limits and adds to the history', () => {
    const folder = jobs.folder([]);
    const given = {
      files: 'board.csv',
      checks: CHECKS,
      history: 'flow.ndjson',
      junit: 'checks.xml',
      options: '--as-of\nnow',
    };
    const first = jobs.action(given, folder);
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(first.summary).toMatch(/^# /);
    expect(first.stdout).toContain('2 of 2 checks passed');
    expect(first.output).toMatch(/^report=.*pitwall-report\.md\nstatus=0\n$/);
    expect(junitOf(read(folder, 'checks.xml'))).toEqual({ tests: 2, failures: 0 });
    expect(lines(read(folder, 'flow.ndjson'))).toHaveLength(1);
    // The same week once more.
    jobs.action(given, folder);
    expect(lines(read(folder, 'flow.ndjson'))).toHaveLength(1);
  });

  it('ends with the status of the limits, and keeps the history all the same', () => {
    const folder = jobs.folder([]);
    const given = { files: 'board.csv', checks: 'wip.current <= 0', history: 'flow.ndjson', junit: 'checks.xml' };
    const broken = jobs.action(given, folder);
    expect(broken.status).toBe(1);
    expect(broken.stdout).toMatch(/^::error title=wip\.current <= 0::/m);
    expect(broken.output).toContain('status=1\n');
    expect(junitOf(read(folder, 'checks.xml'))).toEqual({ tests: 1, failures: 1 });
    expect(existsSync(join(folder, 'flow.ndjson'))).toBe(true);
    const relative = { ...given, checks: 'throughput.medianPerPeriod >= 0.8 * baseline' };
    expect(jobs.action(relative, folder).status).toBe(0);
    expect(jobs.action({ ...relative, 'require-baseline': 'true' }, folder).status).toBe(3);
  });

  it('takes limits from the configuration, and needs none', () => {
    const configured = jobs.action({ files: 'board.csv' }, jobs.folder(['wip.current <= 0']));
    expect([configured.status, configured.output.includes('status=1')]).toEqual([1, true]);
    const none = jobs.action({ files: 'board.csv' }, jobs.folder([]));
    expect([none.status, none.output.includes('status')]).toEqual([0, false]);
  });

  it('takes names with spaces and several files, and runs no text as a command', () => {
    const folder = jobs.folder([]);
    cpSync(join(folder, 'board.csv'), join(folder, 'my board.csv'));
    rmSync(join(folder, 'board.csv'));
    const given = { files: '\n  my board.csv  \n', options: '--where\nid=$(touch broken)', 'working-directory': '.' };
    const ran = jobs.action(given, folder);
    expect([ran.status, ran.summary]).toEqual([2, '']);
    expect(ran.stderr).toContain('$(touch broken)');
    expect(existsSync(join(folder, 'broken'))).toBe(false);
    expect(jobs.action({ files: 'my board.csv' }, folder).status).toBe(0);
  });

  it('fails where the export cannot be read', () => {
    const ran = jobs.action({ files: 'none.csv', checks: CHECKS }, jobs.folder([]));
    expect(ran.status).toBe(2);
    expect(ran.stderr).toMatch(/^pitwall: none\.csv/);
  });
});

// Lines of bash: Windows may have none.
describe.skipIf(process.platform === 'win32')('what goes wrong with a history', () => {
  const SNAPSHOT = 'pitwall snapshot board.csv --as-of now --history flow.ndjson --quiet';
  const CHECK =
    'pitwall check board.csv --as-of now --history flow.ndjson --check "throughput.meanPerPeriod >= 0.5 * baseline" --quiet';

  it('an evicted cache: the snapshot says that it begins anew, and the limit that it has no baseline', () => {
    const folder = jobs.folder([]);
    expect(jobs.shell(CHECK, folder)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/flow\.ndjson: there is no such history/),
    });
    expect(jobs.shell(SNAPSHOT, folder).stdout).toMatch(/flow\.ndjson is new/);
    expect(jobs.shell(CHECK, folder).status).toBe(0);
    const required = jobs.shell(`${CHECK} --require-baseline`, folder);
    expect([required.status, required.stdout]).toEqual([3, expect.stringContaining('no baseline')]);
    expect(jobs.shell(`${SNAPSHOT} --backfill`, folder).status).toBe(0);
    const filled = jobs.shell(`${CHECK} --require-baseline`, folder);
    expect([filled.status, filled.stdout]).toEqual([0, expect.stringContaining('The baseline is the median of')]);
  });

  it('a conflict of git, and a newer version: the line is named, and the file stays as it is', () => {
    const folder = jobs.folder([]);
    jobs.shell(`${SNAPSHOT} --backfill`, folder);
    const whole = lines(read(folder, 'flow.ndjson'));
    const conflict = [whole[0], '<<<<<<< ours', ...whole.slice(1)].join('\n');
    const newer = [whole[0], (whole[1] as string).replace('"schemaVersion":1', '"schemaVersion":99')].join('\n');
    for (const text of [`${conflict}\n`, `${newer}\n`]) {
      writeFileSync(join(folder, 'flow.ndjson'), text);
      for (const command of [SNAPSHOT, CHECK]) {
        const { status, stderr } = jobs.shell(command, folder);
        expect([status, stderr]).toEqual([2, expect.stringMatching(/^pitwall: flow\.ndjson:2: [^\n]+\n$/)]);
      }
      expect(read(folder, 'flow.ndjson')).toBe(text);
    }
  });

  it('a baseline that nobody renewed is none', () => {
    const folder = jobs.folder([]);
    const ago = new Date(Date.now() - 42 * DAY_MS).toISOString().slice(0, 10);
    expect(
      jobs.shell(`pitwall snapshot board.csv --as-of ${ago} --backfill --history flow.ndjson`, folder).status,
    ).toBe(0);
    expect(jobs.shell(`${CHECK} --require-baseline`, folder).status).toBe(3);
    expect(jobs.shell(`${CHECK} --require-baseline --max-baseline-age 10`, folder).status).toBe(0);
  });
});

// Lines of bash: Windows may have none.
describe.skipIf(process.platform === 'win32')('GitHub Actions', () => {
  /** A remote with the branch of the history, and clones of it. */
  function remote(): { clone: () => string } {
    const folder = mkdtempSync(join(jobs.scratch, 'git-'));
    const seed =
      'git init -q -b flow-history seed && cd seed && git commit -q --allow-empty -m start && cd .. && git clone -q --bare seed remote.git';
    const who =
      'export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@localhost GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@localhost;';
    expect(jobs.shell(`${who} ${seed}`, folder)).toMatchObject({ status: 0 });
    let count = 0;
    return {
      clone: () => {
        const name = `clone-${count++}`;
        expect(jobs.shell(`git clone -q remote.git ${name}`, folder)).toMatchObject({ status: 0 });
        return join(folder, name);
      },
    };
  }

  it('runs each step of the example, one after the other', () => {
    const folder = jobs.folder([]);
    const { clone } = remote();
    cpSync(clone(), join(folder, 'history'), { recursive: true });
    cpSync(jobs.program.folder, join(folder, 'pitwall'), {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
    for (const step of steps) {
      if (step.uses === './pitwall')
        expect(jobs.action(step.with ?? {}, folder)).toMatchObject({ status: 0, stderr: '' });
      else if (step.run !== undefined) {
        const at = join(folder, step['working-directory'] ?? '.');
        expect([step.run, jobs.shell(`set -eo pipefail; ${step.run}`, at)]).toMatchObject([step.run, { status: 0 }]);
      } else expect(step.uses).toMatch(/^actions\/checkout@v\d$/);
    }
    expect(junitOf(read(folder, 'checks.xml')).tests).toBe(2);
    expect(lines(read(clone(), 'flow.ndjson'))).toHaveLength(1);
  });

  it('loses nothing where two jobs push at once', () => {
    const { clone } = remote();
    const [one, two] = [clone(), clone()];
    const folder = jobs.folder([]);
    const week = (ago: number) => new Date(Date.now() - 7 * ago * DAY_MS).toISOString().slice(0, 10);
    const snapshot = (at: string, asOf: string) =>
      jobs.shell(`pitwall snapshot board.csv --as-of ${asOf} --history "${join(at, 'flow.ndjson')}"`, folder).status;
    expect([snapshot(one, week(3)), snapshot(two, week(5))]).toEqual([0, 0]);
    const keep = `bash "${join(jobs.program.folder, 'docs/ci/keep-history.sh')}" flow.ndjson`;
    expect(jobs.shell(keep, one)).toMatchObject({ status: 0 });
    // Its push is refused, as the other was faster.
    expect(jobs.shell(keep, two)).toMatchObject({ status: 0 });
    const kept = clone();
    expect(lines(read(kept, 'flow.ndjson'))).toHaveLength(2);
    // Nothing new is no commit.
    const commits = () => jobs.shell('git rev-list --count HEAD', kept).stdout;
    const before = commits();
    expect(jobs.shell(keep, kept)).toMatchObject({ status: 0 });
    expect(commits()).toBe(before);
  });
});

// Lines of bash: Windows may have none.
describe.skipIf(process.platform === 'win32')('GitLab CI', () => {
  const run = (folder: string) => jobs.shell(`set -eo pipefail\n${gitlab.script.join('\n')}`, folder);

  it('runs each line of the example in one shell', () => {
    const folder = jobs.folder();
    expect(run(folder)).toMatchObject({ status: 0 });
    for (const file of [...gitlab.artifacts.paths, ...Object.values(gitlab.artifacts.reports)]) {
      expect(read(folder, file).length).toBeGreaterThan(0);
    }
    expect(read(folder, 'metrics.txt')).toMatch(/# EOF\n$/);
    expect(junitOf(read(folder, 'checks.xml'))).toEqual({ tests: 1, failures: 0 });
  });

  it('fails where a limit is broken, once the history has been kept', () => {
    const folder = jobs.folder(['wip.current <= 0']);
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
describe.skipIf(process.platform === 'win32')('Jenkins', () => {
  const commands = Array.from(jenkinsfile.matchAll(/\bsh '([^']+)'/g), ([, command]) => command as string);
  const run = (folder: string) => commands.map((command) => jobs.shell(`set -e; ${command}`, folder).status);

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
    const folder = jobs.folder();
    expect(run(folder)).toEqual(commands.map(() => 0));
    expect(lines(read(folder, 'flow.ndjson'))).toHaveLength(1);
  });

  it('goes on where a limit is broken, which its test results say, and not where the input is wrong', () => {
    const folder = jobs.folder(['wip.current <= 0']);
    expect(run(folder)).toEqual(commands.map(() => 0));
    expect(junitOf(read(folder, 'checks.xml')).failures).toBe(1);
    expect(run(jobs.folder(['wip.none <= 0']))).toContain(1);
  });
});
