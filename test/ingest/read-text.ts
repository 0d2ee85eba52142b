import type { ReadOptions } from '../../src/ingest/format.ts';
import { readLog } from '../../src/ingest/read-log.ts';
import { PitwallError } from '../../src/model/errors.ts';
import type { EventLog, LogFile } from '../../src/model/log/event-log.ts';
import { kindFromName } from '../../src/model/status-words/kind-words.ts';

export const OPTIONS: ReadOptions = {
  timeZone: 'UTC',
  fields: {},
  dateOrder: null,
  input: null,
  sourceName: null,
  extraFields: [],
  kindOf: kindFromName,
};

type Data = string | Uint8Array | AsyncIterable<Uint8Array | string>;

/** Reads one input that is not on disk. */
export function readText(data: Data, options: Partial<ReadOptions> = {}): Promise<EventLog> {
  return readLog([{ name: 'log.csv', data }], { ...OPTIONS, ...options });
}

/** The error that reading ends with; fails if there is none, or if it is not a known one. */
export async function errorOf(reading: Promise<unknown>): Promise<PitwallError> {
  const outcome = await reading.then(
    () => new Error('no error'),
    (error: unknown) => error,
  );
  if (outcome instanceof PitwallError) {
    if (outcome.message.includes('\n')) throw new Error(`an error is one line: ${outcome.message}`);
    return outcome;
  }
  throw outcome;
}

/** The account of the first file. */
export function fileOf(log: EventLog): LogFile {
  return log.files[0] as LogFile;
}

/** Each transition as `item instant status`. */
export function changes(log: EventLog): string[] {
  return Array.from({ length: log.transitionCount }, (_, row) =>
    [
      log.itemIds[log.transitions.item(row)],
      new Date(log.transitions.at(row)).toISOString(),
      log.statuses.value(log.transitions.to(row)),
    ].join(' '),
  );
}

/** Chunks one after another, as a stream gives them. */
export async function* stream<T>(chunks: Iterable<T>): AsyncGenerator<T> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

/** Bytes cut at the given places. */
export function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...ends].map((start, index) => bytes.subarray(start, ends[index] ?? bytes.length));
}
