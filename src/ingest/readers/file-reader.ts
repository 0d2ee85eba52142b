import type { EventLog, LogFile } from '../../model/log/event-log.ts';
import type { Choice } from '../detect/choose-format.ts';
import type { Format, ReadOptions } from '../format.ts';
import type { Checkpoint } from '../source/checkpoint.ts';
import type { SharedReadings } from './shared-readings.ts';

/** What the reading of one file needs to know. */
export interface FileContext {
  /** Display name. */
  name: string;
  log: EventLog;
  options: ReadOptions;
  formats: readonly Format[];
  /** What files say together. */
  shared: SharedReadings;
  /** Epoch milliseconds. */
  now: number;
  /** Given if the reading can be stopped. */
  checkpoint: Checkpoint | undefined;
}

/** Takes the UTF-8 text of one file, chunk by chunk, into the log. */
export interface FileReader {
  /** Returns a promise where the next chunk must wait for it. */
  write(chunk: Uint8Array): void | Promise<void>;
  /** Reads what is left; the file's account is complete but for its encoding. */
  end(): LogFile | Promise<LogFile>;
}

/** Begins a file in the log. */
export function beginFile(context: FileContext, choice: Choice, delimiter: string | null): LogFile {
  const { format, because, matched } = choice;
  return context.log.beginFile({
    file: context.name,
    format: format.id,
    formatName: format.name,
    tool: format.tool,
    source: context.options.sourceName ?? format.tool,
    grade: format.grade,
    rows: 0,
    used: 0,
    merged: 0,
    rejected: 0,
    items: 0,
    assignees: 'none',
    encoding: 'utf-8',
    delimiter,
    // Its keys are names of fields, which may be `__proto__`.
    mapping: Object.create(null),
    recognisedBy: because,
    matched,
    foundNames: new Set(),
    dateOrder: { order: null, certainty: 'not needed', evidence: null },
    zone: { certainty: 'not needed', evidence: 'there are no timestamps' },
    guessed: choice.guess,
    told: {
      timeZone: context.options.timeZoneTold === true,
      dateOrder: context.options.dateOrder !== null,
      fields: context.options.fields,
    },
    notes: [],
  });
}
