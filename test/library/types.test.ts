import { expect, expectTypeOf, it } from 'vitest';
import {
  type Analysis,
  type AnalyzeOptions,
  analyze,
  type CycleTime,
  type Distribution,
  type Finding,
  type Group,
  type Input,
  type ItemList,
  type ItemReport,
  METRICS,
  type MetricId,
  type MetricReport,
  open,
  PitwallError,
  type Report,
} from '../../src/index.ts';

it('the report’s type says what may be null', () => {
  expectTypeOf(analyze).returns.resolves.toEqualTypeOf<Report>();
  expectTypeOf<Report['asOf']>().toEqualTypeOf<string | null>();
  expectTypeOf<Report['basis']>().toEqualTypeOf<'elapsed' | 'working' | 'inclusive'>();
  expectTypeOf<Report['cycleTime']['meanDays']>().toEqualTypeOf<number | null>();
  expectTypeOf<Report['items']['total']>().toEqualTypeOf<number>();
  expectTypeOf<Report['groups']>().toEqualTypeOf<Group[] | undefined>();
  expectTypeOf<CycleTime>().toExtend<Distribution>();
  expectTypeOf<Finding['weight']>().toEqualTypeOf<'error' | 'warning' | 'info'>();
  expect(METRICS.length).toBeGreaterThan(0);
});

it('a metric’s report may lack every key but its own', () => {
  expectTypeOf<Analysis['metric']>().parameters.toEqualTypeOf<[id: MetricId]>();
  expectTypeOf<MetricReport['wip']>().toEqualTypeOf<Report['wip'] | undefined>();
  expectTypeOf<Analysis['items']>().returns.toEqualTypeOf<ItemList>();
  expectTypeOf<Analysis['item']>().returns.toEqualTypeOf<ItemReport>();
  expectTypeOf(open).returns.resolves.toEqualTypeOf<Analysis>();
  expect(METRICS.map(({ id }) => id)).toContain('cycleTime' satisfies MetricId);
});

it('inputs are paths or data with a name', () => {
  expectTypeOf<string>().toExtend<Input>();
  expectTypeOf<{ name: string; data: Uint8Array }>().toExtend<Input>();
  expectTypeOf<{ name: string; data: AsyncIterable<Uint8Array> }>().toExtend<Input>();
  expectTypeOf<{ data: string }>().not.toExtend<Input>();
  expectTypeOf<number>().not.toExtend<Input>();
  expectTypeOf<AnalyzeOptions['unit']>().toEqualTypeOf<'day' | 'week' | 'month' | 'sprint' | undefined>();
  expect(analyze).toHaveLength(1);
});

it('an error is an Error with a code, what, where and a cure', () => {
  expectTypeOf<PitwallError>().toExtend<Error>();
  expectTypeOf<PitwallError['where']>().toEqualTypeOf<string | null>();
  expect(new PitwallError('a-code', 'it is wrong', 'here:1', 'Mend it')).toMatchObject({
    name: 'PitwallError',
    message: 'here:1: it is wrong. Mend it',
  });
});
