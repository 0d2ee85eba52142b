import type { FindingExample } from '../../model/finding.ts';
import type { EventLog } from '../../model/log/event-log.ts';
import { INSTANT, INSTANT_ROW } from '../../model/log/transitions.ts';
import { isoOf } from '../../model/time/instants.ts';

/** Counts the rows that an earlier asOf leaves out. The account of rows still lists them as used. */
export function noteLaterThanAsOf(log: EventLog, asOf: number): void {
  const { transitions } = log;
  if (!(transitions.latest > asOf)) return;
  let later = 0;
  for (let row = 0; row < transitions.length; row++) if (transitions.at(row) > asOf) later++;
  log.findings.add(
    'after-as-of',
    () => ({
      weight: later === transitions.length ? 'warning' : 'info',
      message: 'transitions later than the instant the analysis looks from do not count',
      cure: 'Choose a later --as-of to count them',
    }),
    undefined,
    later,
  );
}

/**
 * @param now when the analysis runs, in epoch milliseconds
 * @param latest rows after this are far from all others, and have a finding of their own
 */
export function noteLaterThanRun(log: EventLog, now: number, latest: number): void {
  const { findings, transitions } = log;
  if (!(transitions.latest > now)) return;
  const { instants, length } = transitions;
  for (let row = 0; row < length; row++) {
    const at = instants[row * INSTANT_ROW + INSTANT] as number;
    if (!(at > now && at <= latest)) continue;
    // A log of another century is later in all its rows: a text for each would take longer than reading it.
    findings.add('future', () => FUTURE, findings.wantsExample('future') ? laterThanRun(log, row) : undefined);
  }
}

const FUTURE = {
  weight: 'warning',
  message: 'transitions later than now',
  cure: 'Check the date order and the time zone, or set --as-of now to leave them out',
} as const;

function laterThanRun(log: EventLog, row: number): FindingExample {
  const { transitions } = log;
  return {
    file: log.fileOfTransition(row).file,
    line: transitions.line(row),
    item: log.itemIds[transitions.item(row)] as string,
    value: isoOf(transitions.at(row)),
  };
}
