import { PitwallError } from '../../model/errors.ts';
import type { LogFile } from '../../model/log/event-log.ts';
import { type Choice, chooseFormat, readsRows } from '../detect/choose-format.ts';
import { SAMPLE_ROWS } from '../detect/find-header.ts';
import { JSON_WRAPPING } from '../detect/json-wrapping.ts';
import type { Sample } from '../detect/probe-formats.ts';
import { apiError, partialError } from '../source/api-error.ts';
import { serialColumns } from '../table/column-words/serial-dates.ts';
import { JsonFile, type JsonRecordHandler } from '../text/json/json-file.ts';
import { isObject } from '../text/json/json-values.ts';
import { QuickRecords } from '../text/json/quick-records.ts';
import { noteUnexpectedPart } from '../tools/shared/row-findings.ts';
import { beginFile, type FileContext, type FileReader } from './file-reader.ts';
import { JsonReader } from './json-reader.ts';
import { type JsonTable, jsonTable } from './json-table.ts';
import { TableReader } from './table-reader.ts';

/** Records that the probe of a JSON format sees. */
const JSON_SAMPLE = 20;
const BAD = Symbol('no JSON');

/** Where records go once the format is known. */
interface RecordReader {
  readonly file: LogFile;
  take(record: unknown, number: number): void;
  takeBad(number: number, code: string, why: string, value: string): void;
  finish(): void;
}

/** Reads a JSON file: its first records are held until the format is known, and the rest passes through. */
export class JsonFileReader implements FileReader, JsonRecordHandler {
  readonly #context: FileContext;
  readonly #json: JsonFile;
  #held: { value: unknown; number: number; text: string }[] = [];
  #reader: RecordReader | null = null;

  constructor(context: FileContext) {
    this.#context = context;
    this.#json = new JsonFile(this, context.name, JSON_WRAPPING);
  }

  write(chunk: Uint8Array): void {
    this.#json.write(chunk);
  }

  end(): LogFile {
    this.#json.end();
    const reader = this.#reader ?? this.#open();
    reader.finish();
    this.#notePartial();
    return reader.file;
  }

  record(value: unknown, number: number): void {
    this.#take(value, number, '');
  }

  bad(text: string, number: number): void {
    this.#take(BAD, number, text);
  }

  /** Notes the error of an answer that holds records all the same. */
  #notePartial(): void {
    const { log, name } = this.#context;
    const value = partialError(this.#json.wrapper);
    if (value === '') return;
    log.findings.add(
      'partial-answer',
      () => ({
        weight: 'error',
        message: 'The server says that a part of its answer failed: records may be missing',
        cure: 'Put right what it says and export again.',
      }),
      { file: name, value: value.slice(0, 160) },
    );
  }

  #take(value: unknown, number: number, text: string): void {
    if (this.#reader === null) {
      if (this.#held.push({ value, number, text }) === SAMPLE_ROWS + 1) this.#open();
    } else if (value === BAD) this.#reader.takeBad(number, 'unreadable-json', 'Records are no valid JSON', text);
    else this.#reader.take(value, number);
  }

  #open(): RecordReader {
    const { name, options, formats } = this.#context;
    const records = this.#held.map(({ value }) => value).filter((value) => value !== BAD);
    const answer = apiError(records, this.#json.wrapper, name);
    if (answer !== null && records.length === 0) throw answer;
    if (records.every((record) => isObject(record) && Object.keys(record).length === 0))
      throw new PitwallError('no-rows', 'it holds no records', name, 'Export again with the items included.');
    const table = jsonTable(records);
    const rows = records.slice(table.headerFirst ? 1 : 0, SAMPLE_ROWS + 1).flatMap((record) => {
      const cells = table.cells(record);
      return cells === null ? [] : [cells];
    });
    const sample = {
      file: name,
      table: { header: table.header, rows },
      json: { records: records.slice(0, JSON_SAMPLE), wrapper: this.#json.wrapper },
      fields: options.fields,
      dateOrder: options.dateOrder,
      stages: options.stages,
    };
    const choice = chosen(formats, options.input, sample, answer);
    const reader = this.#readerFor(choice, table, serialColumns(sample.table));
    this.#reader = reader;
    const held = this.#held;
    this.#held = [];
    for (const { value, number, text } of held) this.#take(value, number, text);
    return reader;
  }

  #readerFor(choice: Choice, table: JsonTable, serials: ReadonlySet<number>): RecordReader {
    const { log, options, now, shared } = this.#context;
    const file = beginFile(this.#context, choice, null);
    if (!readsRows(choice.format)) {
      const reader = new JsonReader(log, file, options, now, () => this.#json.wrapper, shared);
      reader.start(choice.format.open(reader), choice.format.parts);
      return reader;
    }
    const reader = new TableReader(table.header, log, file, options, now, shared);
    reader.around = () => this.#json.wrapper;
    reader.serials = serials;
    reader.start(choice.format.open(reader));
    const shift = table.headerFirst ? 1 : 0;
    this.#json.quick = new QuickRecords(table.paths, {
      record: (record) => {
        record.line -= shift;
        reader.takeBytes(record);
      },
      rows: (rows) => {
        for (let row = 0; shift > 0 && row < rows.count; row++) rows.lines[row]! -= shift;
        reader.takeRows(rows);
      },
    });
    return {
      file,
      take: (record, number) => {
        const cells = table.cells(record);
        if (number <= shift) return;
        if (cells === null)
          reader.takeBad(number - shift, 'unreadable-json', 'Records are not of the kind of the first', '');
        else {
          reader.take(cells, number - shift);
          noteLeftOut(reader, table, record, number - shift);
        }
      },
      takeBad: (number, code, why, value) => reader.takeBad(number - shift, code, why, value),
      finish: () => reader.finish(),
    };
  }
}

/** Notes each part that is no cell in a column that the format reads. */
function noteLeftOut(reader: TableReader, table: JsonTable, record: unknown, line: number): void {
  for (const column of reader.columns) {
    const found = table.leftOut(record, column);
    if (found !== null) noteUnexpectedPart(reader, line, table.header[column] as string, found);
  }
}

/**
 * The format of a sample. If a tool's own format is certain, it also handles the errors of its tool.
 * @param answer the error if the records are what a server answered in place of data; null if they are not
 */
function chosen(
  formats: FileContext['formats'],
  input: string | null,
  sample: Sample,
  answer: PitwallError | null,
): Choice {
  let choice: Choice;
  try {
    choice = chooseFormat(formats, input, sample);
  } catch (error) {
    throw error instanceof PitwallError && error.code === 'unknown-format' ? (answer ?? error) : error;
  }
  if (answer !== null && (choice.guess || readsRows(choice.format))) throw answer;
  return choice;
}
