import { nearest } from '../model/nearest.ts';
import type { AnalyzeOptions } from './analyze-options.ts';
import { optionError } from './problems/option-problem.ts';

const LEAK_UNITS = ['day', 'week', 'month', 'quarter', 'sprint', 'year'] as const;

/** The options of a leak. */
export interface LeakOptions extends Pick<AnalyzeOptions, 'configuration' | 'rate' | 'currency'> {
  /** How long it takes one person each time: `10m`, `1h30m`, `45s`. */
  time: string;
  /** How many people lose that time; default 1. */
  people?: number;
  /** How often: `day` (each working day), `week`, `month`, `quarter`, `sprint`, `year`, or several: `2 weeks`. */
  every: string;
  /** How many times in each of them; default 1. */
  times?: number;
}

/** How often a leak occurs: `times` in every `count` of a unit. */
interface Recurrence {
  times: number;
  count: number;
  unit: (typeof LEAK_UNITS)[number];
}

/** The checked options of a leak. */
export interface LeakSettings {
  minutes: number;
  people: number;
  every: Recurrence;
}

/** @throws PitwallError `bad-option` */
export function leakSettingsOf({ every, people = 1, time, times = 1 }: LeakOptions): LeakSettings {
  if (!Number.isInteger(people) || people < 1) {
    throw optionError('--people', `\`${people}\` is not a number of people`, 'Write a whole number, 1 or more');
  }
  if (!Number.isFinite(times) || times <= 0) {
    throw optionError('--times', `\`${times}\` is not a number of times`, 'Write a number above 0');
  }
  return { minutes: minutesOf(time), people, every: { times, ...recurrenceOf(every) } };
}

const PART_MINUTES: Readonly<Record<string, number>> = { s: 1 / 60, m: 1, h: 60 };
const TIME = /^(?:\d+(?:\.\d+)?\s*(?:h|hours?|m|mins?|minutes?|s|secs?|seconds?)\s*)+$/i;
const PART = /(\d+(?:\.\d+)?)\s*([hms])/gi;

/** `10m`, `1h30m`, `1.5 h`, `45 s` in minutes. */
function minutesOf(time: string): number {
  const cure = 'Write hours, minutes or seconds, such as 10m, 1h30m or 45s';
  const text = time.trim();
  if (/^\d+(?:\.\d+)?$/.test(text))
    throw optionError('the time', `\`${time}\` has no unit`, `Did you mean \`${text}m\`?`);
  if (!TIME.test(text)) throw optionError('the time', `\`${time}\` is not a time`, cure);
  let minutes = 0;
  for (const [, number, unit] of text.matchAll(PART)) {
    minutes += Number(number) * (PART_MINUTES[(unit as string).toLowerCase()] as number);
  }
  if (!Number.isFinite(minutes) || minutes <= 0) throw optionError('the time', `\`${time}\` is no time at all`, cure);
  return minutes;
}

/** `week`, `2 weeks`. */
function recurrenceOf(every: string): { count: number; unit: Recurrence['unit'] } {
  const match = /^(?:(\d+)\s*)?([a-z]+)$/i.exec(every.trim());
  const word = match?.[2]?.toLowerCase() ?? '';
  const unit = LEAK_UNITS.find((name) => word === name || word === `${name}s`);
  const count = match?.[1] === undefined ? 1 : Number(match[1]);
  if (unit !== undefined && Number.isSafeInteger(count) && count >= 1) return { count, unit };
  const suggestion = unit === undefined && word !== '' ? nearest(word, LEAK_UNITS) : null;
  throw optionError(
    '--every',
    `\`${every}\` is not a span of time`,
    suggestion === null
      ? `Write one of ${LEAK_UNITS.join(', ')}, or several of them, such as \`2 weeks\``
      : `Did you mean \`${suggestion}\`?`,
  );
}
