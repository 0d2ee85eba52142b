import type { EventLog } from '../../../src/model/log/event-log.ts';
import { logSummary } from '../log-summary.ts';

/**
 * What a log says of each item, without the lines and files it comes from: what must not depend on the order of rows or
 * on how they were put into files.
 */
export function itemStories(log: EventLog) {
  const { transitions, assignments, flags, created, milestones, currentStatus } = logSummary(log);
  const of = (entries: readonly string[], id: string) =>
    entries.filter((entry) => entry.startsWith(`${id} 2`)).map((entry) => entry.replace(/ line \d+$/, ''));
  const stories = log.itemIds.map((id, item) => ({
    id,
    created: created[id],
    milestones: milestones[id],
    status: currentStatus[id],
    grade: log.grade.at(item),
    cutBefore: log.cutBefore.at(item),
    transitions: of(transitions, id),
    assignments: of(assignments, id),
    flags: of(flags, id),
    title: log.field('title').dictionary.value(log.field('title').snapshot(item)),
  }));
  return stories.sort((a, b) => (a.id < b.id ? -1 : 1));
}
