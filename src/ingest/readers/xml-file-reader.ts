import type { LogFile } from '../../model/log/event-log.ts';
import { XmlElements } from '../text/xml/xml-elements.ts';
import type { FileContext, FileReader } from './file-reader.ts';
import { XesRows } from './xes-rows.ts';

/** Reads an XML file. This file loads the parser: import it only where there is XML to read. */
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
