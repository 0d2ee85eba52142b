import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { PitwallError } from '../../../model/errors.ts';

/** More text than this without a tag is no log: a value that never ends. */
const LONGEST_GAP = 32 * 1024 * 1024;

/** Gets the elements of an XML file as they open and close. */
export interface ElementSink {
  /**
   * @param depth 1 for the root
   * @param attributes has no prototype: it may have any key
   */
  open(depth: number, name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  close(depth: number, name: string): void;
}

/**
 * Takes an XML file apart, chunk by chunk. It keeps only the elements that are open. This file loads the parser: import it
 * only to read XML.
 *
 * The parser reads no document types: an entity that a file declares is an error where it is used, so that nothing is
 * ever expanded or fetched.
 */
export class XmlElements {
  readonly #name: string;
  readonly #parser: SaxesParser<{ xmlns: false }> = new SaxesParser({ xmlns: false, position: true });
  readonly #sink: ElementSink;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: false });
  #depth = 0;
  #gap = 0;

  constructor(file: string, sink: ElementSink) {
    this.#name = file;
    this.#sink = sink;
    const parser = this.#parser;
    parser.on('error', (error) => this.#fail(error));
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('closetag', (tag) => this.#close(tag));
  }

  /** @throws PitwallError `bad-xml`, and whatever the sink throws */
  write(chunk: Uint8Array): void {
    this.#gap += chunk.length;
    this.#parser.write(this.#decoder.decode(chunk, { stream: true }));
    if (this.#gap > LONGEST_GAP) {
      const where = `${this.#name}:${this.#parser.line}`;
      throw new PitwallError('bad-xml', 'a text in it never ends', where, 'Export it again.');
    }
  }

  /** @throws PitwallError `truncated-xml`, `bad-xml` */
  end(): void {
    const rest = this.#decoder.decode();
    if (rest !== '') this.#parser.write(rest);
    if (this.#depth > 0) {
      throw new PitwallError(
        'truncated-xml',
        `it stops in the middle, after line ${this.#parser.line}`,
        this.#name,
        'Download or copy it again.',
      );
    }
    this.#parser.close();
  }

  #open({ name, attributes }: SaxesTagPlain): void {
    this.#gap = 0;
    this.#depth++;
    this.#sink.open(this.#depth, name, attributes, this.#parser.line);
  }

  #close({ name }: SaxesTagPlain): void {
    this.#sink.close(this.#depth, name);
    this.#depth--;
  }

  #fail(error: Error): never {
    const message = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    const cure = /entity/.test(message)
      ? 'Write the characters themselves: what a file declares for itself is not expanded.'
      : 'Export it again.';
    throw new PitwallError('bad-xml', `it is no valid XML: ${message}`, `${this.#name}:${this.#parser.line}`, cure, {
      cause: error,
    });
  }
}
