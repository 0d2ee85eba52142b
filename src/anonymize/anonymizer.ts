import type { Input } from '../ingest/input.ts';
import { inputName, readBytes } from '../ingest/source/byte-source.ts';
import { checkBytes } from '../ingest/source/content-check.ts';
import { inputFiles, type SingleInput } from '../ingest/source/input-files.ts';
import { PitwallError } from '../model/errors.ts';
import { nearest } from '../model/nearest.ts';
import { type ByteText, ByteTexts, fromBytes, MARK } from './byte-text.ts';
import { JsonMasker } from './json/mask-json.ts';
import { type AnonymizedColumn, ColumnTally } from './table/column-tally.ts';
import { TableMasker } from './table/mask-table.ts';
import { tableHead } from './table/table-head.ts';
import { type Recognised, recognised } from './values/recognised.ts';
import { Replacements } from './values/replacements.ts';
import { type Masking, maskedName } from './values/value-masker.ts';

export interface AnonymizeOptions {
  /** Columns, or JSON keys, whose values are left as they are. */
  keep?: readonly string[];
  /** Columns, or JSON keys, whose values are all replaced. */
  mask?: readonly string[];
}

/** The length of text that decides what a file is. */
const HEAD = 64 * 1024;

interface Masker {
  write(text: ByteText): ByteText;
  end(): ByteText;
}

/** Copies exports without their people and texts. A value gets the same replacement in all copies of one anonymizer. */
export class Anonymizer {
  readonly #replacements = new Replacements();
  readonly #options: AnonymizeOptions;
  #recognised: Recognised | null = null;
  readonly #masking: Masking;
  /** What a collecting pass found out about inputs that can be read again. */
  readonly #collected = new Map<Input, Recognised | null>();

  constructor(options: AnonymizeOptions) {
    this.#options = options;
    this.#masking = this.#newMasking();
  }

  /**
   * Collects the people of all inputs, because an earlier file may name somebody whom only a later one has in a column.
   * Call this before the first copy. An input that can be read only once is passed over.
   * @throws PitwallError as `copy` does
   */
  async collect(inputs: readonly Input[]): Promise<void> {
    for (const input of inputs) {
      const [file, ...others] = await inputFiles([input]);
      if (file === undefined || others.length > 0 || !isReadableAgain(file)) continue;
      this.#collected.set(input, await this.#collectFile(file));
    }
  }

  /**
   * The bytes of a copy in the same format; gzip is unpacked. The input is read three times: for its format, for its
   * people, and to copy it. Memory holds an input that cannot be read again, and what its format reads of it.
   * @throws PitwallError if a file is neither a table nor JSON, or cannot be read
   */
  async *copy(input: Input): AsyncGenerator<Uint8Array> {
    for (const file of await inputFiles([input])) {
      const again = await readableAgain(file);
      const collected = this.#collected.get(input);
      this.#recognised = collected === undefined ? await this.#collectFile(again) : collected;
      yield* this.#copyFile(again, this.#masking);
    }
  }

  /** A first pass collects the people, because a status may name one before a column does. */
  async #collectFile(file: SingleInput): Promise<Recognised | null> {
    for await (const chunk of readBytes(file, () => {})) {
      refuse(chunk, inputName(file));
      break;
    }
    this.#recognised = await recognised(file);
    for await (const _ of this.#copyFile(file, this.#newMasking()));
    return this.#recognised;
  }

  #newMasking(): Masking {
    const { keep = [], mask = [] } = this.#options;
    const known = () => this.#recognised;
    const masking: Masking = {
      replacements: this.#replacements,
      columns: new ColumnTally(keep, mask, (name, around) => maskedName(name, masking, around)),
      get recognised() {
        return known();
      },
      json: (text, path) => {
        const masker = new JsonMasker(masking, path);
        return masker.write(text) + masker.end();
      },
    };
    return masking;
  }

  /** What happened to the values of every column so far, in the order of the columns in the files. */
  columns(): AnonymizedColumn[] {
    return this.#masking.columns.all();
  }

  /**
   * Call this after all copies: a column to keep or mask that no file has is probably misspelt.
   * @throws PitwallError `missing-column`
   */
  checkColumns(): void {
    const [name] = this.#masking.columns.unused();
    if (name === undefined) return;
    const names = this.columns().map(({ column }) => column);
    const near = nearest(name, [...names, ...names.map((path) => path.slice(path.lastIndexOf('.') + 1))]);
    const cure = near === null ? `The columns are: ${names.slice(0, 20).join(', ')}.` : `Did you mean ${near}?`;
    throw new PitwallError('missing-column', `no column or key is called "${name}"`, null, cure);
  }

  async *#copyFile(file: SingleInput, masking: Masking): AsyncGenerator<Uint8Array> {
    const name = inputName(file);
    const texts = new ByteTexts();
    let masker: Masker | null = null;
    let head = '';
    for await (const chunk of readBytes(file, () => {})) {
      const text = texts.read(chunk, false);
      if (masker !== null) yield texts.written(masker.write(text));
      else {
        head += text;
        if (head.length < HEAD) continue;
        const mark = head.startsWith(MARK) ? MARK : '';
        masker = await this.#maskerOf(head.slice(mark.length), false, name, masking);
        yield texts.written(mark + masker.write(head.slice(mark.length)));
      }
    }
    const rest = texts.read(new Uint8Array(0), true);
    if (masker !== null) {
      yield texts.written(masker.write(rest) + masker.end());
      return;
    }
    const all = head + rest;
    const mark = all.startsWith(MARK) ? MARK : '';
    masker = await this.#maskerOf(all.slice(mark.length), true, name, masking);
    yield texts.written(mark + masker.write(all.slice(mark.length)) + masker.end());
  }

  async #maskerOf(head: ByteText, whole: boolean, name: string, masking: Masking): Promise<Masker> {
    const start = head.trimStart();
    if (start.startsWith('<')) {
      const cure = 'Export CSV or JSON and anonymise that, or read it through before you share it.';
      throw new PitwallError('xml', 'it is XML or a web page, which anonymize cannot copy', name, cure);
    }
    if (JSON_START.test(start)) return new JsonMasker(masking);
    return new TableMasker(await tableHead(head, whole, name), masking);
  }
}

const JSON_START = /^(?:\{\s*(?:["}]|$)|\[\s*(?:[[{"\]\d-]|null|true|false|$))/;

function isReadableAgain(file: SingleInput): boolean {
  return 'path' in file ? file.size !== null : typeof file.data === 'string' || file.data instanceof Uint8Array;
}

/** The same input, in memory if it can be read only once. */
async function readableAgain(file: SingleInput): Promise<SingleInput> {
  if (isReadableAgain(file)) return file;
  const chunks: Uint8Array[] = [];
  for await (const chunk of readBytes(file, () => {})) chunks.push(Buffer.from(chunk));
  return { name: inputName(file), data: Buffer.concat(chunks) };
}

/** @throws PitwallError for bytes that are not text */
function refuse(head: Uint8Array, name: string): void {
  if (fromBytes(head.subarray(0, 2)) === 'PK') {
    const cure = 'Save the sheet as "CSV UTF-8", or unpack the archive, and anonymise that file.';
    throw new PitwallError('binary-file', 'it is an Excel workbook or a zip archive', name, cure);
  }
  checkBytes(head, name);
}
