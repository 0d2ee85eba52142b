import type { FindingExample } from '../../model/finding.ts';
import type { EventLog } from '../../model/log/event-log.ts';
import { isoOf } from '../../model/time/instants.ts';
import type { DateSpan } from '../../normalize/index.ts';

/** Says which dates lie so far from all others that they neither end nor begin what is looked at. */
export function noteFarDates(log: EventLog, { near: { first, latest } }: DateSpan): void {
  const { assignmentAt, assignmentItem, findings, flagAt, flagItem, transitions } = log;
  const isFar = (at: number) => at < first || at > latest;
  const note = (at: number, example: () => FindingExample) =>
    findings.add(
      'far-date',
      () => FAR,
      findings.wantsExample('far-date') ? { ...example(), value: isoOf(at) } : undefined,
    );
  if (isFar(transitions.first) || isFar(transitions.latest)) {
    for (let row = 0; row < transitions.length; row++) {
      const at = transitions.at(row);
      if (isFar(at)) note(at, () => rowOf(log, row));
    }
  }
  for (const column of isFar(log.firstDate) || isFar(log.latestDate) ? [log.created, log.started, log.finished] : []) {
    column.values().forEach((at, item) => {
      if (isFar(at)) note(at, () => itemOf(log, item));
    });
  }
  for (const [items, instants] of [
    [assignmentItem, assignmentAt],
    [flagItem, flagAt],
  ] as const) {
    instants.values().forEach((at, place) => {
      if (isFar(at)) note(at, () => itemOf(log, items.at(place)));
    });
  }
}

const FAR = {
  weight: 'warning',
  message:
    'dates that lie more than 40 years from all others: later ones do not count, earlier ones do not set where the window begins',
  cure: 'Correct them in the file; to count them as they are, set --as-of and --from',
} as const;

function rowOf(log: EventLog, row: number): FindingExample {
  const { transitions } = log;
  return {
    file: log.fileOfTransition(row).file,
    line: transitions.line(row),
    item: log.itemIds[transitions.item(row)] as string,
  };
}

function itemOf(log: EventLog, item: number): FindingExample {
  const line = log.dateLine.at(item);
  return {
    file: log.files[log.itemFile.at(item)]?.file as string,
    ...(line === 0 ? {} : { line }),
    item: log.itemIds[item] as string,
  };
}
