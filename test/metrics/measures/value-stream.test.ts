import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ValueStream } from '../../../src/contract/value-stream-schema.ts';
import { open } from '../../../src/index.ts';
import { randomCase } from '../../analysis/random-analysis.ts';
import { analysisOf, type Options } from '../../library/march.ts';

async function streamOf(table: string, options: Options = {}): Promise<ValueStream> {
  return (await analysisOf(table, options)).metric('valueStream').valueStream as ValueStream;
}

const stageOf = ({ stages }: ValueStream, name: string) => stages.find(({ stage }) => stage === name);
const stepOf = ({ ladder }: ValueStream, name: string) => ladder.stages.find(({ stage }) => stage === name);

describe('the value stream', () => {
  it('counts blocked time in an active stage as waiting', async () => {
    const stream = await streamOf(`
      id | at | to      | blocked
      A  | 2  | Writing | false
      A  | 4  | Writing | true
      A  | 5  | Writing | false
      A  | 8  | Done    | false
    `);
    // Of 6 days in Writing, that from the 4th to the 5th was blocked.
    expect(stageOf(stream, 'Writing')).toMatchObject({ medianProcessDays: 5, medianWaitDays: 1, totalWaitDays: 1 });
    expect(stepOf(stream, 'Writing')).toEqual({ stage: 'Writing', meanWaitDays: 1, meanProcessDays: 5 });
    expect(stream.ladder).toMatchObject({ leadDays: 6, touchDays: 5, waitDays: 1, efficiency: 5 / 6 });
  });

  it('takes medians over all visits, those without a wait included', async () => {
    const stream = await streamOf(`
      id | at | to      | blocked
      A  | 2  | Writing | true
      A  | 4  | Done    | false
      B  | 2  | Writing | false
      B  | 3  | Done    | false
      C  | 2  | Writing | false
      C  | 5  | Done    | false
    `);
    // Waits 2, 0, 0; work 0, 1, 3.
    expect(stageOf(stream, 'Writing')).toMatchObject({ visits: 3, medianWaitDays: 0, medianProcessDays: 1 });
  });

  it('leaves out what happens to delivered work, and keeps what is reopened', async () => {
    const stream = await streamOf(`
      id | at | to
      A  | 2  | Writing
      A  | 3  | Done
      A  | 9  | Released
      B  | 2  | Writing
      B  | 3  | Done
      B  | 6  | Writing
      B  | 8  | Done
      B  | 10 | Released
    `);
    // Done held A for 6 days and B for 2 after they were delivered, and B for 3 before it was taken up again.
    expect(stageOf(stream, 'Done')).toMatchObject({ visits: 1, totalWaitDays: 3, current: 0 });
    expect(stageOf(stream, 'Done')?.returns).toEqual([{ to: 'Writing', count: 1 }]);
    // A 1 day of work; B 1 + 2 of work and 3 of waiting.
    expect(stream.ladder).toMatchObject({ items: 2, leadDays: 3.5, touchDays: 2, waitDays: 1.5 });
  });

  it('counts returns by where they go, through waiting, and not past a drop', async () => {
    const stream = await streamOf(`
      id | at | to
      A  | 2  | Ideas
      A  | 3  | Writing
      A  | 4  | Review
      A  | 5  | On hold
      A  | 6  | Writing
      A  | 7  | Review
      A  | 8  | Ideas
      B  | 2  | Review
      B  | 3  | Cancelled
      B  | 4  | Writing
      C  | 2  | Review
      C  | 3  | Writing
    `);
    expect(stageOf(stream, 'Review')?.returns).toEqual([
      { to: 'Writing', count: 2 },
      { to: 'Ideas', count: 1 },
    ]);
    expect(stageOf(stream, 'On hold')?.returns).toEqual([]);
    expect(stageOf(stream, 'Cancelled')?.returns).toEqual([]);
  });

  it('holds the open items of every stage now, those not started included', async () => {
    const stream = await streamOf(`
      id | at | to
      A  | 2  | Ideas
      B  | 2  | Ideas
      C  | 3  | On hold
      D  | 4  | Done
    `);
    expect(stream.stages.map(({ current }) => current)).toEqual([2, 0, 0, 1, 0, 0, 0, 0, 0]);
  });

  it('is per week of the window', async () => {
    const table = 'id | at | to\nA | 2 | Writing\nA | 3 | Done\nB | 5 | Writing\nC | 6 | Writing\n';
    const stream = await streamOf(table, { from: '2026-03-02', to: '2026-03-05T12:00Z', asOf: '2026-03-06T00:00:00Z' });
    // Half a week: A and B came, A went.
    expect(stageOf(stream, 'Writing')).toMatchObject({ entries: 2, arrivalsPerWeek: 4, departuresPerWeek: 2 });
  });

  it('takes working days on that basis', async () => {
    // Friday the 6th, 09:00, to Monday the 9th, 13:00: 8 + 4 hours.
    const stream = await streamOf('id | at | to\nA | 6 09:00 | Writing\nA | 9 13:00 | Done\n', { basis: 'working' });
    expect(stream.ladder.touchDays).toBe(1.5);
  });

  it('is nothing for nothing', async () => {
    const stream = await streamOf('id | at | to\nA | 2 | Ideas\n');
    expect(stream.ladder).toMatchObject({
      items: 0,
      leadDays: null,
      touchDays: null,
      waitDays: null,
      efficiency: null,
    });
    expect(stageOf(stream, 'Writing')).toMatchObject({ visits: 0, medianProcessDays: null, medianWaitDays: null });
  });

  it('leaves out items of which only dates are known', async () => {
    const data = 'id,created,started,finished\nA,2026-03-01,2026-03-02,2026-03-04\n';
    const { valueStream } = (await open({ name: 'dates.csv', data })).metric('valueStream');
    expect(valueStream?.leftOut).toEqual([
      { reason: 'only their dates are known, not the stages they were in', items: 1 },
    ]);
    expect(valueStream?.ladder.items).toBe(0);
  });
});

describe('the ladder', () => {
  it('is null in every stage where nothing finished: nobody knows what a finished item takes', async () => {
    const stream = await streamOf('id | at | to\nA | 2 | Writing\nA | 4 | Review');
    expect(stream.ladder).toMatchObject({ items: 0, leadDays: null, touchDays: null, waitDays: null });
    expect(stepOf(stream, 'Writing')).toEqual({ stage: 'Writing', meanWaitDays: null, meanProcessDays: null });
    expect(stream.ladder.stages.every((stage) => stage.meanWaitDays === null && stage.meanProcessDays === null)).toBe(
      true,
    );
    // A stage that the finished ones did not touch took them no time: that is known.
    const finished = await streamOf('id | at | to\nA | 2 | Writing\nA | 4 | Done');
    expect(stepOf(finished, 'Review')).toEqual({ stage: 'Review', meanWaitDays: 0, meanProcessDays: 0 });
  });
});

describe('on random logs the value stream', () => {
  it('adds up, and its ladder hangs on no clock policy', async () => {
    let checked = 0;
    for (let seed = 1; seed <= 15; seed++) {
      const one = await randomCase(seed);
      const from = { from: '2020-01-01', to: '2030-01-01' };
      const analysis = await one.open(undefined, from);
      const report = analysis.report();
      const { ladder, stages } = analysis.metric('valueStream').valueStream as ValueStream;
      const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
      expect(sum(ladder.stages.map(({ meanWaitDays }) => meanWaitDays))).toBeCloseTo(ladder.waitDays ?? 0, 8);
      expect(sum(ladder.stages.map(({ meanProcessDays }) => meanProcessDays))).toBeCloseTo(ladder.touchDays ?? 0, 8);
      if (report.basis !== 'inclusive' && ladder.items > 0)
        expect(ladder.leadDays).toBeCloseTo(report.leadTime.meanDays as number, 8);
      for (const [index, { returns }] of stages.entries()) {
        const { backwardExits, entries, exits } = report.stages[index] as (typeof report.stages)[number];
        if (backwardExits !== null) expect(sum(returns.map(({ count }) => count))).toBe(backwardExits);
        expect([stages[index]?.entries, stages[index]?.exits]).toEqual([entries, exits]);
      }
      checked += ladder.items;
      const configuration = { ...one.configuration, startPolicy: 'last', commitAt: undefined };
      const other = (await one.open(undefined, { ...from, configuration })).metric('valueStream');
      expect(other.valueStream?.ladder).toEqual(ladder);
    }
    expect(checked).toBeGreaterThan(30);
  });
});

it('on every fixture, also where histories are cut short, the stages that come and go are those of stages', async () => {
  const fixtures = fileURLToPath(new URL('../../../fixtures/', import.meta.url));
  const files = readdirSync(fixtures, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(csv|json)$/.test(entry.name) && entry.name !== 'expected.json')
    // Files that look like an export and are none.
    .filter((entry) => !entry.parentPath.startsWith(`${fixtures}none/`))
    .map((entry) => `${entry.parentPath}/${entry.name}`);
  let cut = 0;
  for (const file of files) {
    const described = new URL('expected.json', pathToFileURL(file));
    const expected = existsSync(described) ? JSON.parse(readFileSync(described, 'utf8')) : {};
    const { dateOrder, fields } = expected.options ?? {};
    const analysis = await open(file, { ...(fields && { map: fields }), ...(dateOrder && { dateOrder }) });
    const { bottleneck, stages } = analysis.report();
    const valueStream = analysis.metric('valueStream').valueStream as ValueStream;
    const flowOf = (rows: readonly { stage: string; entries: number; exits: number }[]) =>
      rows.map(({ stage, entries, exits }) => [stage, entries, exits]);
    expect([file, flowOf(valueStream.stages)]).toEqual([file, flowOf(stages)]);
    const judged = stages.filter(({ kind }) => kind === 'active' || kind === 'waiting');
    expect([file, flowOf(bottleneck.stages)]).toEqual([file, flowOf(judged)]);
    if (JSON.stringify(valueStream.leftOut).includes('begins in the middle of a stage')) cut++;
  }
  expect(cut).toBeGreaterThan(0);
});
