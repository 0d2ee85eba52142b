import { plainSurvival } from '../../stats/survival/plain.ts';
import { ageAt, ageOfShare, allLifetimes, censoredPercentile, type Lifetime, lifetimesWithin } from '../ages.ts';
import { inProgress } from '../populations.ts';
import type { Clock } from '../time/clock.ts';
import type { Window } from '../time/window.ts';
import type { Facts, ReferenceSettings, ReferenceStage } from '../types.ts';

/** The chance of each item in progress to be done in time. */

function expectationOf(facts: Facts[], window: Window, settings: ReferenceSettings, clock: Clock) {
  const { sle } = settings;
  if (sle !== undefined) return { days: sle.days, share: sle.share ?? 0.85, source: 'configuration' };
  const days = censoredPercentile(lifetimesWithin(facts, window, settings, clock), 85).value;
  return { days, share: 0.85, source: 'censoredPercentile' };
}

/** The stage in which an item was at the first instant at which it had an age. */
function stageAtAge(fact: Facts, age: number, settings: ReferenceSettings, clock: Clock): number | null {
  let before = fact.started! - 1;
  let reached = fact.end;
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    if (ageAt(fact, middle, settings, clock) >= age) reached = middle;
    else before = middle;
  }
  const visit = fact.timeline.visits.find(({ end, start }) => start <= reached && reached < end);
  return visit?.stage ?? null;
}

const inView = (lives: Lifetime[]): Lifetime[] => lives.map((life) => ({ ...life, entry: 0 }));

export function riskMetric(
  facts: Facts[],
  window: Window,
  stages: ReferenceStage[],
  settings: ReferenceSettings,
  clock: Clock,
) {
  const expectation = expectationOf(facts, window, settings, clock);
  const lives = allLifetimes(facts, settings, clock);
  const byItem = inProgress(facts).map((item) => {
    const age = ageAt(item, item.end, settings, clock);
    const stage = item.timeline.visits.at(-1)!.stage;
    const known = inView(lives.filter(({ end }) => end > age));
    const own = known.filter(({ fact }) => stageAtAge(fact, age, settings, clock) === stage);
    const beyond = (at: number) =>
      (own.length * plainSurvival(own, at).share + 5 * plainSurvival(known, at).share) / (own.length + 5);
    const finishes = known.filter(({ finished }) => finished).map(({ end }) => end);
    const left = (rest: number) => {
      const at = known.length === 0 ? null : ageOfShare(finishes, beyond, rest);
      return at === null ? null : at - age;
    };
    const { days } = expectation;
    const late = days !== null && age >= days;
    const chance = late ? 0 : days === null || known.length === 0 ? null : 1 - beyond(days);
    const openLast = (some: Lifetime[]) =>
      some.length > 0 && Math.max(...some.map(({ end }) => end)) < days! && plainSurvival(some, days!).share > 1e-12;
    return {
      id: item.timeline.id,
      stage: stages[stage]!.stage,
      ageDays: age,
      chance,
      atLeast: chance !== null && !late && (openLast(known) || openLast(own)),
      late,
      reason: known.length === 0 ? 'olderThanAny' : days === null ? 'noExpectation' : null,
      remainingDays: { 50: left(0.5), 85: left(0.15) },
      n: known.length,
      nInStage: own.length,
    };
  });
  const chances = byItem.map(({ chance }) => chance).filter((chance) => chance !== null);
  return {
    expectation,
    items: byItem.length,
    unknown: byItem.length - chances.length,
    late: byItem.filter(({ late }) => late).length,
    unlikely: byItem.filter(({ atLeast, chance, late }) => !late && !atLeast && chance !== null && chance < 0.5).length,
    expectedMisses:
      byItem.length > 0 && chances.length === 0 ? null : chances.reduce((misses, chance) => misses + 1 - chance, 0),
    followed: {
      items: lives.length,
      finished: lives.filter(({ finished }) => finished).length,
      dropped: lives.filter(({ fact }) => fact.outcome === 'dropped').length,
    },
    byItem,
  };
}
