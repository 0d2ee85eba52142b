import { parse } from 'csv-parse/sync';
import { readTimestamp } from '../time/timestamps.ts';
import type { ReferenceRow } from '../types.ts';

/** A transition log in CSV with the columns item_id, to_status and timestamp, and more if it has them. */

const KNOWN = new Set(['item_id', 'from_status', 'to_status', 'timestamp', 'assignee', 'created', 'blocked']);

function readInstant(text: string, zone: string): number {
  const instant = readTimestamp(text, zone);
  if (instant === null) throw new Error(`not a timestamp: ${text}`);
  return instant;
}

/** Several people in one cell stand apart by semicolons. */
function peopleIn(cell: string): string[] {
  return cell.split(';').filter((person) => person.trim() !== '');
}

export function readLog(csv: string, zone: string): ReferenceRow[] {
  const records = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
  return records.map((record) => {
    const created = record.created?.trim() ?? '';
    const from = record.from_status ?? '';
    const row: ReferenceRow = {
      id: record.item_id!.trim(),
      at: readInstant(record.timestamp!, zone),
      from: from.trim() === '' ? null : from,
      to: record.to_status!,
      assignee: record.assignee === undefined ? null : peopleIn(record.assignee),
      created: created === '' ? null : readInstant(created, zone),
      fields: Object.fromEntries(Object.entries(record).filter(([name]) => !KNOWN.has(name))),
    };
    if (record.blocked !== undefined) {
      const cell = record.blocked.trim();
      row.blocked = cell === '' ? null : cell !== 'false';
      if (row.blocked === true && cell !== 'true') row.reason = cell;
    }
    return row;
  });
}
