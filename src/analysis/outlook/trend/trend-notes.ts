import type { TrendSeries } from '../../../contract/statistics/trend-schema.ts';
import { countOf, formatNumber } from '../../../model/document/number-format.ts';
import type { PeriodUnit } from '../../../model/settings.ts';
import type { TrendMetric } from '../../../model/statistics/trend-settings.ts';
import { dateWords } from '../../../model/time/date-words.ts';
import { FEWEST_DURATIONS } from '../period-points.ts';

type Note = TrendSeries['notes'][number];

/** What the notes of a series are about, besides what it says itself. */
interface Known {
  unit: PeriodUnit;
  chunky: 'smallMean' | 'fewRanges' | null;
  /** The share of the durations that are 0, and the days that they are taken for. */
  zeroShare: number;
  zeroAs: number | null;
  /** Periods since the last break. */
  judged: number;
  /** Items that are over since an unknown time. */
  endsUnknown: number;
  /** Whether a baseline was asked for. */
  asked: boolean;
}

/** From so many durations of 0 on it is said what they are taken for. */
const MANY_ZEROS = 0.05;

const LONGER: Readonly<Record<PeriodUnit, string>> = {
  day: '--unit week',
  week: '--unit month',
  sprint: '--unit month',
  month: 'a --where that keeps more items',
};

const OF_ENDS: readonly TrendMetric[] = ['throughput', 'netFlow', 'cycleTime'];

/** Why a series has no point at all. */
const NOT_KNOWN: Readonly<Record<TrendMetric, string>> = {
  throughput: 'The export does not say when items finished.',
  arrivals: 'The export does not say when items were created.',
  netFlow: 'The export does not say when items were created.',
  cycleTime: 'The export does not say when items started and finished.',
  wip: 'The export does not say since when items have been in progress.',
  age: 'Nothing was in progress at the end of any of the periods, as far as the export says.',
  flowEfficiency: 'Nothing finished of which the export says when it was worked on.',
  wastedShare: 'The export shows no time in active stages that could be charged.',
};

/** What qualifies a series, in sentences. */
export function notesOf(series: Omit<TrendSeries, 'signals' | 'notes'>, known: Known): Note[] {
  return [
    ...limitNotes(series, known),
    ...pointNotes(series, known),
    ...(series.shift === null ? [] : [shiftNote(series.shift)]),
    ...breakNotes(series, known),
  ];
}

function limitNotes(
  { baseline, reason }: Omit<TrendSeries, 'signals' | 'notes'>,
  { asked, chunky, unit }: Known,
): Note[] {
  switch (reason) {
    case 'carriesOver':
      return [
        {
          code: 'carriesOver',
          message: `No limits: each ${unit} takes over what the one before left, so neighbours hang together, and limits would raise false alarms.`,
        },
      ];
    case 'tooFew': {
      const where = asked ? ' in the baseline' : '';
      return [
        { code: 'tooFew', message: `No limits: ${countOf(baseline.points, unit)} with a point${where}, of 6 needed.` },
      ];
    }
    case 'noVariation':
      return [
        {
          code: 'noVariation',
          message: `No limits: every ${unit} of the baseline is the same. --baseline names other ones.`,
        },
      ];
    default:
      break;
  }
  const notes: Note[] = [];
  if (baseline.provisional && baseline.widthUncertainty !== null) {
    const off = formatNumber(baseline.widthUncertainty, 'share');
    const message = `The limits are provisional: they rest on ${countOf(baseline.points, unit)} of 20, so their width may be off by about ${off}.`;
    notes.push({ code: 'provisional', message });
  }
  if (chunky !== null) {
    const why =
      chunky === 'smallMean'
        ? `fewer than 3 a ${unit}`
        : 'the steps between the values are as large as their variation';
    notes.push({
      code: 'chunky',
      message: `The points are too coarse for limits: ${why}. A longer period tells more: ${LONGER[unit]}.`,
    });
  }
  return notes;
}

function pointNotes(
  { metric, points }: Omit<TrendSeries, 'signals' | 'notes'>,
  { endsUnknown, unit, zeroAs, zeroShare }: Known,
): Note[] {
  const notes: Note[] = [];
  const without = points.filter(({ value }) => value === null).length;
  if (endsUnknown > 0 && OF_ENDS.includes(metric)) {
    const message = `${countOf(endsUnknown, 'item')} finished or dropped at an unknown time: no ${unit} counts them.`;
    notes.push({ code: 'endsUnknown', message });
  }
  if (points.length > 0 && without === points.length && metric !== 'cycleTime') {
    notes.push({ code: 'notKnown', message: NOT_KNOWN[metric] });
  }
  if (metric === 'cycleTime' && without > 0) {
    const longer = 3 * without >= points.length ? ` A longer period has more: ${LONGER[unit]}.` : '';
    const message = `${countOf(without, unit)} of ${points.length} without a point: fewer than ${FEWEST_DURATIONS} items finished.${longer}`;
    notes.push({ code: 'fewFinished', message });
  }
  if (zeroAs !== null && zeroShare >= MANY_ZEROS) {
    const message = `${formatNumber(zeroShare, 'share')} of the durations are 0 and are taken for half of the smallest other one. Items that start and finish at one instant are often bulk edits.`;
    notes.push({ code: 'zeros', message });
  }
  return notes;
}

function shiftNote({ from, option }: NonNullable<TrendSeries['shift']>): Note {
  return {
    code: 'shift',
    message: `It has been on one side of the mean since ${dateWords(from)}, up to now. If you know why and it is there to stay, make that the new baseline: ${option}`,
  };
}

function breakNotes({ breaks }: Omit<TrendSeries, 'signals' | 'notes'>, { judged, unit }: Known): Note[] {
  const last = breaks.at(-1);
  if (last === undefined) return [];
  const message = `A definition changed on ${dateWords(last.at)}: limits and signals are those of the ${countOf(judged, unit)} since then.`;
  return [{ code: 'break', message }];
}
