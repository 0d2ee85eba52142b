import { objectOf, own, textOf } from '../../../text/json/json-values.ts';

/** A part of the changelog of one issue. */
export interface LogPart {
  /** Its key; empty where the part gives the number alone. */
  key: string;
  /** Its numeric id; empty where the part gives the key alone. */
  number: string;
  entries: readonly unknown[];
  /** The place of the first entry among all; NaN where the part does not say. */
  start: number;
  /** How many entries there are in all; NaN where the part does not say. */
  total: number;
}

/** Reads a record as a page of one issue, an issue of a bulk fetch, or an issue with nothing but its changelog. */
export function readLogPart(record: unknown): LogPart | null {
  const object = objectOf(record);
  if (object === null) return null;
  const values = own(object, 'values');
  const self = issueOf(textOf(own(object, 'self')));
  if (Array.isArray(values) && self !== '') {
    return {
      ...named(self),
      entries: values,
      start: numberOf(own(object, 'startAt')),
      total: numberOf(own(object, 'total')),
    };
  }
  const bulk = own(object, 'changeHistories');
  if (Array.isArray(bulk)) {
    return { key: '', number: textOf(own(object, 'issueId')), entries: bulk, start: Number.NaN, total: Number.NaN };
  }
  const changelog = objectOf(own(object, 'changelog'));
  const histories = own(changelog, 'histories');
  const key = textOf(own(object, 'key'));
  const number = textOf(own(object, 'id'));
  if (!Array.isArray(histories) || key + number === '') return null;
  const total = numberOf(own(changelog, 'total'));
  // A search cuts old entries off, not new ones.
  return { key, number, entries: histories, start: total - histories.length, total };
}

/** True for an entry of a changelog by itself. */
export function isLogEntry(record: unknown): boolean {
  const object = objectOf(record);
  const items = own(object, 'items');
  if (own(object, 'created') === undefined || own(object, 'id') === undefined || !Array.isArray(items)) return false;
  return items.some((item) => {
    const change = objectOf(item);
    return (
      change !== null &&
      Object.hasOwn(change, 'field') &&
      (Object.hasOwn(change, 'fieldtype') || Object.hasOwn(change, 'fromString'))
    );
  });
}

/** The key or number of the issue in the address of its changelog; empty if it is no such address. */
export function issueOf(self: string): string {
  return /\/rest\/api\/[^/]+\/issue\/([^/?#]+)\/changelog/.exec(self)?.[1] ?? '';
}

/** An issue's key or number, each in its place. */
export function named(issue: string): { key: string; number: string } {
  return /^\d+$/.test(issue) ? { key: '', number: issue } : { key: issue, number: '' };
}

export function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN;
}

/** What a bulk fetch answers where there is nothing. */
export function isEmptyAnswer(record: unknown): boolean {
  const logs = own(objectOf(record), 'issueChangeLogs');
  return Array.isArray(logs) && logs.length === 0;
}
