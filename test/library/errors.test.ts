import { describe, expect, it } from 'vitest';
import {
  type AnalyzeOptions,
  analyze,
  explainDocument,
  formatsDocument,
  jsonSchema,
  open,
  PitwallError,
} from '../../src/index.ts';

const LOG = { name: 'log.csv', data: 'id,to,at\nAB-1,Writing,2026-03-02T09:00:00Z\n' };

async function errorOf(doing: () => unknown): Promise<PitwallError> {
  try {
    await doing();
  } catch (error) {
    if (error instanceof PitwallError) return error;
    throw error;
  }
  throw new Error('nothing was wrong');
}

const withOptions = (options: AnalyzeOptions) => () => analyze(LOG, options);

describe('an error', () => {
  it.each<[string, () => unknown, { code: string; where: string | null }]>([
    ['a time zone', withOptions({ timeZone: 'Europe/Madird' }), { code: 'bad-option', where: '--time-zone' }],
    ['a basis', withOptions({ basis: 'days' as 'elapsed' }), { code: 'bad-option', where: '--basis' }],
    ['a unit', withOptions({ unit: 'year' as 'day' }), { code: 'bad-option', where: '--unit' }],
    ['sprints without one', withOptions({ unit: 'sprint' }), { code: 'bad-option', where: '--unit' }],
    ['asOf', withOptions({ asOf: 'yesterday' }), { code: 'bad-option', where: '--as-of' }],
    ['a day that is not', withOptions({ from: '2026-02-30' }), { code: 'bad-option', where: '--from' }],
    ['an instant without an offset', withOptions({ to: '2026-03-02T09:00' }), { code: 'bad-option', where: '--to' }],
    ['a length of time', withOptions({ last: '2 weeks' }), { code: 'bad-option', where: '--last' }],
    ['two beginnings', withOptions({ last: '2w', from: '2026-03-01' }), { code: 'bad-option', where: '--last' }],
    ['a condition', withOptions({ where: ['type'] }), { code: 'bad-option', where: '--where' }],
    ['a field', withOptions({ where: ['nothing=1'] }), { code: 'unknown-field', where: '--where' }],
    ['a format', withOptions({ input: 'jria' }), { code: 'unknown-format-id', where: '--input' }],
    ['a stage', withOptions({ configuration: { finishAt: 'Shipped' } }), { code: 'unknown-stage', where: 'finishAt' }],
    ['an item', async () => (await open(LOG)).item('AB-2'), { code: 'unknown-item', where: null }],
    ['a command', () => jsonSchema('reprot'), { code: 'unknown-command', where: 'pitwall schema' }],
    ['a metric', () => explainDocument('cycletime'), { code: 'unknown-metric', where: 'pitwall explain' }],
    ['a format to explain', () => formatsDocument('jira'), { code: 'unknown-format', where: 'pitwall formats' }],
  ])('about %s says what, where and what to do, on one line', async (_, doing, expected) => {
    const error = await errorOf(doing);
    expect(error).toMatchObject(expected);
    expect(error.what).not.toBe('');
    expect(error.cure).not.toBe('');
    expect(error.message).not.toContain('\n');
    expect(error.message).toContain(error.cure);
    expect(error.name).toBe('PitwallError');
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])(
    'about the unknown command %j is one, too',
    async (name) => {
      expect((await errorOf(() => jsonSchema(name))).code).toBe('unknown-command');
      expect((await errorOf(() => explainDocument(name))).code).toBe('unknown-metric');
      expect((await errorOf(() => formatsDocument(name))).code).toBe('unknown-format');
    },
  );

  it('about a configuration says which key', async () => {
    const configuration = { workflow: [{ stage: 'A', kind: 'activ' }] };
    const error = await errorOf(withOptions({ configuration }));
    expect(error.code).toBe('bad-configuration');
    expect(`${error.message}`).toContain('kind');
  });

  it('about an item names the nearest', async () => {
    expect((await errorOf(async () => (await open(LOG)).item('AB1'))).cure).toContain('AB-1');
  });

  it('under strict says the first finding that makes figures wrong, and where', async () => {
    const configuration = { workflow: [{ stage: 'Doing', kind: 'active' }] };
    const error = await errorOf(withOptions({ strict: true, configuration }));
    expect(error).toMatchObject({ code: 'strict' });
    expect(error.what).toContain('"Writing"');
    // Without it the status becomes a stage of its own.
    const report = await analyze(LOG, { configuration });
    expect(report.workflow.stages.map(({ name }) => name)).toEqual(['Writing', 'Doing']);
  });
});
