// The program built, run as a process: which code it runs out of, and that nobody can tell by what it prints.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCode, sealed } from '../../../src/cli/start/code-file.ts';
import { codeFolder } from '../../../src/cli/start/code-folder.ts';
import { codeName, partName } from '../../../src/cli/start/kept-code.ts';
import { BuiltProgram, type Start } from '../built-program.ts';
import { LOG } from '../terminal.ts';

const AS_MODULES = { NODE_DISABLE_COMPILE_CACHE: '1' };
const posix = process.platform !== 'win32';

let program: BuiltProgram;
/** The program as one script, and where its code is kept. */
let script: string;
let path: string;
/** Code that V8 takes for the program's own, and that only says that it ran; and some that waits for ever. */
let planted: Uint8Array;
let waiting: Uint8Array;
const PLANTED = 'out of kept code\n';

const run = (args: readonly string[], start?: Start) => {
  const { status, stdout, stderr } = program.run(args, start);
  return { status, stdout, stderr };
};
const report = (start?: Start) => run(['report', 'log.csv', '--quiet', '-f', 'json'], start);
const asModules = () => report({ env: AS_MODULES });
const kept = () => (existsSync(dirname(path)) ? readdirSync(dirname(path)) : []);

function plant(code = sealed(planted, codeName(script, [])), mode = 0o600): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, code);
  chmodSync(path, mode);
}

beforeAll(() => {
  const holidays = 'calendar: { country: ES }\nbasis: working\n';
  program = new BuiltProgram({ 'log.csv': LOG, 'holidays.yaml': holidays });
  const [found, ...others] = readdirSync(program.dist).filter((name) => name.startsWith('program-'));
  expect([typeof found, others]).toEqual(['string', []]);
  script = found ?? '';
  path = join(codeFolder(program.environment(), process.platform) ?? '', codeName(script, []));
  planted = compiled(`async main() { console.log(${JSON.stringify(PLANTED.trim())}); process.exitCode = 0; }`);
  waiting = compiled('main() { return new Promise(() => {}); }');
});
beforeEach(() => rmSync(dirname(path), { recursive: true, force: true }));
afterAll(() => program.remove());

/** A program that is this one method, compiled and run once: V8 tells sources apart by their length alone. */
function compiled(main: string): Uint8Array {
  const source = `(function (require, module) { module.exports = { ${main} }; })`;
  const { size } = statSync(join(program.dist, script));
  const maker = `
    const script = new (require('node:vm').Script)(${JSON.stringify(source)}.padEnd(${size}), { filename: 'x.cjs' });
    const module = { exports: {} };
    script.runInThisContext()(require, module);
    module.exports.main();
    require('node:fs').writeFileSync('planted', script.createCachedData());`;
  const { stderr } = spawnSync(process.execPath, ['-e', maker], {
    cwd: program.folder,
    encoding: 'utf8',
    env: program.environment(),
  });
  expect(stderr).toBe('');
  return readFileSync(join(program.folder, 'planted'));
}

describe('the script', () => {
  it('is text of bytes: nothing in it is outside ASCII', () => {
    expect(readFileSync(join(program.dist, script)).every((byte) => byte < 0x80)).toBe(true);
  });

  it('is small where it is compiled each time', () => {
    expect(statSync(join(program.dist, 'start.cjs')).size).toBeLessThan(8000);
  });
});

describe('the first run', () => {
  it('leaves code for the user alone', () => {
    expect(report()).toEqual(asModules());
    expect(kept()).toEqual([codeName(script, [])]);
    expect(readCode(path)?.length).toBeGreaterThan(100_000);
    if (posix)
      expect([statSync(path), statSync(dirname(path))].map(({ mode }) => mode & 0o777)).toEqual([0o600, 0o700]);
  });

  it('leaves nothing of what it read', () => {
    const data = LOG.replaceAll('A-3', 'ZEBRA-73').replaceAll('Backlog', 'Aquarium').replaceAll('Done', 'Geschafft ✓');
    const { status, stdout } = run(['report', '-'], { input: data });
    expect([status, stdout.includes('Aquarium'), stdout.includes('ZEBRA')]).toEqual([0, true, true]);
    const code = readFileSync(path);
    for (const word of ['ZEBRA', 'Aquarium', 'Geschafft', program.folder]) {
      expect([word, code.includes(word), code.includes(Buffer.from(word, 'utf16le'))]).toEqual([word, false, false]);
    }
  });

  it('leaves none if it computed nothing, or failed', () => {
    for (const args of [['--version'], ['--help'], ['formats'], ['report', 'none.csv'], ['reprot'], ['report', '-h']])
      run(args);
    expect(kept()).toEqual([]);
  });

  it('leaves a part if it was long, and the next short one leaves all', () => {
    const busy = join(program.folder, 'busy.cjs');
    writeFileSync(
      busy,
      `const spent = () => Object.values(process.cpuUsage()).reduce((sum, one) => sum + one);
      while (process.env.BUSY && spent() < 2_000_000);`,
    );
    const options = `--require=${busy}`;
    const [long, short] = [{ NODE_OPTIONS: options, BUSY: '1' }, { NODE_OPTIONS: options }];
    const name = codeName(script, [options]);
    expect(report({ env: long })).toEqual(asModules());
    expect(kept()).toEqual([partName(name)]);
    const part = readFileSync(join(dirname(path), partName(name)));
    // Another long one has nothing to add.
    expect(report({ env: long })).toEqual(asModules());
    expect(kept()).toEqual([partName(name)]);
    expect(readFileSync(join(dirname(path), partName(name)))).toEqual(part);
    expect(report({ env: short })).toEqual(asModules());
    expect(kept().sort()).toEqual([partName(name), name].sort());
    expect(report({ env: short })).toEqual(asModules());
  });

  it('leaves one of each kind: Node with other flags has its own', () => {
    report();
    expect(report({ flags: ['--max-old-space-size=999'] })).toEqual(asModules());
    expect(report({ env: { NODE_OPTIONS: '--max-old-space-size=999' } })).toEqual(asModules());
    expect(kept().length).toBe(2);
  });

  it('may be several at once', async () => {
    const args = [program.bin, 'report', 'log.csv', '--quiet', '-f', 'json'];
    const options = { cwd: program.folder, env: program.environment() };
    const outputs = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const { stdout } = spawn(process.execPath, args, options);
        return (await stdout.setEncoding('utf8').toArray()).join('');
      }),
    );
    expect(new Set(outputs)).toEqual(new Set([asModules().stdout]));
    // A process closes its output before it has ended.
    await expect.poll(kept).toEqual([codeName(script, [])]);
    expect(report()).toEqual(asModules());
  });
});

describe('later runs', () => {
  it('take the code that is there, and leave it', () => {
    plant();
    expect(report()).toEqual({ status: 0, stdout: PLANTED, stderr: '' });
    expect(run(['--help']).stdout).toBe(PLANTED);
    expect(readFileSync(path)).toEqual(Buffer.from(sealed(planted, codeName(script, []))));
  });

  it.each<[string, string[], Start]>([
    ['the version is asked for', ['--version'], {}],
    ['a stack may be asked for', ['report', 'log.csv', '--debug'], {}],
    ['it is switched off', ['report', 'log.csv'], { env: AS_MODULES }],
    ['coverage is measured', ['report', 'log.csv'], { env: { NODE_V8_COVERAGE: 'coverage' } }],
    ['maps are asked for', ['report', 'log.csv'], { flags: ['--enable-source-maps'] }],
    ['the user has no home', ['report', 'log.csv'], { env: { HOME: undefined, LOCALAPPDATA: undefined } }],
  ])('do without where %s', (_, args, start) => {
    plant();
    const { status, stdout } = run(args, start);
    expect(status).toBe(0);
    expect(stdout).not.toContain(PLANTED);
  });

  it('fail where the program never comes to an end', () => {
    plant(sealed(waiting, codeName(script, [])));
    expect(report()).toEqual({ status: 13, stdout: '', stderr: '' });
  });

  it('show the lines of the sources with --debug', () => {
    report();
    const { status, stderr } = run(['report', 'none.csv', '--debug']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^\s+at .*src\/[a-z/-]+\.ts:\d+:\d+/m);
  });
});

describe('code that is not the own', () => {
  const name = () => codeName(script, []);
  it.each<[string, () => Uint8Array]>([
    ['empty', () => new Uint8Array()],
    ['cut off', () => sealed(planted, name()).slice(0, -8)],
    ['half written', () => sealed(planted, name()).fill(0, 512)],
    ["another program's", () => sealed(planted, 'program-B.code')],
    ['no code', () => sealed(new TextEncoder().encode('no code'.repeat(99)), name())],
    [
      "another source's",
      () =>
        sealed(
          planted.map((byte, at) => (at === 8 ? byte ^ 1 : byte)),
          name(),
        ),
    ],
  ])('is replaced: %s', (_, file) => {
    plant(file());
    expect(report()).toEqual(asModules());
    expect(Buffer.compare(readFileSync(path), file())).not.toBe(0);
    expect(report()).toEqual(asModules());
  });

  // Windows has no such rights.
  it.skipIf(!posix)('is replaced where others may write it', () => {
    plant(undefined, 0o622);
    expect(report()).toEqual(asModules());
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  // Windows has no such rights.
  it.skipIf(!posix)('is left alone in a folder where others may write', () => {
    plant();
    chmodSync(dirname(path), 0o777);
    expect(report()).toEqual(asModules());
    expect(kept()).toEqual([name()]);
  });

  // Only an administrator can give files away.
  it.skipIf(process.geteuid?.() !== 0)(
    "is left alone where it is another user's, and nothing is made in another's home",
    () => {
      plant();
      chownSync(dirname(path), 12345, 12345);
      expect(report()).toEqual(asModules());
      chownSync(dirname(path), 0, 0);
      chownSync(path, 12345, 12345);
      expect(report()).toEqual(asModules());
      expect(statSync(path).uid).toBe(0);
      const home = join(program.folder, 'home');
      mkdirSync(home);
      chownSync(home, 12345, 12345);
      expect(report({ env: { HOME: home } })).toEqual(asModules());
      expect(readdirSync(home)).toEqual([]);
    },
  );

  it('is not missed where no folder can be made', () => {
    const file = join(program.folder, 'log.csv');
    const none = { HOME: file, LOCALAPPDATA: file };
    expect(report({ env: none })).toEqual(asModules());
    mkdirSync(path, { recursive: true });
    expect(report()).toEqual(asModules());
    expect(kept()).toEqual([name()]);
  });
});

describe('what a command prints and how it ends', () => {
  /** What a report leaves. */
  let left: Uint8Array;
  beforeAll(() => {
    rmSync(path, { recursive: true, force: true });
    report();
    left = readFileSync(path);
  });

  it.each([
    [['report', 'log.csv']],
    [['report', 'log.csv', '-f', 'markdown']],
    [['cycle-time', 'log.csv', '--by', 'type']],
    [['items', 'log.csv', '-f', 'csv']],
    [['item', 'A-1', 'log.csv']],
    [['inspect', 'log.csv']],
    [['explain', 'cycle-time']],
    [['schema', 'report']],
    [['--help']],
    [['help', 'report']],
    [['report', 'none.csv']],
    [['report', 'log.csv', '--formt', 'json']],
    [['reprot', 'log.csv']],
    [['report', 'log.csv', '-c', 'holidays.yaml']],
    [['anonymize', 'log.csv']],
  ])('is the same either way: %j', (args) => {
    const expected = run(args, { env: AS_MODULES });
    expect([0, 2]).toContain(expected.status);
    expect(expected.stdout + expected.stderr).not.toBe('');
    expect(run(args)).toEqual(expected);
    plant(left);
    expect(run(args)).toEqual(expected);
  });

  it('is the same for what is piped in', () => {
    const args = ['report', '-', '-f', 'json', '--quiet'];
    const expected = run(args, { input: LOG, env: AS_MODULES });
    expect(JSON.parse(expected.stdout).items).toEqual(JSON.parse(asModules().stdout).items);
    expect([run(args, { input: LOG }), run(args, { input: LOG })]).toEqual([expected, expected]);
  });
});
