import type { EventLog } from '../../../../src/model/log/event-log.ts';
import { HISTORY_GRADES } from '../../../../src/model/log/history-grade.ts';
import { minute } from '../read-with.ts';

/** What a log says of each item, whatever the order of its rows and files: to compare readings of the same issues. */
export function issuesOf(log: EventLog): Record<string, unknown> {
  const lines = (count: number, line: (row: number) => [item: number, text: string]) => {
    const byItem = new Map<number, Set<string>>();
    for (let row = 0; row < count; row++) {
      const [item, text] = line(row);
      byItem.set(item, (byItem.get(item) ?? new Set()).add(text));
    }
    return (item: number) => [...(byItem.get(item) ?? [])].sort();
  };
  const transitions = lines(log.transitionCount, (row) => [
    log.transitions.item(row),
    `${minute(log.transitions.at(row))} ${log.statuses.value(log.transitions.from(row))} -> ${log.statuses.value(log.transitions.to(row))}`,
  ]);
  const assignments = lines(log.assignmentItem.length, (row) => [
    log.assignmentItem.at(row),
    `${minute(log.assignmentAt.at(row))} ${log.people.members(log.assignmentPeople.at(row)).join('+')}`,
  ]);
  const flags = lines(log.flagItem.length, (row) => [
    log.flagItem.at(row),
    `${minute(log.flagAt.at(row))} ${log.flagSet.at(row)} ${log.reasons.value(log.flagReason.at(row))}`,
  ]);
  const fields = log.fieldNames().sort();
  return Object.fromEntries(
    log.itemIds
      .map((id, item): [string, unknown] => [
        id,
        {
          grade: HISTORY_GRADES[log.grade.at(item)],
          created: minute(log.created.at(item)),
          finished: minute(log.finished.at(item)),
          cutBefore: minute(log.cutBefore.at(item)),
          status: log.statuses.value(log.currentStatus.at(item)),
          person: log.people.members(log.currentPeople.at(item)).join('+'),
          transitions: transitions(item),
          assignments: assignments(item),
          flags: flags(item),
          ...Object.fromEntries(
            fields.flatMap((field) => {
              const store = log.field(field);
              const value = store.dictionary.value(store.snapshot(item));
              return value === '' ? [] : [[`field ${field}`, value]];
            }),
          ),
        },
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
