import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Analysis, type AnalyzeOptions, compare, jsonSchema, METRICS, open } from '../../src/index.ts';
import { randomCase } from '../analysis/random-analysis.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** How a fixture asks to be read. */
function optionsFor(file: string): AnalyzeOptions {
  const described = new URL('expected.json', pathToFileURL(file));
  const expected = existsSync(described) ? JSON.parse(readFileSync(described, 'utf8')) : {};
  const { fields, dateOrder, timeZone } = expected.options ?? {};
  return { ...(fields && { map: fields }), ...(dateOrder && { dateOrder }), ...(timeZone && { timeZone }) };
}

/** The data files of all fixtures but those that no format reads. */
const FILES = readdirSync(fixtures, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(csv|json|jsonl|xes)$/.test(entry.name) && entry.name !== 'expected.json')
  .filter(({ parentPath }) => !/[/\\]fixtures[/\\]none[/\\]/.test(parentPath))
  .map((entry) => `${entry.parentPath}/${entry.name}`)
  .sort();

const validators = new Map<string, ValidateFunction>();

/** What a JSON Schema can say of instants and dates without a package for formats. */
const FORMATS = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  date: /^\d{4}-\d\d-\d\d$/,
};

beforeAll(async () => {
  const ajv = new Ajv2020({ allErrors: true, strict: false, formats: FORMATS });
  for (const command of [
    'report',
    'items',
    'item',
    'inspect',
    'forecast',
    'compare',
    ...METRICS.map((metric) => metric.command),
  ]) {
    validators.set(command, ajv.compile(await jsonSchema(command)));
  }
});

/** What is wrong with what a command prints: as it is read from the JSON text. */
function problems(command: string, printed: unknown): string[] {
  const validate = validators.get(command) as ValidateFunction;
  const text = JSON.stringify(printed);
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${command} ${instancePath} ${message}`);
}

/** The same of every command. */
async function allProblems(analysis: Analysis): Promise<string[]> {
  const { itemList } = analysis.items();
  return [
    ...problems('report', analysis.report()),
    ...problems('items', analysis.items()),
    ...problems('inspect', analysis.inspect()),
    ...problems('forecast', await analysis.forecast({ backtest: true, scope: '1.0..1.3' })),
    ...(await comparisonProblems(analysis)),
    // An item without a date in any stage, on a board without a stage to begin in, is in none.
    ...itemList
      .filter(({ stage }) => stage !== null)
      .slice(0, 5)
      .flatMap(({ id }) => problems('item', analysis.item(id))),
    ...METRICS.flatMap(({ id, command }) => problems(command, analysis.metric(id))),
  ];
}

/** Of both halves of the window, and of the whole with itself; where nothing happened there are no halves. */
async function comparisonProblems(analysis: Analysis): Promise<string[]> {
  const { from, to } = analysis.report().window;
  const whole = problems('compare', await compare(analysis, analysis));
  if (from === null || to === null || Date.parse(to) - Date.parse(from) < 2) return whole;
  const splitAt = new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString();
  return [...whole, ...problems('compare', await analysis.compare({ splitAt }))];
}

describe('every command’s JSON is what its schema says', () => {
  it('for each fixture', async () => {
    expect(FILES.length).toBeGreaterThan(15);
    for (const file of FILES) {
      const analysis = await open(file, optionsFor(file));
      expect([file, ...(await allProblems(analysis))]).toEqual([file]);
      expect([file, analysis.report().failures]).toEqual([file, []]);
    }
  });

  it('for random logs, by group and with a sprint', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const analysis = await (await randomCase(seed)).open(undefined, { by: 'type' });
      expect([seed, ...(await allProblems(analysis))]).toEqual([seed]);
    }
  });

  it('for nothing: an asOf before all data, and a selection of no item', async () => {
    const data = 'id,to,at,type\nA,Writing,2026-03-02,Bug\nA,Done,2026-03-03,Bug\n';
    for (const options of [
      { asOf: '2020-01-01' },
      { where: ['type=None'], allowEmpty: true },
      { where: ['type=None'], by: 'type', allowEmpty: true },
    ]) {
      for (const basis of ['elapsed', 'working', 'inclusive'] as const) {
        const analysis = await open({ name: 'log.csv', data }, { ...options, basis });
        expect([options, ...(await allProblems(analysis))]).toEqual([options]);
        expect(analysis.report().failures).toEqual([]);
      }
    }
  });

  it('and not for anything else: a key that is missing, too much or of another type is refused', async () => {
    const report = (await open({ name: 'log.csv', data: 'id,to,at\nA,Done,2026-03-02\n' })).report();
    const { cycleTime, ...without } = report;
    expect(problems('report', without)).not.toEqual([]);
    expect(problems('report', { ...report, more: 1 })).not.toEqual([]);
    expect(problems('report', { ...report, asOf: '2026-03-02' })).not.toEqual([]);
    expect(problems('report', { ...report, cycleTime: { ...cycleTime, meanDays: '2' } })).not.toEqual([]);
    const { wip, ...withoutWip } = report;
    expect(problems('wip', withoutWip)).not.toEqual([]);
    expect(problems('wip', { ...withoutWip, wip: { ...wip, current: -1 } })).not.toEqual([]);
  });
});
