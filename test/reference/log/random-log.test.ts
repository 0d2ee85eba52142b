import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { referenceAnalyze } from '../analyze.ts';
import { readBound, settingsFrom } from '../settings.ts';
import { randomLog } from './random-log.ts';

const SEEDS = Array.from({ length: 80 }, (_, seed) => seed);

function optionsIn(args: string[]): Record<string, string> {
  return Object.fromEntries(args.flatMap((arg, place) => (place % 2 === 0 ? [[arg.slice(2), args[place + 1]!]] : [])));
}

function near(first: number, second: number): boolean {
  return Math.abs(first - second) <= 1e-9 * Math.max(1, Math.abs(first), Math.abs(second));
}

describe('random logs', () => {
  it('are the same for the same seed', () => {
    expect(randomLog(7)).toEqual(randomLog(7));
    expect(randomLog(7).csv).not.toBe(randomLog(8).csv);
  });

  it('have configurations and options that say what their settings say', () => {
    for (const seed of SEEDS) {
      const { settings, yaml, args } = randomLog(seed);
      const given = optionsIn(args);
      const bound = (name: string) => (given[name] === undefined ? null : readBound(given[name], settings.timeZone));
      const read = { ...settingsFrom(parse(yaml)), asOf: bound('as-of'), from: bound('from'), to: bound('to') };
      expect(read).toEqual(settings);
    }
  });

  it('have parts that add up', () => {
    for (const seed of SEEDS) {
      const { rows, settings } = randomLog(seed, { severalAssignees: true, unknownStatuses: seed % 5 === 0 });
      const answer = referenceAnalyze(rows, settings);
      const { total, notStarted, inProgress, finished, dropped } = answer.items;
      expect(notStarted + inProgress + finished + dropped, `seed ${seed}`).toBe(total);
      const { wip, littlesLaw, stages, waste } = answer;
      expect(
        wip.byStage.reduce((sum, { current }) => sum + current, 0),
        `seed ${seed}`,
      ).toBe(wip.current);
      expect(
        near(
          wip.byStage.reduce((sum, { average }) => sum + average!, 0),
          wip.average!,
        ),
        `seed ${seed}`,
      ).toBe(true);
      expect(wip.daily.at(-1)?.count, `seed ${seed}`).toBe(littlesLaw.wipAtEnd);
      if (stages[0]!.share !== null) {
        expect(
          near(
            stages.reduce((sum, { share }) => sum + share!, 0),
            1,
          ),
          `seed ${seed}`,
        ).toBe(true);
      }
      expect(
        near(
          waste.byStage.reduce((sum, { hours }) => sum + hours, 0),
          waste.labour.hours,
        ),
        `seed ${seed}`,
      ).toBe(true);
      expect(
        near(
          waste.byType.reduce((sum, { hours }) => sum + hours, 0),
          waste.labour.hours,
        ),
        `seed ${seed}`,
      ).toBe(true);
      for (const item of answer.perItem) {
        if (settings.basis !== 'inclusive' && item.cycleTimeDays !== null) {
          const paused = settings.excludePaused ? 0 : item.pausedDays!;
          expect(near(item.activeDays! + item.waitingDays! + item.blockedDays! + paused, item.cycleTimeDays)).toBe(
            true,
          );
        }
      }
    }
  });

  it('come upon everything that they are meant to come upon', () => {
    const answers = SEEDS.map((seed) => {
      const { rows, settings } = randomLog(seed);
      return referenceAnalyze(rows, settings);
    });
    const some = (count: (answer: (typeof answers)[number]) => number | null) =>
      answers.filter((answer) => (count(answer) ?? 0) > 0).length;
    expect({
      duplicate: some(({ findings }) => findings.duplicate) > 10,
      repeated: some(({ findings }) => findings.repeated) > 10,
      gap: some(({ findings }) => findings.gap) > 10,
      createdLater: some(({ findings }) => findings['created-after-first']) > 10,
      flicker: some(({ findings }) => findings.flicker) > 10,
      finished: some(({ cycleTime }) => cycleTime.count) > 40,
      reopened: some(({ rework }) => rework.reopened) > 5,
      handoffs: some(({ handoffs }) => handoffs.total) > 20,
      blocked: some(({ flowEfficiency }) => flowEfficiency.blockedDays) > 8,
      abandoned: some(({ waste }) => waste.lines[0]!.quantity) > 8,
    }).toEqual({
      duplicate: true,
      repeated: true,
      gap: true,
      createdLater: true,
      flicker: true,
      finished: true,
      reopened: true,
      handoffs: true,
      blocked: true,
      abandoned: true,
    });
  });
});
