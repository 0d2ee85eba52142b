import { ACTIVE, DONE, DROPPED_STAGE, TODO, WAITING } from '../../../../model/workflow/stage-columns.ts';
import { isCheckByName } from '../../../derive/check-names.ts';
import type { MetricInput } from '../../../metric-input.ts';

export interface Checks {
  /** 1 for each stage that is configured or named as a check. */
  named: Uint8Array;
  /** 1 for each stage that has a place to be before or after: `todo`, `active`, `done`, and waiting stages that check. */
  directed: Uint8Array;
  /**
   * 1 for each stage that may be shown: the named ones and, where the order of the stages was given and nothing says
   * which of them check, all that are worked in.
   */
  counted: Uint8Array;
}

/**
 * Which stages check. `reviews` says it; without it their names do, of `active` stages and of waiting ones that are no
 * mere queue before another check: most of what leaves "Waiting for review" goes to "Review".
 */
export function checksOf(input: MetricInput): Checks {
  const { kinds, reviews, workflow } = input;
  const named = new Uint8Array(kinds.length);
  if (reviews !== null) for (const stage of reviews) named[stage] = 1;
  else {
    const byName = workflow.stages.map(({ name }) => isCheckByName(name));
    byName.forEach((check, stage) => {
      if (check && kinds[stage] === ACTIVE) named[stage] = 1;
    });
    const waiting = Uint8Array.from(byName, (check, stage) => (check && kinds[stage] === WAITING ? 1 : 0));
    if (waiting.includes(1)) addGates(input, waiting, named);
  }
  const directed = Uint8Array.from(kinds, (kind, stage) =>
    kind === TODO || kind === ACTIVE || kind === DONE || (kind !== DROPPED_STAGE && named[stage] === 1) ? 1 : 0,
  );
  const open = reviews === null && !workflow.inferred;
  const counted = Uint8Array.from(kinds, (kind, stage) => (named[stage] === 1 || (open && kind === ACTIVE) ? 1 : 0));
  return { named, directed, counted };
}

/** Of the waiting stages, those that most often lead to something else than a check. */
function addGates({ selection, timelines, kinds }: MetricInput, waiting: Uint8Array, named: Uint8Array): void {
  const toCheck = new Int32Array(named.length);
  const toOther = new Int32Array(named.length);
  for (let at = 0; at < selection.length; at++) {
    const item = selection[at] as number;
    if (timelines.milestones[item] === 1) continue;
    let next = -1;
    // From the last visit to the first, so that what comes next is known.
    for (
      let visit = (timelines.offsets[item + 1] as number) - 1;
      visit >= (timelines.offsets[item] as number);
      visit--
    ) {
      const stage = timelines.stage[visit] as number;
      if (waiting[stage] === 1 && next !== -1) (named[next] === 1 ? toCheck : toOther)[stage]!++;
      if (kinds[stage] !== WAITING) next = stage;
    }
  }
  waiting.forEach((check, stage) => {
    if (check === 1 && (toOther[stage] as number) > (toCheck[stage] as number)) named[stage] = 1;
  });
}
