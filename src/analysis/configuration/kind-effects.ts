import { blockedBetween } from '../../facts/index.ts';
import { cycleTimeItems } from '../../metrics/derive/populations.ts';
import type { KindEffect } from '../../model/workflow/kind-effect.ts';
import type { Stage } from '../../model/workflow/workflow.ts';
import { kindFromName } from '../../normalize/index.ts';
import { metricInput } from '../compute-figures.ts';
import type { Dataset } from '../dataset.ts';
import { isHandedOn } from '../findings/no-queue.ts';
import { selectItems } from '../select-items.ts';

/** An answer that changes less is not worth a question. */
const CHANGE_WORTH_ASKING = 0.05;

/**
 * What guessed kinds would change as the other kind, waiting or work: the one that changes most is first. Where no guess
 * changes much, the one stage that may be a queue though its name or its tool says work: the one that a finding names, or
 * else the one that changes most.
 */
export function kindEffects(dataset: Dataset): KindEffect[] {
  const { log, workflow } = dataset;
  if (!workflow.inferred) return [];
  const queue = log.findings.list().find(({ code }) => code === 'no-queue')?.examples[0]?.value;
  const isAsked = (stage: Stage) => isGuess(stage) || stage.name === queue || mayBeQueue(stage);
  const stages = workflow.stages.map((stage) => (isAsked(stage) ? stage : null));
  const effects = effectsOf(dataset, stages)
    .filter((effect): effect is KindEffect => effect !== null && changeOf(effect) >= CHANGE_WORTH_ASKING)
    .sort((a, b) => changeOf(b) - changeOf(a));
  const guesses = effects.filter(({ stage }) => isGuess(workflow.stages.find(({ name }) => name === stage) as Stage));
  if (guesses.length > 0) return guesses;
  return effects.length === 0 ? [] : [effects.find(({ stage }) => stage === queue) ?? (effects[0] as KindEffect)];
}

const changeOf = ({ efficiency, otherEfficiency }: KindEffect): number => Math.abs(otherEfficiency - efficiency);

/** True if nothing but its place says that a stage is work, or waiting. */
function isGuess({ evidence, kind }: Stage): boolean {
  return evidence === 'position' && (kind === 'active' || kind === 'waiting');
}

/** A tool says only that an item is begun, and whoever reviews may be waited for. */
function mayBeQueue({ kind, name, ...rest }: Stage): boolean {
  const last = name.slice(name.lastIndexOf(' / ') + 1);
  return kind === 'active' && (kindFromName(name) === null || isHandedOn({ ...rest, kind, name: last }));
}

/** The effect of each stage of a list; null where the list has none. None at all where flow efficiency is not known. */
function effectsOf(dataset: Dataset, stages: readonly (Stage | null)[]): (KindEffect | null)[] {
  if (stages.every((stage) => stage === null)) return [];
  const { active, all, inStage } = timesOf(dataset, stages);
  if (all <= 0) return [];
  return stages.map((stage, index) => {
    if (stage === null) return null;
    const isActive = stage.kind === 'active';
    const time = inStage[index] as number;
    return {
      stage: stage.name,
      kind: isActive ? 'waiting' : 'active',
      efficiency: active / all,
      otherEfficiency: Math.min(1, Math.max(0, (isActive ? active - time : active + time) / all)),
    };
  });
}

/** The sums that flow efficiency is made of, and the unblocked time in each stage of a list, in milliseconds of the basis. */
function timesOf(dataset: Dataset, stages: readonly (Stage | null)[]) {
  const input = metricInput(dataset, selectItems(dataset));
  const { duration, excludePaused, facts, timelines } = input;
  const { start, stage } = timelines;
  const asked = Uint8Array.from(stages, (one) => (one === null ? 0 : 1));
  const inStage = new Float64Array(stages.length);
  const sums = { active: 0, all: 0, inStage };
  for (const item of cycleTimeItems(input)) {
    if (facts.partsUnknown[item] === 1) continue;
    const active = facts.activeMs[item] as number;
    const paused = excludePaused ? 0 : (facts.pausedMs[item] as number);
    sums.active += active;
    sums.all += active + (facts.waitingMs[item] as number) + (facts.blockedMs[item] as number) + paused;
    const end = facts.endVisit[item] as number;
    for (let visit = facts.startVisit[item] as number; visit < end; visit++) {
      const at = stage[visit] as number;
      if (asked[at] === 0) continue;
      const from = start[visit] as number;
      const to = (visit + 1 < end ? start[visit + 1] : facts.ended[item]) as number;
      if (to <= from) continue;
      inStage[at]! += duration.between(from, to) - blockedBetween(timelines, duration, item, from, to);
    }
  }
  return sums;
}
