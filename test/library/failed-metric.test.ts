import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  jsonSchema,
  METRICS,
  type MetricId,
  metricDocument,
  open,
  REPORTERS,
  reportDocument,
} from '../../src/index.ts';
import { METRICS as REGISTRY } from '../../src/metrics/index.ts';
import type { MetricInput } from '../../src/metrics/metric-input.ts';
import { folderWith, LOG, pitwall } from '../cli/terminal.ts';

/** Has a metric throw, for all items or for those that a test names. */
function fail(id: MetricId, where: (input: MetricInput) => boolean = () => true): void {
  const compute = REGISTRY[id].compute as (input: MetricInput, detail: boolean) => unknown;
  vi.spyOn(REGISTRY[id], 'compute').mockImplementation(((input: MetricInput, detail: boolean) => {
    if (where(input)) throw new RangeError('Invalid time value');
    return compute(input, detail);
  }) as never);
}
afterEach(() => vi.restoreAllMocks());

const openLog = (by?: string) => open({ name: 'log.csv', data: LOG }, by === undefined ? {} : { by });
const ajv = new Ajv2020({ strict: false, validateFormats: false });

describe('a metric that throws', () => {
  it.each(METRICS)('is null under its key, and named: $id', async ({ id, command }) => {
    fail(id);
    const analysis = await openLog('type');
    const failures = [{ metric: id, message: 'Invalid time value' }];
    const alone = analysis.metric(id);
    expect(alone).toMatchObject({ [id]: null, failures, groups: [{ [id]: null }, { [id]: null }] });
    expect(ajv.validate(await jsonSchema(command), alone)).toBe(true);
    const report = analysis.report();
    const inReport = id !== 'cumulativeFlow' && id !== 'valueStream' && id !== 'risk';
    expect(report.failures).toEqual(inReport ? failures : []);
    expect(report[id as 'age']).toBe(inReport ? null : undefined);
    expect(ajv.validate(await jsonSchema('report'), report)).toBe(true);
    // Every other figure stands.
    const names = Object.entries(report).flatMap(([key, value]) => (value === null ? [key] : []));
    expect(names).toEqual(inReport ? [id] : []);
    for (const reporter of REPORTERS) {
      for (const document of [reportDocument(report), metricDocument(id, alone)]) {
        expect(reporter.render(document, { width: 80, color: false })).not.toMatch(/undefined|NaN/);
      }
    }
  });

  it('for one group alone is null there, and the group is named', async () => {
    // Two of the three items are stories.
    fail('age', ({ selection }) => selection.length === 2);
    const report = (await openLog('type')).report();
    expect(report.failures).toEqual([{ metric: 'age', message: 'Invalid time value', groups: ['Story'] }]);
    expect(report.age).toMatchObject({ count: 1 });
    expect(report.groups?.map(({ value, age }) => [value, age === null])).toEqual([
      ['Story', true],
      ['Bug', false],
    ]);
    expect(ajv.validate(await jsonSchema('report'), report)).toBe(true);
    const text = REPORTERS.find(({ id }) => id === 'table')?.render(reportDocument(report), {
      width: 80,
      color: false,
    });
    expect(text).toContain('error: Age could not be computed for Story: Invalid time value.');
  });
});

describe('a command whose metric throws', () => {
  it.each([
    ['report', 'json'],
    ['report', 'table'],
    ['age', 'json'],
    ['age', 'csv'],
  ])('%s prints the rest as %s, names it on standard error and ends with 2', async (command, form) => {
    fail('age');
    const cwd = folderWith({ 'log.csv': LOG });
    const { status, stdout, stderr } = await pitwall([command, 'log.csv', '-f', form, '--quiet'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^pitwall: could not be computed: age \(Invalid time value\)\. [^\n]*\n$/);
    if (form === 'json') expect(JSON.parse(stdout)).toMatchObject({ age: null, failures: [{ metric: 'age' }] });
    if (form === 'table') expect(stdout).toContain('Age could not be computed');
  });
});
