import { type Analysis, type AnalyzeOptions, open } from '../../src/index.ts';

/** Worked examples happen in March 2026 in UTC: the 1st is a Sunday, the 2nd a Monday. */

/** Two stages to choose from, two to work in, one to wait in, two to finish in and two to give up in. */
export const BOARD = [
  { stage: 'Ideas', kind: 'todo' },
  { stage: 'Ready', kind: 'todo' },
  { stage: 'Writing', kind: 'active', statuses: ['In progress'] },
  { stage: 'On hold', kind: 'waiting' },
  { stage: 'Review', kind: 'active' },
  { stage: 'Done', kind: 'done' },
  { stage: 'Released', kind: 'done' },
  { stage: 'Archived', kind: 'dropped' },
  { stage: 'Cancelled', kind: 'dropped' },
];

const SHORT = /^(\d{1,2})(?: (\d\d:\d\d)(:\d\d)?(\.\d{3})?)?$/;

/** `3 09:00` is 09:00 of 3 March 2026; a day alone is its midnight. */
function march(text: string): string {
  const match = SHORT.exec(text);
  if (match === null) return text;
  const [, day = '', time = '00:00', seconds = ':00', milliseconds = '.000'] = match;
  return `2026-03-${day.padStart(2, '0')}T${time}${seconds}${milliseconds}Z`;
}

/** An instant as `march` reads it; null as null. */
export function short(iso: string | null): string | null {
  if (iso === null || !iso.startsWith('2026-03-')) return iso;
  const day = String(Number(iso.slice(8, 10)));
  if (iso.endsWith('T00:00:00.000Z')) return day;
  return `${day} ${iso.slice(11, -1).replace(/(:00)?\.000$/, '')}`;
}

const TIMES = new Set(['at', 'created', 'started', 'finished']);

/** A table drawn with bars as CSV; `at` and `created` cells are read by `march`. */
export function csvOf(table: string): string {
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  const rows = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  const [header = []] = rows;
  return rows
    .map((row, index) => row.map((cell, column) => (index > 0 && TIMES.has(header[column] ?? '') ? march(cell) : cell)))
    .map((row) => `${row.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`)
    .join('');
}

export type Options = AnalyzeOptions & { configuration?: Record<string, unknown> };

/** An analysis of a table drawn with bars, on the board above unless the configuration says otherwise. */
export function analysisOf(table: string, { configuration, ...options }: Options = {}): Promise<Analysis> {
  const asOf = options.asOf === undefined ? {} : { asOf: march(options.asOf) };
  return open(
    { name: 'log.csv', data: csvOf(table) },
    { ...options, ...asOf, configuration: { workflow: BOARD, dropped: {}, ...configuration } },
  );
}

/** An item's visits as `stage entry`. */
export function visitsOf(analysis: Analysis, id = 'A'): string[] {
  return analysis.item(id).visits.map(({ stage, start }) => `${stage} ${short(start)}`);
}

/** One item's facts, its instants short. */
export function factsOf(analysis: Analysis, id = 'A') {
  const { item } = analysis.item(id);
  const { created, started, finished, dropped } = item;
  return {
    ...item,
    created: short(created),
    started: short(started),
    finished: short(finished),
    dropped: short(dropped),
  };
}

/** Code → count of the findings. */
export function findingsOf(analysis: Analysis): Record<string, number> {
  return Object.fromEntries(analysis.report().findings.map(({ code, count }) => [code, count]));
}
