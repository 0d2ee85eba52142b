import { PitwallError } from '../../model/errors.ts';
import type { LogFile } from '../../model/log/event-log.ts';
import { type Choice, chooseFormat, readsRows } from '../detect/choose-format.ts';
import { SAMPLE_ROWS } from '../detect/find-header.ts';
import type { Sample } from '../detect/probe-formats.ts';
import type { XmlSample } from '../format.ts';
import { type ElementSink, XmlElements } from '../text/xml/xml-elements.ts';
import { beginFile, type FileContext, type FileReader } from './file-reader.ts';
import { TableReader } from './table-reader.ts';

/** Events to hold before the columns are decided: an event leaves out the attributes that it has no value for. */
const SAMPLE_EVENTS = 1000;
/** What the attributes of a trace are called as columns, as in the CSV files that are made of such logs. */
const OF_TRACE = 'case:';

interface Event {
  line: number;
  /** By column; holes where the event has no such attribute. */
  cells: string[];
}

/** Reads an XML file. This file loads the parser: import it only to read XML. */
export class XmlFileReader implements FileReader {
  readonly #rows: XesRows;
  readonly #elements: XmlElements;

  constructor(context: FileContext) {
    this.#rows = new XesRows(context);
    this.#elements = new XmlElements(context.name, this.#rows);
  }

  write(chunk: Uint8Array): void {
    this.#elements.write(chunk);
  }

  end(): LogFile {
    this.#elements.end();
    return this.#rows.finish();
  }
}

/**
 * Turns the elements of an XES log into rows of a table. Its columns are the attributes of events and, with `case:` before
 * the name, of traces. A trace is held until it ends, since its name may come after its events.
 */
class XesRows implements ElementSink {
  readonly #context: FileContext;
  readonly #columns = new Map<string, number>();
  readonly #head = { root: '', children: new Set<string>(), names: new Set<string>() };
  /** The events of the open trace, or one outside any. */
  #events: Event[] = [];
  #trace: Event | null = null;
  #event: Event | null = null;
  #eventDepth = 0;
  #held: Event[] = [];
  #table: TableReader | null = null;
  #width = 0;
  #emptyTraces = 0;
  readonly #late = new Set<string>();

  constructor(context: FileContext) {
    this.#context = context;
  }

  open(depth: number, name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    if (this.#table === null) this.#learn(depth, name, attributes);
    if (name === 'event' && (depth === 2 || (depth === 3 && this.#trace !== null))) {
      this.#event = { line, cells: [] };
      this.#eventDepth = depth;
    } else if (name === 'trace' && depth === 2) this.#trace = { line, cells: [] };
    else if (attributes.key === undefined || attributes.value === undefined) return;
    else if (this.#event !== null) {
      // A deeper element belongs to an attribute, not to the event.
      if (depth === this.#eventDepth + 1) this.#set(this.#event, attributes.key, attributes.value);
    } else if (this.#trace !== null && depth === 3) {
      this.#set(this.#trace, OF_TRACE + attributes.key, attributes.value);
    }
  }

  close(depth: number, name: string): void {
    if (this.#event !== null && depth === this.#eventDepth) {
      this.#events.push(this.#event);
      this.#event = null;
      if (this.#trace === null) this.#hand();
    } else if (this.#trace !== null && depth === 2 && name === 'trace') this.#endTrace(this.#trace);
  }

  /** @throws PitwallError `xml`, `no-rows` */
  finish(): LogFile {
    const table = this.#table ?? this.#openTable();
    table.finish();
    const { file, log } = table;
    if (this.#late.size > 0) {
      const names = [...this.#late];
      const shown = names.slice(0, 5).join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '');
      file.notes.push(`Attributes that no event among the first ${SAMPLE_EVENTS} has were left out: ${shown}.`);
    }
    if (this.#emptyTraces > 0) {
      log.findings.add(
        'empty-trace',
        () => ({
          weight: 'info',
          message: 'Traces without events: nothing is known of these items',
          cure: 'Nothing to do if nothing has happened to them.',
        }),
        { file: file.file },
        this.#emptyTraces,
      );
    }
    return file;
  }

  #learn(depth: number, name: string, attributes: Readonly<Record<string, string>>): void {
    if (depth === 1) {
      this.#head.root = name;
      for (const key of Object.keys(attributes)) this.#head.names.add(key);
      this.#refuseOther();
    } else {
      if (depth === 2) this.#head.children.add(name);
      if (attributes.key !== undefined && this.#head.names.size < 1000) this.#head.names.add(attributes.key);
    }
  }

  /** Stops at the root if no format knows it, rather than reading the whole file first. */
  #refuseOther(): void {
    const formats = this.#context.formats.filter(({ shape }) => shape === 'xml');
    const sample: XmlSample = { root: this.#head.root, children: ['trace'], names: [] };
    if (!formats.some((format) => format.shape === 'xml' && format.probe(sample).score !== 'no')) throw this.#other();
  }

  #other(): PitwallError {
    const { root } = this.#head;
    return new PitwallError('xml', `it is XML (<${root}>)`, this.#context.name, 'Export CSV or JSON instead.');
  }

  #set(event: Event, key: string, value: string): void {
    let column = this.#columns.get(key);
    if (column === undefined) {
      if (this.#table !== null) {
        if (this.#late.size < 1000) this.#late.add(key);
        return;
      }
      column = this.#columns.size;
      this.#columns.set(key, column);
    }
    event.cells[column] = value;
  }

  #endTrace(trace: Event): void {
    if (this.#events.length === 0) this.#emptyTraces++;
    for (const { cells } of this.#events) {
      for (const [column, value] of trace.cells.entries()) if (value !== undefined) cells[column] = value;
    }
    this.#trace = null;
    this.#hand();
  }

  /** Hands the events on: to those that wait for the columns, or to the table. */
  #hand(): void {
    const events = this.#events;
    this.#events = [];
    if (this.#table === null) {
      for (const event of events) this.#held.push(event);
      if (this.#held.length >= SAMPLE_EVENTS) this.#openTable();
    } else for (const { cells, line } of events) this.#table.take(this.#filled(cells), line);
  }

  #openTable(): TableReader {
    const { name, options, log, now, shared } = this.#context;
    const header = [...this.#columns.keys()];
    this.#width = header.length;
    const { root, children, names } = this.#head;
    const sample = {
      file: name,
      table: { header, rows: this.#held.slice(0, SAMPLE_ROWS).map(({ cells }) => this.#filled(cells)) },
      json: null,
      xml: { root, children: [...children], names: [...names] },
      fields: options.fields,
    };
    const choice = this.#choose(sample);
    if (!readsRows(choice.format)) throw new Error(`${choice.format.id} was chosen for XML`);
    if (this.#held.length === 0)
      throw new PitwallError('no-rows', 'it holds no events', name, 'Export again with the items included.');
    const table = new TableReader(header, log, beginFile(this.#context, choice, null), options, now, shared);
    table.start(choice.format.open(table));
    this.#table = table;
    for (const { cells, line } of this.#held) table.take(this.#filled(cells), line);
    this.#held = [];
    return table;
  }

  #choose(sample: Sample): Choice {
    const { formats, options } = this.#context;
    try {
      return chooseFormat(formats, options.input, sample);
    } catch (error) {
      if (error instanceof PitwallError && error.code === 'unknown-format') throw this.#other();
      throw error;
    }
  }

  /** A row without holes. */
  #filled(cells: string[]): string[] {
    for (let column = 0; column < this.#width; column++) cells[column] ??= '';
    return cells;
  }
}
