// What a user gets: the package is built, packed, installed into an empty folder and used from there.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fencesOf } from '../docs/pages.ts';
import { xesOf } from '../ingest/tools/process-mining/xes-text.ts';
import { textRows, workbookOf } from '../ingest/workbook-of.ts';
import { zipOf } from '../ingest/zip-of.ts';
import { atPrompt, serving } from './library-examples.ts';
import { namesProgram, PRINTED } from './type-names.ts';

const root = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
  files: string[];
  man: string[];
};
const tsc = join(root, 'node_modules/typescript/bin/tsc');

// Outside the repository: in a folder below it, Node would find what is installed here.
const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'pitwall-package-'));
const staged = join(scratch, 'staged');
const consumer = join(scratch, 'consumer');
/** Of whoever runs the command: it leaves its compiled code there. */
const home = { HOME: scratch, LOCALAPPDATA: scratch, XDG_CACHE_HOME: join(scratch, 'cache') };
let packed: { filename: string; size: number; unpackedSize: number; files: { path: string; mode: number }[] };

beforeAll(() => {
  stage();
  const pack = npm(['pack', '--ignore-scripts', '--json', '--pack-destination', scratch], staged);
  packed = JSON.parse(pack)[0];
  mkdirSync(consumer);
  writeFileSync(join(consumer, 'package.json'), '{ "type": "module", "private": true }');
  npm(['install', '--ignore-scripts', '--prefer-offline', join(scratch, packed.filename)], consumer);
}, 180_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the package', () => {
  it('holds what is used and nothing else', () => {
    const paths = packed.files.map(({ path }) => path);
    const needed = ['LICENSE', 'bin/package.json', 'bin/pitwall.js', 'dist/cli.js', 'dist/index.js', 'dist/boot.cjs'];
    expect(paths).toEqual(expect.arrayContaining(needed));
    expect(paths.filter((path) => !/^(LICENSE|README\.md|package\.json|bin\/|dist\/|docs\/)/.test(path))).toEqual([]);
    expect(paths.filter((path) => /\.(test|map|tsbuildinfo)\b/.test(path))).toEqual([]);
  });

  it('holds the manual pages, which a global installation puts where man looks', () => {
    const paths = packed.files.map(({ path }) => path);
    expect(manifest.man.length).toBeGreaterThan(30);
    expect(paths.filter((path) => path.startsWith('dist/man/')).map((path) => `./${path}`)).toEqual(
      [...manifest.man].sort(),
    );
    const bytes = manifest.man.map((path) => statSync(join(staged, path)).size).reduce((sum, size) => sum + size);
    expect(bytes).toBeLessThan(300_000);
    expect(existsSync(join(staged, 'dist/man-pages.tmp.mjs'))).toBe(false);
  });

  it('stays small: a metrics tool is not a download to wait for', () => {
    expect(packed.size).toBeLessThan(2_000_000);
  });

  it('goes with the licences of what is bundled', () => {
    const licences = readFileSync(join(consumer, 'node_modules/pitwall/dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
    for (const name of [
      'commander',
      'zod',
      'csv-parse',
      'hucre',
      'hyparquet',
      'saxes',
      'yauzl',
      'date-holidays',
      'echarts',
      'zrender',
      '@modelcontextprotocol/server',
      '@modelcontextprotocol/core',
    ])
      expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
    // The data of the holidays ask for their sources to be named.
    expect(licences).toContain('CC BY-SA 3.0 Attributions');
    expect(licences).toMatch(/^https:\/\/en\.wikipedia\.org\/wiki\/Public_holidays_in_/m);
    expect(licences).not.toMatch(/\(undefined\)|\(UNLICENSED\)/);
  });

  it('brings one package, which needs no other', () => {
    const lock = JSON.parse(readFileSync(join(consumer, 'package-lock.json'), 'utf8'));
    expect(Object.keys(lock.packages).sort()).toEqual(['', 'node_modules/pitwall', 'node_modules/zod']);
  });

  it('is light once it is installed', () => {
    const bytes = readdirSync(join(consumer, 'node_modules'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
    expect(bytes).toBeLessThan(15_000_000);
  });

  it('is installed from its packed file without a network, as README.md says, and reports', () => {
    const said = fencesOf('README.md').flatMap(({ text }) => text.match(/npm install --global .*/g) ?? []);
    expect(said).toEqual([`npm install --global ./${packed.filename}`]);
    const prefix = join(scratch, 'global');
    mkdirSync(prefix);
    // What it needs of others came with the first installation.
    npm([...(said[0] as string).split(' ').slice(1), '--offline', '--ignore-scripts', '--prefix', prefix], scratch);
    const board = join(root, 'fixtures/example/content-board.csv');
    const command = process.platform === 'win32' ? join(prefix, 'pitwall.cmd') : join(prefix, 'bin/pitwall');
    const { status, stderr, stdout } = run(command, ['report', board]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^85 % of 100 finished items took 29\.8 d or less/);
  });

  it('says with one file what its types are', () => {
    const declared = packed.files.map(({ path }) => path).filter((path) => path.endsWith('.d.ts'));
    expect(declared).toEqual(['dist/index.d.ts']);
  });
});

describe('the command', () => {
  it('says its version', () => {
    expect(pitwall('--version')).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  it('reports on an export', () => {
    const log = ['id,from,to,at', 'A,,To Do,2026-01-05T09:00:00Z', 'A,To Do,In Progress,2026-01-06T09:00:00Z'];
    log.push('A,In Progress,Done,2026-01-08T09:00:00Z', '');
    writeFileSync(join(consumer, 'log.csv'), log.join('\n'));

    const json = pitwall('report', 'log.csv', '--format', 'json');
    expect(json.status, json.stderr).toBe(0);
    expect(JSON.parse(json.stdout)).toMatchObject({
      schemaVersion: 1,
      tool: { name: 'pitwall', version: manifest.version },
    });

    const table = pitwall('report', 'log.csv', '--no-color');
    expect(table.status, table.stderr).toBe(0);
    expect(table.stdout).toMatch(/cycle time/i);
  });

  it('reads workbooks, archives and XML, and loads what reads them only then', () => {
    const header = ['id', 'from', 'to', 'at'];
    const row = ['A', '', 'Doing', '2026-01-05T09:00:00Z'];
    const csv = `${header}\n${row}\n`;
    const xesHeader = ['case:concept:name', 'concept:name', 'time:timestamp'];
    const inputs = {
      'plain.csv': csv,
      'log.xlsx': workbookOf([{ name: 'Log', rows: textRows([header, row]) }]),
      'log.zip': zipOf([{ name: 'log.csv', data: csv }]),
      'log.xes': xesOf(xesHeader, [['A', 'Doing', '2026-01-05T09:00:00Z']]),
    };
    const loaded = Object.entries(inputs).map(([name, data]) => {
      writeFileSync(join(consumer, name), data);
      const coverage = join(scratch, `loaded-${name}`);
      const { status, stderr } = pitwallWith({ NODE_V8_COVERAGE: coverage }, 'items', name, '-f', 'csv');
      expect(stderr).not.toContain('fault');
      expect([name, status]).toEqual([name, 0]);
      const text = readdirSync(coverage).map((file) => readFileSync(join(coverage, file), 'utf8'));
      return ['workbook', 'xml-file-reader', 'zip-archive'].filter((chunk) =>
        text.join().includes(`/chunks/${chunk}-`),
      );
    });
    expect(loaded).toEqual([[], ['workbook', 'zip-archive'], ['zip-archive'], ['xml-file-reader']]);
  });

  it('ends with 2 on a file that is not there, in one line and without a stack', () => {
    const { status, stdout, stderr } = pitwall('report', 'absent.csv');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/absent\.csv/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('the library', () => {
  it('is imported without loading the command line', () => {
    const script = "const pitwall = await import('pitwall'); console.log(typeof pitwall.analyze);";
    const { status, stdout, stderr } = run(process.execPath, ['--input-type=module', '--eval', script]);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'function\n', stderr: '' });
  });

  it('has types that go by their names, in errors as in editors, and that can be imported by them', () => {
    const messages = checked('names.ts', namesProgram())
      .split('\n')
      .filter((line) => line.startsWith('names.ts'));
    expect(messages.map((line) => line.replace(/^.*?error/, 'error'))).toEqual(
      PRINTED.map(([, type]) => `error TS2322: Type '${type}' is not assignable to type 'symbol'.`),
    );
  });

  it('has types that ask for no others: neither of Node nor of a browser', () => {
    const stdout = checked('consumer.ts', [
      "import { analyze } from 'pitwall';",
      'export type Result = Awaited<ReturnType<typeof analyze>>;',
      '// A type that cannot be found turns into `any`, and everything would then fit.',
      'type IsAny<T> = 0 extends 1 & T ? true : false;',
      'export const known: [IsAny<Result>, IsAny<Parameters<typeof analyze>[0]>] = [false, false];',
      '',
    ]);
    // zod's own declarations name the global `URL`; whoever uses zod without any lets that be (skipLibCheck).
    expect(stdout.split('\n').filter((line) => line !== '' && !line.startsWith('node_modules/zod/'))).toEqual([]);
  });
});

describe('the examples of docs/library.md', () => {
  const fences = fencesOf('docs/library.md').filter(({ language }) => language === 'js');
  const shown = (heading: string) => fences.find((fence) => fence.heading === heading)?.text ?? '';
  const board = readFileSync(join(root, 'fixtures/example/content-board.csv'));

  beforeAll(() => {
    writeFileSync(join(consumer, 'content-board.csv'), board);
    cpSync(join(consumer, 'node_modules/pitwall/docs/library/web-server.mjs'), join(consumer, 'web-server.mjs'));
  });

  it('show the web server that goes with the package', () => {
    expect(shown('On a web server')).toBe(readFileSync(join(root, 'docs/library/web-server.mjs'), 'utf8'));
  });

  it('answer an upload on a web server, unless it is wrong or too large, and stop when the client goes', async () => {
    await serving('web-server.mjs', consumer, async (server) => {
      const { answer, status } = await server.post(board);
      expect([status, (answer as { cycleTime?: { count: number } }).cycleTime?.count]).toEqual([200, 100]);
      expect(JSON.stringify(answer)).toContain('person 1');
      expect(await server.post('hello')).toMatchObject({ status: 422, answer: { code: 'unknown-format' } });
      const rows = Buffer.from('A,Doing,2026-01-01T00:00:00Z\n'.repeat(30_000));
      expect(await server.postWithoutEnd(Buffer.concat([Buffer.from('id,to,at\n'), rows]))).toBe(413);
      await server.leave('id,to,at\n');
      await server.printed(/the client is gone/);
      expect((await server.post(board)).status).toBe(200);
    });
  });

  it('print in a notebook what the page says', async () => {
    const printed = await atPrompt(shown('In a notebook').trimEnd().split('\n'), consumer);
    const said = fencesOf('docs/library.md')
      .filter(({ heading }) => heading === 'In a notebook')
      .at(-1);
    expect(printed).toBe(said?.text);
  });
});

/** What the compiler says of a file of the consumer, without the types of Node or of a browser. */
function checked(file: string, lines: readonly string[]): string {
  writeFileSync(join(consumer, file), lines.join('\n'));
  const compilerOptions = {
    ...{ target: 'es2023', lib: ['es2023'], module: 'nodenext', types: [], strict: true, noEmit: true },
    ...{ exactOptionalPropertyTypes: true, skipLibCheck: false },
  };
  writeFileSync(join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
  return run(process.execPath, [tsc, '--project', 'tsconfig.json', '--pretty', 'false']).stdout;
}

/** What `npm run build` and `npm pack` would put together, away from dist/, which others may be using. */
function stage(): void {
  mkdirSync(staged);
  for (const name of ['package.json', 'README.md', 'LICENSE', ...manifest.files.filter((name) => name !== 'dist')]) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(staged, name), { recursive: true });
  }
  const dist = join(staged, 'dist');
  execFileSync(process.execPath, [join(root, 'tools/build.mjs'), dist], { stdio: 'pipe' });
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'tools/types.mjs'), dist], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the declarations could not be written:\n${stdout}`);
  execFileSync(process.execPath, [join(root, 'tools/man-pages.mjs'), dist], { stdio: 'pipe' });
}

function npm(args: string[], cwd: string): string {
  return execFileSync('npm', [...args, '--no-audit', '--no-fund', '--no-update-notifier'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
}

/** Runs in the consumer's folder, without what the test runner and npm leave in the environment. */
function run(command: string, args: string[], env: Record<string, string> = {}) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(NODE_|VITEST|FORCE_COLOR|NO_COLOR|npm_)/i.test(name));
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: consumer,
    encoding: 'utf8',
    env: { ...Object.fromEntries(kept), ...home, ...env },
    input: '',
  });
  return { status, stdout, stderr };
}

/** As `npx pitwall` runs it: by the link that installing made. */
function pitwall(...args: string[]) {
  return pitwallWith({}, ...args);
}

function pitwallWith(env: Record<string, string>, ...args: string[]) {
  const windows = process.platform === 'win32';
  return run(join(consumer, 'node_modules/.bin', windows ? 'pitwall.cmd' : 'pitwall'), args, env);
}
