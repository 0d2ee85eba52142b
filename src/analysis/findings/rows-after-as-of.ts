import type { FindingExample } from '../../model/finding.ts';
import type { EventLog } from '../../model/log/event-log.ts';
import { INSTANT, INSTANT_ROW } from '../../model/log/transitions.ts';
import { isoOf } from '../../model/time/instants.ts';
import type { Timelines } from '../../model/timelines.ts';

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

/**
 * Counts the items that have only dates of which one that counts is later than the run: a plan, most likely.
 *
 * @param now when the analysis runs, in epoch milliseconds
 */
export function noteDatesLaterThanRun(log: EventLog, timelines: Timelines, now: number): void {
  for (let index = 0; index < timelines.count; index++) {
    if (timelines.milestones[index] === 0) continue;
    const last = (timelines.offsets[index + 1] as number) - 1;
    const at = last < (timelines.offsets[index] as number) ? Number.NaN : (timelines.start[last] as number);
    if (!(at > now)) continue;
    const item = timelines.item[index] as number;
    const line = log.dateLine.at(item);
    log.findings.add('future', () => FUTURE, {
      file: log.files[log.itemFile.at(item)]?.file as string,
      ...(line === 0 ? {} : { line }),
      item: timelines.ids[index] as string,
      value: isoOf(at),
    });
  }
}

const FUTURE = {
  weight: 'warning',
  message: 'transitions and dates later than now: plans, or read wrongly',
  cure: 'Check the date order and the time zone; map no planned dates, or set --as-of now to leave them out',
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
