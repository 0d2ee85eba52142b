import { EMPTY } from '../../src/model/log/dictionary.ts';
import { type EventLog, NOT_STATED } from '../../src/model/log/event-log.ts';

const iso = (ms: number) => (Number.isNaN(ms) ? '?' : new Date(ms).toISOString());

/** A log of one file in words, to compare with a fixture's `expected.json`: each key there is one of these. */
export function logSummary(log: EventLog) {
  const people = (set: number) => (set === NOT_STATED ? 'not stated' : `[${log.people.members(set).join(',')}]`);
  const items = log.itemIds.map((id, item) => ({ id, item }));
  const [file] = log.files;
  if (file === undefined) throw new Error('the log has no file');
  return {
    format: file.format,
    grade: file.grade,
    items: log.itemCount,
    /** `item instant from -> to people line n` */
    transitions: Array.from({ length: log.transitionCount }, (_, row) =>
      [
        log.itemIds[log.transitions.item(row)],
        iso(log.transitions.at(row)),
        log.statuses.value(log.transitions.from(row)),
        '->',
        log.statuses.value(log.transitions.to(row)),
        people(log.transitions.people(row)),
        `line ${log.transitions.line(row)}`,
      ].join(' '),
    ),
    transitionCount: log.transitionCount,
    /** `item instant people` */
    assignments: Array.from(
      { length: log.assignmentItem.length },
      (_, row) =>
        `${log.itemIds[log.assignmentItem.at(row)]} ${iso(log.assignmentAt.at(row))} ${people(log.assignmentPeople.at(row))}`,
    ),
    /** `item instant set|clear reason` */
    flags: Array.from({ length: log.flagItem.length }, (_, row) =>
      [
        log.itemIds[log.flagItem.at(row)],
        iso(log.flagAt.at(row)),
        log.flagSet.at(row) === 1 ? 'set' : 'clear',
        log.reasons.value(log.flagReason.at(row)),
      ]
        .join(' ')
        .trim(),
    ),
    /** Creation instants of the items that have one. */
    created: Object.fromEntries(
      items
        .filter(({ item }) => !Number.isNaN(log.created.at(item)))
        .map(({ id, item }) => [id, iso(log.created.at(item))]),
    ),
    /** Start and finish of the items that have milestones: `start / finish`. */
    milestones: Object.fromEntries(
      items
        .filter(({ item }) => log.hasMilestones.at(item) === 1)
        .map(({ id, item }) => [id, `${iso(log.started.at(item))} / ${iso(log.finished.at(item))}`]),
    ),
    /** Today's status of the items that have one. */
    currentStatus: Object.fromEntries(
      items
        .filter(({ item }) => log.currentStatus.at(item) !== EMPTY)
        .map(({ id, item }) => [id, log.statuses.value(log.currentStatus.at(item))]),
    ),
    fields: log.fieldNames().sort(),
    rows: { read: file.rows, used: file.used, merged: file.merged, rejected: file.rejected },
    /** Code → count. */
    findings: Object.fromEntries(log.findings.list().map(({ code, count }) => [code, count])),
    assignees: file.assignees,
    encoding: file.encoding,
    delimiter: file.delimiter,
    dateOrder: file.dateOrder.certainty,
    zone: file.zone.certainty,
    notes: file.notes,
  };
}
