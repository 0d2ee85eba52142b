import { countOf } from '../../model/document/number-format.ts';
import { IN_PROGRESS } from '../../model/item-facts.ts';
import { isoOf } from '../../model/time/instants.ts';
import { DAY_MS } from '../../model/time/units.ts';
import type { Dataset } from '../dataset.ts';

/** A pause is long if it is longer than so many of the longest that the source made of late. */
const TIMES_LONGEST_PAUSE = 2;

/** The source's latest days with events: older ones say little of its rhythm today. */
const DAYS_OF_RHYTHM = 50;

/** Fewer pauses than this show no rhythm; then only a month of silence is long. */
const FEWEST_PAUSES = 5;
const LONG_WITHOUT_RHYTHM = 30 * DAY_MS;

/** Less than this is never long, however busy the source is: people have days off. */
const NEVER_LONG = 7 * DAY_MS;

interface Source {
  name: string;
  /** Items of it that are in progress. */
  open: number;
  /** Its latest event. */
  last: number;
  /** The latest instant that its files tell of: they may be exported, or updated, after the last event. */
  until: number;
}

/**
 * Notes sources that fall silent long before the instant looked from, such as an older export beside a newer one: their
 * items in progress grow older with nothing known of them. What is long depends on how often the source has events.
 */
export function noteStaleSources(dataset: Dataset): void {
  const { asOf, asOfSource, log } = dataset;
  // The only source ends where the data does.
  if (asOfSource === 'data' && log.files.every(({ source }) => source === log.files[0]?.source)) return;
  const stale = sourcesOf(dataset).filter(
    ({ name, open, until }) =>
      open > 0 && asOf - until > NEVER_LONG && asOf - until > longFor(eventDays(dataset, name)),
  );
  for (const { last, name, open, until } of stale) {
    const earliest = Math.min(...stale.map((source) => source.last));
    const days = countOf(Math.floor((asOf - until) / DAY_MS), 'day');
    log.findings.add(
      'stale-source',
      () => ({
        weight: 'warning',
        message: `sources that say nothing for so long before the instant looked from that their items in progress age for nothing: ${stale.map(described).join('; ')}`,
        cure: `Look from where it ends with --as-of ${isoOf(earliest)}, or export it again`,
      }),
      { value: `${name}: ${isoOf(last)}, ${days} before` },
      open,
    );
  }

  function described({ last, name, open }: Source): string {
    return `${name}, last event ${isoOf(last).slice(0, 10)}, ${countOf(open, 'item')} in progress`;
  }
}

/** How long a silence is too long for a source with events on these days, ascending. */
function longFor(days: readonly number[]): number {
  const latest = days.slice(-DAYS_OF_RHYTHM - 1);
  let longest = 0;
  for (let index = 1; index < latest.length; index++) {
    longest = Math.max(longest, (latest[index] as number) - (latest[index - 1] as number));
  }
  const rhythm = longest * DAY_MS * TIMES_LONGEST_PAUSE;
  return latest.length > FEWEST_PAUSES ? rhythm : Math.max(rhythm, LONG_WITHOUT_RHYTHM);
}

function sourcesOf({ derived: { facts }, log, timelines }: Dataset): Source[] {
  const sources = new Map<string, Source>();
  for (let item = 0; item < timelines.count; item++) {
    const name = log.sourceOf(timelines.item[item] as number);
    let source = sources.get(name);
    if (source === undefined) {
      source = { name, open: 0, last: Number.NEGATIVE_INFINITY, until: Number.NEGATIVE_INFINITY };
      sources.set(name, source);
    }
    if (facts.outcome[item] === IN_PROGRESS) source.open++;
    note(source, timelines.created[item] as number);
    note(source, facts.ended[item] as number);
    noteLast(source, timelines.start, timelines.offsets, item);
    noteLast(source, timelines.peopleAt, timelines.peopleOffsets, item);
    noteLast(source, timelines.blockedStart, timelines.blockedOffsets, item);
    noteLast(source, timelines.blockedEnd, timelines.blockedOffsets, item);
  }
  for (const { exportedAt, source: name, tellsUntil } of log.files) {
    const source = sources.get(name);
    if (source !== undefined)
      source.until = Math.max(source.until, source.last, exportedAt ?? tellsUntil ?? source.last);
  }
  return [...sources.values()];
}

function note(source: Source, at: number): void {
  // What is not known is NaN, and a blocked period that is not over ends at infinity.
  if (at > source.last && at < Number.POSITIVE_INFINITY) source.last = at;
}

/** Notes the last of an item's entries in a column: they ascend. */
function noteLast(source: Source, column: Float64Array, offsets: Int32Array, item: number): void {
  const end = offsets[item + 1] as number;
  if (end > (offsets[item] as number)) note(source, column[end - 1] as number);
}

/** The days, counted from 1970, on which anything happened in a source, ascending. */
function eventDays({ derived: { facts }, log, timelines }: Dataset, name: string): number[] {
  const days = new Set<number>();
  const add = (at: number) => {
    if (!Number.isNaN(at)) days.add(Math.floor(at / DAY_MS));
  };
  for (let item = 0; item < timelines.count; item++) {
    if (log.sourceOf(timelines.item[item] as number) !== name) continue;
    add(timelines.created[item] as number);
    add(facts.ended[item] as number);
    const end = timelines.offsets[item + 1] as number;
    for (let visit = timelines.offsets[item] as number; visit < end; visit++) add(timelines.start[visit] as number);
  }
  return [...days].sort((a, b) => a - b);
}
