import { headerKey } from '../../ingest/table/header-key.ts';
import { type ByteText, blotted, decoded, encoded } from '../byte-text.ts';
import { isFieldName, isValueName } from '../json/field-of-change.ts';
import { isTrackerWords } from '../values/tracker-words.ts';
import { type Masking, maskedName, maskedText } from '../values/value-masker.ts';
import { kindOf } from './column-kind.ts';
import type { Column } from './column-tally.ts';
import { CsvCells, cellText, type RawCell, type RawRecord, rawCell } from './csv-cells.ts';
import { headerOf, type TableHead } from './table-head.ts';

/** A longer record means an unclosed quote, as for the reader. */
const LONGEST_RECORD = 32 * 1024 * 1024;

/** Copies a delimited file. Everything between cells stays as it is, including quotes and line ends. */
export class TableMasker {
  readonly #masking: Masking;
  readonly #head: TableHead;
  readonly #cutter: CsvCells;
  #skip: number;
  #text: ByteText = '';
  /** The length of text to wait for, so that a long record is not scanned again for every chunk. */
  #wanted = 0;
  #records = 0;
  #names: string[] = [];
  /** The header as `headerOf` gives it: it may occur again. */
  #own = '';
  #columns: Column[] = [];
  /** The index of the column with the name of the changed field; −1 if there is none. */
  #field = -1;
  #flooded = false;

  constructor(head: TableHead, masking: Masking) {
    this.#head = head;
    this.#masking = masking;
    this.#skip = head.skip;
    this.#cutter = new CsvCells(head.delimiter);
  }

  write(chunk: ByteText): ByteText {
    if (this.#flooded) return blotted(chunk);
    this.#text += chunk;
    return this.#text.length < this.#wanted ? '' : this.#take(false);
  }

  end(): ByteText {
    return this.#take(true);
  }

  #take(last: boolean): ByteText {
    const text = this.#text;
    let at = this.#skip;
    let masked = text.slice(0, at);
    this.#skip = 0;
    while (at < text.length) {
      const record = this.#cutter.record(text, at, last);
      if (record === null) break;
      const next = isAlone(record) ? this.#cutter.record(text, record.next, last) : undefined;
      // Only the next line shows what a line with one cell means.
      if (next === null) break;
      masked += this.#isGroup(next ?? null) ? this.#group(record) : this.#record(record);
      at = record.next;
    }
    this.#text = text.slice(at);
    this.#wanted = 2 * this.#text.length;
    if (this.#text.length <= LONGEST_RECORD) return masked;
    this.#flooded = true;
    masked += blotted(this.#text);
    this.#text = '';
    return masked;
  }

  #record(record: RawRecord): ByteText {
    const texts = record.cells.map((cell) => decoded(cellText(cell)));
    const isFirst = this.#records++ === this.#head.header;
    if (isFirst) this.#begin(texts);
    const isHeader = isFirst || this.#isAgain(record, texts);
    if (isFirst) this.#own = headerOf(record.cells);
    const cells = isHeader
      ? record.cells.map((cell, index) => this.#name(cell, texts[index] as string))
      : record.cells.map((cell, index) => this.#cell(cell, index, texts));
    if (record.unclosed !== '') cells.push(blotted(record.unclosed));
    return cells.join(this.#head.delimiter) + record.end;
  }

  /** True if the record is the header of a group: then the line above it is the group's name. */
  #isGroup(record: RawRecord | null): boolean {
    const { header, repeated } = this.#head;
    if (record === null || repeated === '') return false;
    return this.#records + 1 >= header && headerOf(record.cells) === repeated;
  }

  /** The name of a group, which some formats read as a status. */
  #group(record: RawRecord): ByteText {
    this.#records++;
    const [first] = record.cells as [RawCell];
    const column = this.#masking.columns.column(['group']);
    const text = decoded(cellText(first));
    const masked = maskedText(text, column, ['group'], this.#masking);
    const cells = record.cells.map(({ raw }) => raw);
    if (masked !== text) cells[0] = rawCell(encoded(masked), first.quoted);
    return cells.join(this.#head.delimiter) + record.end;
  }

  /** True for a repeated header, or monday.com's header of the items within an item. */
  #isAgain(record: RawRecord, texts: readonly string[]): boolean {
    if (this.#own !== '' && headerOf(record.cells) === this.#own) return true;
    return this.#masking.recognised?.hasGroups === true && texts[0] === 'Subitems' && texts.every(isNameOrEmpty);
  }

  #begin(names: readonly string[]): void {
    this.#names = names.map((name) => name.trim());
    this.#columns = this.#names.map((name, index) => this.#columnOf(name, index));
    const change = this.#masking.recognised?.change ?? null;
    this.#field = this.#names.findIndex((name) => isFieldName(name) || headerKey(name) === change?.field);
  }

  #columnOf(name: string, index: number): Column {
    const { recognised, columns } = this.#masking;
    const path = [name === '' ? `column ${index + 1}` : name];
    if (recognised?.vocabulary.has(headerKey(name)) === true) return columns.column(path, 'vocabulary');
    // The numbers of items that the format reads may be long.
    const isItem = recognised?.columns.has(headerKey(name)) === true && kindOf(path) === 'number';
    return columns.column(path, isItem ? 'id' : null);
  }

  #name(cell: RawCell, text: string): ByteText {
    const name = maskedName(text, this.#masking);
    return name === text ? cell.raw : rawCell(encoded(name), cell.quoted);
  }

  #cell(cell: RawCell, index: number, texts: readonly string[]): ByteText {
    const text = texts[index] as string;
    if (text.trim() === '') return cell.raw;
    if (index === this.#field) return this.#name(cell, text);
    const path = this.#path(index, texts);
    this.#columns[index] ??= this.#columnOf('', index);
    const column = path.length === 1 ? this.#columns[index] : this.#masking.columns.column(path);
    const masked = maskedText(text, column, path, this.#masking);
    return masked === text ? cell.raw : rawCell(encoded(masked), cell.quoted);
  }

  /** The name of the column; for a value before or after a change, after the name of the changed field. */
  #path(index: number, texts: readonly string[]): string[] {
    const name = this.#names[index] ?? '';
    const field = this.#field === -1 || this.#field === index ? '' : (texts[this.#field] ?? '').trim();
    if (field === '') return [name];
    if (isValueName(name)) return [field, name];
    return this.#masking.recognised?.change?.values.has(headerKey(name)) === true ? [field, 'value'] : [name];
  }
}

function isNameOrEmpty(text: string): boolean {
  return text.trim() === '' || isTrackerWords(text);
}

/** True for a record in which only the first cell has text. */
function isAlone({ cells, unclosed }: RawRecord): boolean {
  const [first, ...rest] = cells;
  return unclosed === '' && rest.length > 0 && first?.raw.trim() !== '' && rest.every(({ raw }) => raw.trim() === '');
}
