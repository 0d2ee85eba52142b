import { parse } from 'csv-parse/sync';
import type { Format, JsonFormat, Probe, ReadOptions, TableFormat, TableSample } from '../../../src/ingest/format.ts';
import { JsonReader } from '../../../src/ingest/readers/json-reader.ts';
import { SharedReadings } from '../../../src/ingest/readers/shared-readings.ts';
import { TableReader } from '../../../src/ingest/readers/table-reader.ts';
import { EventLog, type LogFile } from '../../../src/model/log/event-log.ts';
import { kindFromName } from '../../../src/model/status-words/kind-words.ts';
import { rowsOf } from '../log-rows.ts';

/** The clock of these tests: two-digit years and "later than now" are near it. */
const NOW = Date.parse('2026-06-01T00:00:00Z');

function begin(log: EventLog, format: Format, name: string): LogFile {
  return log.beginFile({
    file: name,
    format: format.id,
    formatName: 'Test',
    source: format.tool,
    tool: format.tool,
    grade: format.grade,
    rows: 0,
    used: 0,
    merged: 0,
    rejected: 0,
    items: 0,
    assignees: 'none',
    encoding: 'utf-8',
    delimiter: ',',
    mapping: Object.create(null),
    recognisedBy: '',
    dateOrder: { order: null, certainty: 'not needed', evidence: null },
    zone: { certainty: 'not needed', evidence: '' },
    notes: [],
  });
}

function optionsWith(options: Partial<ReadOptions>): ReadOptions {
  return {
    ...{ timeZone: 'UTC', fields: {}, dateOrder: null, input: null, sourceName: null, extraFields: [] },
    kindOf: kindFromName,
    ...options,
  };
}

function recordsOf(csv: string): string[][] {
  const delimiter = (csv.split('\n')[0] as string).includes(';') ? ';' : ',';
  return parse(csv, { bom: true, delimiter, relax_column_count: true });
}

/** Reads a table with one format, without detecting it. */
export function readTable(
  format: TableFormat,
  csv: string,
  options: Partial<ReadOptions> = {},
  log = new EventLog(),
): EventLog {
  const [header, ...rows] = recordsOf(csv) as [string[], ...string[][]];
  const file = begin(log, format, 'log.csv');
  const shared = new SharedReadings();
  const reader = new TableReader(header, log, file, optionsWith(options), NOW, shared);
  reader.start(format.open(reader));
  for (const [index, row] of rows.entries()) reader.take(row, index + 2);
  reader.finish();
  shared.write();
  return log;
}

/** What a format thinks of a table. */
export function probeTable(format: TableFormat, csv: string, fields: Record<string, string> = {}): Probe {
  return format.probe(sampleOf(csv), fields);
}

function sampleOf(csv: string): TableSample {
  const [header, ...rows] = recordsOf(csv) as [string[], ...string[][]];
  return { header, rows };
}

/** Reads JSON records with one format. */
export function readRecords(
  format: JsonFormat,
  records: readonly unknown[],
  wrapper: Record<string, unknown> | null = null,
  options: Partial<ReadOptions> = {},
): EventLog {
  const log = new EventLog();
  const shared = new SharedReadings();
  const file = begin(log, format, 'log.json');
  const reader = new JsonReader(log, file, optionsWith(options), NOW, () => wrapper, shared);
  reader.start(format.open(reader), format.parts);
  for (const [index, record] of records.entries()) reader.take(record, index + 1);
  reader.finish();
  shared.write();
  return log;
}

/** The transitions of an item as `2026-03-02T09:00 Doing`, in input order. */
export function transitionsOf(log: EventLog, id: string): string[] {
  const item = log.itemIds.indexOf(id);
  return rowsOf(log, 'item').flatMap((owner, index) =>
    owner === item ? [`${minute(log.transitions.at(index))} ${log.statuses.value(log.transitions.to(index))}`] : [],
  );
}

/** The assignments of an item as `2026-03-02T09:00 ana`, in input order. */
export function assignmentsOf(log: EventLog, id: string): string[] {
  const item = log.itemIds.indexOf(id);
  return [...log.assignmentItem.values()].flatMap((owner, index) => {
    const people = log.people.members(log.assignmentPeople.at(index)).join('+');
    return owner === item ? [`${minute(log.assignmentAt.at(index))} ${people || 'nobody'}`] : [];
  });
}

/** The flags of an item as `2026-03-02T09:00 on`, in input order. */
export function flagsOf(log: EventLog, id: string): string[] {
  const item = log.itemIds.indexOf(id);
  return [...log.flagItem.values()].flatMap((owner, index) => {
    const set = log.flagSet.at(index) === 1;
    return owner === item ? [`${minute(log.flagAt.at(index))} ${set ? 'on' : 'off'}`] : [];
  });
}

/** An item's value of a field that the file gives once an item. */
export function fieldOf(log: EventLog, id: string, field: string): string {
  const store = log.field(field);
  return store.dictionary.value(store.snapshot(log.itemIds.indexOf(id)));
}

/** Count by code of all findings. */
export function findingCounts(log: EventLog): Record<string, number> {
  return Object.fromEntries(log.findings.list().map(({ code, count }) => [code, count]));
}

export function minute(instant: number): string {
  return Number.isNaN(instant) ? 'unknown' : new Date(instant).toISOString().slice(0, 16);
}
