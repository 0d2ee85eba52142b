// The program finds in a public log what docs/waste.md says, if that file is next to the checkout.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ValueStream } from '../../src/contract/value-stream-schema.ts';
import { type Analysis, open } from '../../src/index.ts';
import { pageText } from './pages.ts';

const log = fileURLToPath(new URL('../../../shared/data/volvo-incidents.csv.gz', import.meta.url));
const board = fileURLToPath(new URL('../../../shared/data/trello-board.json', import.meta.url));

/** The section under a heading, on one line. */
function sectionOf(heading: string): string {
  const [, section = ''] = pageText('docs/waste.md').split(`### ${heading}\n`);
  return (section.split(/\n##/)[0] as string).replace(/\s+/g, ' ');
}

const percent = (share: number | null | undefined) => `${((share ?? Number.NaN) * 100).toFixed(0)} %`;
const tenths = (number: number | null | undefined) => (number ?? Number.NaN).toFixed(1);
const whole = (number: number | null | undefined) => (number ?? Number.NaN).toFixed(0);
const streamOf = (analysis: Analysis) => analysis.metric('valueStream').valueStream as ValueStream;

// Skipped where the file is not beside the checkout: its terms do not let it be part of the project.
describe.skipIf(!existsSync(log))('the public log that docs/waste.md describes', () => {
  it('shows what the page says', async () => {
    const text = sectionOf('A log of incidents');
    const analysis = await open(log);
    const report = analysis.report();
    const { ladder, stages } = streamOf(analysis);
    const { findings, items, opportunities, waste } = report;
    const wait = (name: string) => opportunities.list.find(({ stage }) => stage?.endsWith(name));
    const grouped = (number: number | undefined) =>
      Math.round(number ?? Number.NaN)
        .toLocaleString('en')
        .replace(',', ' ');
    const assignment = wait('Awaiting Assignment');
    const long = findings.find(({ code }) => code === 'long-visits');
    expect(text).toContain(`its ${items.total} items`);
    expect(text).toContain(`${grouped(waste.delay.days)} item-days of it`);
    expect(text).toContain(`${percent(wait('Wait - User')?.share)} in *Wait - User*`);
    expect(text).toContain(`${percent(assignment?.share)} in *Awaiting Assignment*`);
    expect(opportunities.list.map(({ kind }) => kind)).toEqual(['wait', 'wait', 'wait', 'wait', 'wait']);
    expect(opportunities.list[0]?.stage).toContain('Wait - User');
    expect(opportunities.list[1]).toEqual(assignment);
    expect(text).toContain(`takes ${Math.floor((assignment?.evidence.medianDays ?? 0) * 1440)} minutes`);
    expect(text).toContain(
      `${grouped(assignment?.evidence.visits ?? undefined)} of them take ${grouped(assignment?.quantity)} days`,
    );
    expect(text).toContain(`${grouped(waste.labour.hours)} hours were charged`);
    expect(text).toContain(`${long?.message.slice(0, 4)} of them are in ${long?.count} visits of over 30 days`);
    expect(opportunities.doubtful).toBeGreaterThan(0);
    expect(text).toContain(`its ${grouped(waste.lines.find(({ line }) => line === 'rework')?.hours ?? undefined)}.`);
    expect(findings.map(({ code }) => code)).toContain('sparse-start');
    expect(text).toContain(
      `takes ${tenths(ladder.leadDays)} days on average from creation to finish: ${tenths(ladder.waitDays)} of waiting, ${tenths(ladder.touchDays)} in active stages, an efficiency of ${percent(ladder.efficiency)}`,
    );
    const [longest] = ladder.stages.toSorted((a, b) => (b.meanWaitDays ?? 0) - (a.meanWaitDays ?? 0));
    expect(longest?.stage).toContain('Wait - User');
    expect(text).toContain(`in *Wait - User*, ${tenths(longest?.meanWaitDays)} days`);
    const passed = stages.find(({ stage }) => stage.endsWith('Assigned'))?.passRate ?? Number.NaN;
    expect(text).toContain(`*Assigned* passes ${tenths(passed * 100)} %`);
  });
});

// The board is no part of the project.
describe.skipIf(!existsSync(board))('the Trello board that docs/waste.md describes', () => {
  it('shows what the page says', async () => {
    const text = sectionOf('A Trello board');
    const analysis = await open(board);
    const { findings, opportunities, waste } = analysis.report();
    const { ladder, stages } = streamOf(analysis);
    const movesBack = (stream: ValueStream) =>
      stream.stages.flatMap(({ returns }) => returns).reduce((sum, { count }) => sum + count, 0);
    const before = movesBack(streamOf(await open(board, { to: '2019-06-05' })));
    const all = movesBack({ stages } as ValueStream);
    expect(text).toContain(
      `counts ${all} moves back over the whole window, and ${all - before} of them fall on that day`,
    );
    const waited = (name: string) => waste.byStage.find(({ stage }) => stage === name)?.waitingDays;
    expect(text).toContain(
      `All of the ${tenths(waste.delay.days)} item-days are in *Ready for QA* (${tenths(waited('Ready for QA'))}) and *Ready to merge* (${tenths(waited('Ready to merge'))})`,
    );
    expect(waste.byStage.filter(({ waitingDays }) => waitingDays > 0)).toHaveLength(2);
    expect(text).toContain(
      `${ladder.items} finished items with a known beginning took ${tenths(ladder.leadDays)} days on average, ${tenths(ladder.waitDays)} of them waiting: an efficiency of ${percent(ladder.efficiency)}`,
    );
    expect(text).toContain(
      `is ${whole(waste.labour.unassignedHours)} of the ${whole(waste.labour.hours)} hours charged`,
    );
    const hours = (name: string) => whole(waste.lines.find(({ line }) => line === name)?.hours);
    expect(text).toContain(
      `${percent(waste.labour.wastedShare)} of these hours: ${hours('abandoned')} of six abandoned cards and ${hours('rework')} of rework on three`,
    );
    expect(opportunities).toMatchObject({ list: [], tooFewItems: 5, doubtful: 0 });
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['archived-elsewhere', 'missing-actions']));
    expect(text).toContain(`${findings.find(({ code }) => code === 'missing-actions')?.count} cards are older`);
  });
});
