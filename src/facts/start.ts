import { ACTIVE, TODO, WAITING } from '../model/workflow/stage-columns.ts';

/** When an item's clock starts. */
export interface StartRule {
  startPolicy: 'first' | 'last';
  /** Index of the stage at which the team commits; −1: the first `active` or `waiting` one. */
  commitAt: number;
}

/**
 * The visit that starts an item's clock, among its visits [first, end); −1 if none does.
 *
 * @param sure an out value: `sure.todo` is set where the start follows a `todo` visit that was seen, so that what came
 * before it cannot change it
 */
export function startOf(
  stage: Int32Array,
  first: number,
  end: number,
  kinds: Uint8Array,
  rule: StartRule,
  sure?: { todo: boolean },
): number {
  const commits = (visit: number) => {
    const kind = kinds[stage[visit] as number];
    return (kind === ACTIVE || kind === WAITING) && (stage[visit] as number) >= rule.commitAt;
  };
  let from = first;
  if (rule.startPolicy === 'last') {
    let last = end - 1;
    while (last >= first && !commits(last)) last--;
    let todo = last;
    while (todo >= first && kinds[stage[todo] as number] !== TODO) todo--;
    if (todo >= first) {
      from = todo + 1;
      if (sure !== undefined) sure.todo = true;
    }
  }
  for (let visit = from; visit < end; visit++) if (commits(visit)) return visit;
  return -1;
}
