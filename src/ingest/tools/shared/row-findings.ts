import type { FindingWeight } from '../../../model/finding.ts';
import type { EventLog, LogFile } from '../../../model/log/event-log.ts';
import type { JsonRecords } from '../../format.ts';

/** What to do about the findings that many formats share, and how much they weigh. */
const KNOWN: Readonly<Record<string, { weight: FindingWeight; cure: string }>> = {
  cells: {
    weight: 'error',
    cure: 'Export again, or put cells that hold the delimiter in quotes: a shifted row would say something else.',
  },
  'missing-id': { weight: 'error', cure: 'Fill in the id, or map another column with --map id=<column>.' },
  'missing-status': { weight: 'error', cure: 'Fill in the status, or map another column with --map to=<column>.' },
  'unreadable-date': {
    weight: 'error',
    cure: 'Write dates in one of the layouts of the format guide, best as ISO 8601 (2026-03-02T10:15:00Z).',
  },
  'unreadable-json': { weight: 'error', cure: 'Export again; the other records were read.' },
  'unclosed-quote': { weight: 'error', cure: 'Close the quote, or write a quote within a quoted cell twice ("").' },
  'long-record': { weight: 'error', cure: 'Shorten its cells, or leave out the column that holds so long a text.' },
  'empty-record': { weight: 'info', cure: 'Nothing: an empty record says nothing.' },
  'unexpected-part': {
    weight: 'warning',
    cure: 'Export again as "pitwall formats" says, without a program in between that rewrites the answers.',
  },
  'no-item': {
    weight: 'warning',
    cure: 'Fetch them again with the field that names their item: "pitwall formats" says which.',
  },
  'not-an-item': {
    weight: 'warning',
    cure: 'Nothing, if they are something else; otherwise fetch items with the fields that "pitwall formats" names.',
  },
  'subitem-row': { weight: 'warning', cure: 'Fetch the activity log (monday-activity), which has each of them.' },
  'layout-row': { weight: 'info', cure: 'Nothing: these rows are headings and sums.' },
  'other-field': { weight: 'info', cure: 'Nothing: these changes say nothing about flow.' },
};

/** Adds one row's case to a finding. A code of a format's own is a warning. */
export function addRowFinding(
  log: EventLog,
  file: LogFile,
  line: number,
  code: string,
  why: string,
  value: string,
): void {
  const { weight, cure } = KNOWN[code] ?? {
    weight: 'warning',
    cure: 'Correct the cells in the tool and export again, or leave them out knowingly.',
  };
  const example = log.findings.wantsExample(code) ? { file: file.file, line, value } : undefined;
  log.findings.add(code, () => ({ weight, message: why, cure }), example);
}

/** Counts rows that became nothing but a case of the finding with this code. */
export function countRejected(file: LogFile, code: string, rows = 1): void {
  file.rejected += rows;
  file.rejectedBy ??= new Map();
  file.rejectedBy.set(code, (file.rejectedBy.get(code) ?? 0) + rows);
}

/** Notes a part of a record, or of what is around the records, that is of no use: the keys that lead to it, and what is there. */
export function noteUnexpectedPart(
  { log, file }: Pick<JsonRecords, 'log' | 'file'>,
  line: number,
  path: string,
  found: string,
): void {
  const why = 'Parts of records that are of another kind than the tool writes there: they were left out';
  addRowFinding(log, file, line, 'unexpected-part', why, `${path}: ${found}`);
}
