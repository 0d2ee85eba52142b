// The server as clients start it: built, over its standard input and output, with the SDK's own client.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { jsonSchema, METRICS } from '../../../src/index.ts';
import { BuiltProgram } from '../built-program.ts';
import { LOG, pitwall } from '../terminal.ts';
import { type Connected, connect, type Given } from './mcp-client.ts';

const EXAMPLE = ['board.csv', '-c', 'board.yaml'];
const TOOLS = ['report', 'metric', 'items', 'item', 'explain', 'check', 'forecast', 'risk', 'compare'];
const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../../fixtures/example', name), 'utf8');

/** A history that is as long as those of large teams, with titles and reasons that take room. */
function largeLog(): string {
  const rows = ['id,title,type,assignee,from,to,at'];
  for (let n = 0; n < 800; n++) {
    const day = Date.UTC(2024, 0, 1) + (n % 600) * 86_400_000;
    const at = (hours: number) => new Date(day + hours * 3_600_000).toISOString();
    const frame = `W-${n},"Item ${n} ${'with a title that takes room '.repeat(4)}",T${n % 9},Person ${n % 300}`;
    const stages = ['Backlog', 'Doing', `Check ${n % 30}`, ...(n % 11 === 0 ? [] : ['Done'])];
    for (const [index, stage] of stages.entries()) {
      rows.push(`${frame},${index === 0 ? '' : stages[index - 1]},${stage},${at(index * (5 + (n % 60)))}`);
    }
  }
  return `${rows.join('\n')}\n`;
}

let program: BuiltProgram;
let open: Connected[] = [];
const started = async (...args: string[]): Promise<Connected> => {
  const server = await connect(program, args);
  open.push(server);
  return server;
};

const home = process.cwd();
beforeAll(() => {
  program = new BuiltProgram({
    'board.csv': fixture('content-board.csv'),
    'board.yaml': fixture('pitwall.yaml'),
    'large.csv': largeLog(),
  });
  // Answers name files as they are typed.
  process.chdir(program.folder);
});
afterEach(async () => {
  for (const { client } of open) await client.close();
  open = [];
});
afterAll(() => {
  process.chdir(home);
  program.remove();
});

/** What the command prints as JSON for the same question. */
async function printed(command: string, args: readonly string[]): Promise<unknown> {
  const { stdout, stderr } = await pitwall([command, ...args, '-f', 'json', '--quiet'], { cwd: program.folder });
  if (stdout === '') throw new Error(stderr);
  const whole = JSON.parse(stdout);
  // Only the built program knows its version.
  return whole.tool === undefined ? whole : { ...whole, tool: { ...whole.tool, version: manifest.version } };
}

/** Every list of the answer is a part of the command's, and everything else is the same. */
function expectPartOf(given: unknown, whole: unknown, cut: Set<string>, path = ''): void {
  if (Array.isArray(given)) {
    const list = whole as unknown[];
    if (given.length === list.length) {
      for (const [index, element] of given.entries()) expectPartOf(element, list[index], cut, `${path}[]`);
      return;
    }
    expect(cut, `${path} is cut and nothing says so`).toContain(path);
    const known = list.map((element) => JSON.stringify(element));
    for (const element of given) {
      if (typeof element !== 'object') expect(known).toContain(JSON.stringify(element));
    }
  } else if (typeof given === 'object' && given !== null) {
    expect(Object.keys(given)).toEqual(Object.keys(whole as object));
    for (const [key, value] of Object.entries(given)) {
      expectPartOf(value, (whole as Record<string, unknown>)[key], cut, path === '' ? key : `${path}.${key}`);
    }
  } else expect(given, path).toEqual(whole);
}

async function expectSame(given: Given, command: Promise<unknown>): Promise<void> {
  const whole = await command;
  expect(given.isError, given.text).toBe(false);
  expectPartOf(given.result, whole, new Set(given.shortened.map(({ list }) => list.replace(/\[\d+\]/g, '[]'))));
}

describe('the tools', () => {
  it('are listed, say that they only read, and take no room to speak of', async () => {
    const { client } = await started(...EXAMPLE);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(TOOLS);
    for (const { annotations, inputSchema, outputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false });
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(outputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      // No tool takes a path.
      expect(Object.keys(inputSchema.properties ?? {}).filter((key) => /file|path|config|history/i.test(key))).toEqual(
        [],
      );
    }
    const seen = tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema }));
    expect(JSON.stringify(seen).length).toBeLessThan(20_000);
    expect(JSON.stringify(tools).length).toBeLessThan(80_000);
    expect(client.getInstructions()).toContain('never instructions');
  });

  it('answer what the commands print', async () => {
    const { call } = await started(...EXAMPLE);
    await expectSame(await call('report'), printed('report', EXAMPLE));
    await expectSame(await call('items'), printed('items', EXAMPLE));
    await expectSame(await call('item', { id: 'MKT-109' }), printed('item', ['MKT-109', ...EXAMPLE]));
    await expectSame(await call('forecast'), printed('forecast', EXAMPLE));
    await expectSame(await call('risk'), printed('risk', EXAMPLE));
    const limit = 'cycleTime.p85 <= 10d';
    await expectSame(await call('check', { limits: [limit] }), printed('check', [...EXAMPLE, '--check', limit]));
    const splitAt = '2026-04-01';
    await expectSame(await call('compare', { splitAt }), printed('compare', [...EXAMPLE, '--split-at', splitAt]));
    for (const { command } of METRICS) {
      await expectSame(await call('metric', { metric: command }), printed(command, EXAMPLE));
    }
    const explained = await call('explain', { metric: 'wip' });
    expect(explained.result).toEqual({
      definitions: [await printed('explain', ['wip'])],
    });
  });

  it('answer within a window, with conditions, by a field, in a unit', async () => {
    const { call } = await started(...EXAMPLE);
    const input = { from: '2026-02-01', to: '2026-05-01', where: ['type=Blog post,Email'], basis: 'inclusive' };
    const options = [
      '--from',
      input.from,
      '--to',
      input.to,
      '--where',
      input.where[0] as string,
      '--basis',
      'inclusive',
    ];
    await expectSame(
      await call('metric', { metric: 'throughput', ...input, unit: 'month', by: 'type' }),
      printed('throughput', [...EXAMPLE, ...options, '--unit', 'month', '--by', 'type']),
    );
    await expectSame(await call('items', input), printed('items', [...EXAMPLE, ...options]));
    const groups = { by: 'type', values: ['Blog post', 'Email'], metrics: ['cycleTime'], seed: 7 };
    await expectSame(
      await call('compare', groups),
      printed('compare', [
        ...EXAMPLE,
        '--by',
        'type',
        '--values',
        'Blog post,Email',
        '--metric',
        'cycleTime',
        '--seed',
        '7',
      ]),
    );
    await expectSame(
      await call('forecast', { by: '2026-12-18', items: 40, scope: '1.0..1.3' }),
      printed('forecast', [...EXAMPLE, '--by', '2026-12-18', '--items', '40', '--scope', '1.0..1.3']),
    );
    await expectSame(await call('risk', { sle: '10d@85%' }), printed('risk', [...EXAMPLE, '--sle', '10d@85%']));
  });

  it('begin with the sentence that the command begins with', async () => {
    const { call } = await started(...EXAMPLE);
    for (const [tool, input, args] of [
      ['report', {}, ['report', ...EXAMPLE]],
      ['forecast', {}, ['forecast', ...EXAMPLE]],
      ['risk', {}, ['risk', ...EXAMPLE]],
      ['metric', { metric: 'wip' }, ['wip', ...EXAMPLE]],
    ] as const) {
      const given = await call(tool, input);
      expect(given.text.split('\n')[0]).toBe(given.answer);
      const { stdout } = await pitwall([...args, '--width', '300', '--quiet'], { cwd: program.folder });
      const screen = stdout.replace(/\s+/g, ' ');
      expect(screen.startsWith(given.answer), `${given.answer} | ${screen.slice(0, 200)}`).toBe(true);
    }
  });

  it('keep every answer small, over a large log, and say what is left out', async () => {
    const { call } = await started('large.csv');
    const questions: [string, unknown][] = [
      ['report', {}],
      ['report', { series: true }],
      ['metric', { metric: 'cycle-time', by: 'assignee' }],
      ['check', { limits: ['wip.current <= 1'], by: 'assignee' }],
      ['items', {}],
      ['items', { limit: 200 }],
      ['item', { id: 'W-1' }],
      ['explain', {}],
      ['forecast', { backtest: true, series: true }],
      ['risk', {}],
      ['compare', { splitAt: '2025-01-01' }],
      ['check', { limits: ['cycleTime.p85 <= 1d', 'stage[Doing].p85 <= 2d'] }],
      ...METRICS.map(({ command }): [string, unknown] => ['metric', { metric: command }]),
      ...['wip', 'throughput', 'cumulative-flow'].map((metric): [string, unknown] => [
        'metric',
        { metric, series: true, by: 'type' },
      ]),
    ];
    for (const [tool, input] of questions) {
      const given = await call(tool, input);
      expect(given.isError, `${tool} ${JSON.stringify(input)}: ${given.text}`).toBe(false);
      expect(given.bytes, `${tool} ${JSON.stringify(input)}`).toBeLessThan(25_000);
      for (const { of, shown } of given.shortened) expect(shown).toBeLessThanOrEqual(of);
    }
  });

  it('leave daily series out unless asked, and then show the latest part', async () => {
    const { call } = await started('large.csv');
    const without = await call('metric', { metric: 'wip' });
    expect(without.result.wip.daily).toEqual([]);
    const { wip } = (await printed('wip', ['large.csv'])) as { wip: { daily: unknown[] } };
    const entry = without.shortened.find(({ list }) => list === 'wip.daily');
    expect(entry).toMatchObject({ shown: 0, of: wip.daily.length });
    const asked = (await call('metric', { metric: 'wip', series: true })).result.wip.daily;
    expect(asked.length).toBeGreaterThan(10);
    expect(asked).toEqual(wip.daily.slice(-asked.length));
  });

  it('are paged to the end, without a gap', async () => {
    const { call } = await started(...EXAMPLE);
    const { itemList } = (await printed('items', EXAMPLE)) as { itemList: unknown[] };
    const paged: unknown[] = [];
    while (paged.length < itemList.length) {
      const { result, shortened } = await call('items', { offset: paged.length, limit: 33 });
      const page = shortened.find(({ list }) => list === 'itemList');
      expect(page).toEqual({
        list: 'itemList',
        offset: paged.length,
        shown: result.itemList.length,
        of: itemList.length,
      });
      expect(result.itemList.length).toBeGreaterThan(0);
      paged.push(...result.itemList);
    }
    expect(paged).toEqual(itemList);
    expect((await call('items', { offset: 1e6 })).result.itemList).toEqual([]);
    const { stages } = (await printed('stages', EXAMPLE)) as { stages: { byVisit: unknown[] }[] };
    const visits = await call('metric', { metric: 'stages', list: 'stages[2].byVisit', offset: 5, limit: 4 });
    expect(visits.result.stages).toHaveLength(1);
    expect(visits.result.stages[0].byVisit).toEqual(stages[2]?.byVisit.slice(5, 9));
    expect(visits.shortened).toContainEqual(
      expect.objectContaining({ list: 'stages[2].byVisit', offset: 5, shown: 4, of: stages[2]?.byVisit.length }),
    );
    const none = await call('metric', { metric: 'stages', list: 'stages[99].byVisit' });
    expect(none).toMatchObject({ isError: true });
    expect(none.text).toContain('has no list "stages[99].byVisit"');
  });

  it('give what their output schemas say, and the whole contract', async () => {
    const { call, client } = await started(...EXAMPLE);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const { tools } = await client.listTools();
    const inputs: Record<string, unknown> = {
      metric: { metric: 'cycle-time' },
      item: { id: 'MKT-109' },
      check: { limits: ['wip.current <= 3'] },
      compare: { splitAt: '2026-04-01' },
    };
    for (const { name, outputSchema } of tools) {
      const { answer, result, shortened } = await call(name, inputs[name]);
      const fits = ajv.compile(outputSchema as object);
      expect(fits({ answer, result, shortened }), JSON.stringify(fits.errors)).toBe(true);
      expect(fits({ answer, result: { ...result, other: 1 }, shortened })).toBe(false);
      // The schema of a metric says the same as that of the report, and takes as long.
      if (['explain', 'metric', 'risk'].includes(name)) continue;
      const contract = ajv.compile(await jsonSchema(name));
      expect(contract(result), JSON.stringify(contract.errors)).toBe(true);
    }
  });
});

describe('the options of the start', () => {
  it('hold for every tool, and conditions add up', async () => {
    const { call } = await started(...EXAMPLE, '--where', 'type=Blog post', '--as-of', '2026-05-01', '--last', '8w');
    const common = [...EXAMPLE, '--where', 'type=Blog post', '--as-of', '2026-05-01'];
    await expectSame(await call('report'), printed('report', [...common, '--last', '8w']));
    // A window of the question takes the place of the other.
    await expectSame(
      await call('report', { from: '2026-02-01' }),
      printed('report', [...common, '--from', '2026-02-01']),
    );
    const other = await call('items', { where: ['type=Email'] });
    expect(other).toMatchObject({ isError: true });
  });

  it('keep names of people out of every answer', async () => {
    writeFileSync(
      join(program.folder, 'people.csv'),
      LOG.replace('id,type', 'id,title,assignee,type').replace(/^(A-\d),/gm, '$1,Call Zebulon,Zebulon Quillfeather,'),
    );
    const { call, stderr } = await started('people.csv', '--anonymize-people');
    const questions: [string, unknown][] = [
      ['report', {}],
      ['items', {}],
      ['item', { id: 'A-1' }],
      ['item', { id: 'A-9' }],
      ['items', { where: ['assignee=Zebulon Quillfeather'] }],
      ['metric', { metric: 'cycle-time', by: 'assignee' }],
      ['forecast', {}],
      ['risk', {}],
      ['compare', { by: 'assignee', values: ['a', 'b'] }],
      ['check', { limits: ['wip.current <= 3'] }],
      ['report', { where: ['assignee=nobody'] }],
      // What the client itself wrote.
      ['report', { 'Zebulon Quillfeather': 1 }],
      ['report', { list: 'Zebulon Quillfeather' }],
      ['explain', { metric: 'Zebulon Quillfeather' }],
      ['check', { limits: ['stage[Zebulon Quillfeather].p85 <= 2d'] }],
      ['compare', { splitAt: 'Zebulon Quillfeather' }],
      ...METRICS.map(({ command }): [string, unknown] => ['metric', { metric: command }]),
    ];
    let isNamed = false;
    for (const [tool, input] of questions) {
      const given = await call(tool, input);
      const said = JSON.stringify(given);
      expect(said, `${tool} ${JSON.stringify(input)}`).not.toMatch(/Zebulon|Quillfeather/);
      isNamed ||= said.includes('person 1');
    }
    expect(isNamed).toBe(true);
    await expect(call('Zebulon Quillfeather')).rejects.toThrow(/there is no tool "person 1"/);
    // Nothing is known of the file that is there now.
    writeFileSync(join(program.folder, 'people.csv'), 'Zebulon Quillfeather,x\n1,2\n');
    const unknown = await call('report');
    expect(unknown).toMatchObject({ isError: true });
    expect(unknown.text).not.toMatch(/Zebulon|Quillfeather/);
    expect(stderr()).toContain('without the names of people');
  });
});

describe('the files', () => {
  it('are read again when they change, and an error while they are gone or broken', async () => {
    writeFileSync(join(program.folder, 'changing.csv'), LOG);
    const { call } = await started('changing.csv');
    expect((await call('report')).result.items.total).toBe(3);
    writeFileSync(join(program.folder, 'changing.csv'), `${LOG}A-4,Bug,,Backlog,2026-01-13T11:00:00Z\n`);
    expect((await call('report')).result.items.total).toBe(4);
    renameSync(join(program.folder, 'changing.csv'), join(program.folder, 'gone.csv'));
    const gone = await call('report');
    expect(gone).toMatchObject({ isError: true });
    expect(gone.text).toMatch(/^changing\.csv: there is no such file\. [^\n]*$/);
    expect((await call('explain', { metric: 'wip' })).isError).toBe(false);
    writeFileSync(join(program.folder, 'changing.csv'), new Uint8Array(5000));
    const broken = await call('items');
    expect(broken).toMatchObject({ isError: true });
    expect(broken.text).not.toContain('\n');
    renameSync(join(program.folder, 'gone.csv'), join(program.folder, 'changing.csv'));
    expect((await call('report')).result.items.total).toBe(4);
  });

  it('are not read again while they do not change', async () => {
    const file = join(program.folder, 'kept.csv');
    const moment = new Date('2026-02-01T00:00:00Z');
    writeFileSync(file, LOG);
    utimesSync(file, moment, moment);
    const { call } = await started('kept.csv');
    // As long as before, and of the same moment: only who reads it again finds another item.
    writeFileSync(file, LOG.replaceAll('A-3', 'B-3'));
    utimesSync(file, moment, moment);
    const ids = async (input = {}) => (await call('items', input)).result.itemList.map(({ id }: { id: string }) => id);
    expect(await ids()).toContain('A-3');
    // Another window is another reading.
    expect(await ids({ from: '2026-01-01' })).toContain('B-3');
    expect(await ids()).toContain('A-3');
  });

  it('of a folder are the newest exports, as the command reads them, also those that came since', async () => {
    mkdirSync(join(program.folder, 'exports'));
    const newest = LOG.replace(/^A-2.*\n/gm, '');
    writeFileSync(join(program.folder, 'exports/b.csv'), newest);
    writeFileSync(join(program.folder, 'exports/a.csv'), LOG.replace(/^.*2026-01-1.*\n/gm, ''));
    const { call, stderr } = await started('exports');
    const answered = await call('report');
    await expectSame(answered, printed('report', ['exports']));
    const files = ({ result }: Given) => result.sources.map(({ file }: { file: string }) => file);
    expect(files(answered)).toEqual(['exports/b.csv']);
    expect(stderr()).toContain('from 2 files');
    writeFileSync(join(program.folder, 'exports/c.csv'), `${newest}A-4,Bug,,Backlog,2026-02-13T11:00:00Z\n`);
    expect(files(await call('report'))).toEqual(['exports/c.csv']);
  });

  it('are not those of a folder or a pipe in the place of a file', async () => {
    const file = join(program.folder, 'replaced.csv');
    writeFileSync(file, LOG);
    const { call } = await started('replaced.csv');
    rmSync(file);
    mkdirSync(file);
    writeFileSync(join(file, 'other.csv'), LOG);
    const asFolder = await call('report');
    expect(asFolder).toMatchObject({ isError: true, text: 'replaced.csv: it is no file any more. Put the file back' });
    rmSync(file, { recursive: true });
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [file]);
      expect(await call('items')).toMatchObject({ isError: true, text: asFolder.text });
      rmSync(file);
    }
    writeFileSync(file, LOG);
    expect((await call('report')).isError).toBe(false);
  });

  it('are those that a pattern named at the start', async () => {
    writeFileSync(join(program.folder, 'part-1.csv'), LOG);
    const { call } = await started('part-*.csv');
    writeFileSync(join(program.folder, 'part-2.csv'), LOG.replaceAll('A-', 'B-'));
    expect((await call('report')).result.sources).toHaveLength(1);
  });
});

describe('the protocol', () => {
  it('is spoken in its newest revision and in those before', async () => {
    const newest = await connect(program, EXAMPLE, { versionNegotiation: { mode: 'auto' } });
    open.push(newest);
    const before = await started(...EXAMPLE);
    expect(newest.client.getNegotiatedProtocolVersion()).not.toBe(before.client.getNegotiatedProtocolVersion());
    const [a, b] = [await newest.call('report'), await before.call('report')];
    expect(a.isError).toBe(false);
    expect(a.result).toEqual(b.result);
    expect(a.bytes).toBeLessThan(25_000);
  });
});

describe('the process', () => {
  const begin = [
    {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
    },
    { jsonrpc: '2.0', method: 'notifications/initialized' },
  ];
  const asked = (id: number, name: string, input: unknown = {}) => ({
    jsonrpc: '2.0',
    id,
    method: 'tools/call',
    params: { name, arguments: input },
  });
  const lines = (messages: readonly unknown[]) =>
    messages.map((message) => `${typeof message === 'string' ? message : JSON.stringify(message)}\n`).join('');

  it('says first who reads the answers, and writes the protocol alone to standard output', () => {
    const input = lines([...begin, asked(2, 'report'), asked(3, 'items')]);
    const { status, stdout, stderr } = program.run(['mcp', 'board.csv'], { input });
    expect(status).toBe(0);
    expect(stderr).toMatch(/^pitwall: mcp opens no connection, [^\n]*goes to the client[^\n]*a model somewhere\.\n$/);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: number; result?: unknown });
    // What was asked before the input ended is answered.
    expect(answers.map(({ id }) => id).sort()).toEqual([1, 2, 3]);
    for (const { result } of answers) expect(result).toBeDefined();
  });

  it('ends quietly with its input', () => {
    const { status, stdout } = program.run(['mcp', 'board.csv'], { input: '' });
    expect([status, stdout]).toEqual([0, '']);
  });

  it('passes over what is no message', () => {
    const input = lines([
      ...begin,
      'no JSON',
      '{"a":1}',
      '[]',
      'null',
      '{"jsonrpc":"2.0","id":9,"method":"none"}',
      asked(2, 'explain'),
    ]);
    const { status, stdout, stderr } = program.run(['mcp', 'board.csv'], { input });
    expect(status).toBe(0);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.find(({ id }) => id === 2).result.isError).toBeUndefined();
    expect(answers.find(({ id }) => id === 9).error.code).toBe(-32601);
    expect(stderr).toContain('a message is not of the protocol, and is passed over\n');
  });

  it('ends with 2 and a line where it cannot start', () => {
    for (const [args, message] of [
      [[], 'pitwall: no files given. Usage: pitwall mcp <files...>\n'],
      [['-'], 'pitwall: -: standard input is where the client writes. Name a file\n'],
      [['none.csv'], 'pitwall: none.csv: there is no such file. Check the path\n'],
      [['board.csv', '--last', 'x'], null],
      [['board.csv', '-c', 'none.yaml'], null],
    ] as const) {
      const { status, stdout, stderr } = program.run(['mcp', ...args], { input: lines(begin) });
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^pitwall: [^\n]*\n$/);
      if (message !== null) expect(stderr).toBe(message);
    }
  });

  it('answers two questions at once, and others after one was cancelled', async () => {
    const { call, client } = await started('large.csv');
    const [report, items] = await Promise.all([call('report'), call('items', { where: ['type=T1'] })]);
    expect(report.result.items.total).toBe(800);
    expect(items.result.itemList.length).toBeGreaterThan(0);
    const abort = new AbortController();
    const slow = client.callTool({ name: 'report', arguments: { where: ['type=T2'] } }, { signal: abort.signal });
    abort.abort();
    await expect(slow).rejects.toThrow();
    expect((await call('report')).isError).toBe(false);
  });

  it('is gone when it is killed', async () => {
    const { call, transport, client } = await started(...EXAMPLE);
    await call('report');
    const closed = new Promise<void>((resolve) => {
      client.onclose = () => resolve();
    });
    process.kill(transport.pid as number, 'SIGTERM');
    await closed;
    await expect(client.callTool({ name: 'report' })).rejects.toThrow();
  });
});
