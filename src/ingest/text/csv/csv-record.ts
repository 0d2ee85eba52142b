import { Buffer } from 'node:buffer';

const SPACE = 32;

/** Bytes that may be read at a time. */
export const WORD = 4;

/**
 * One record of a delimited file: where its cells are in memory. The same object is filled again for each record, so that
 * rows cost no objects; take what you need of a record before the next comes. It may hold several records one after
 * another: `first` says which is meant.
 */
export class CsvRecord {
  /** The UTF-8 that holds the cells, and a view of the same memory, in which WORD bytes after the cells may be read. */
  bytes: Buffer = Buffer.alloc(0);
  view = new DataView(new ArrayBuffer(0));
  /** Where in `starts`, `ends` and `doubled` its first cell is. */
  first = 0;
  /** Number of cells; an empty line is one empty cell. */
  count = 0;
  /** Line of the file on which the record starts. */
  line = 0;
  /** Line breaks within its cells. */
  breaks = 0;
  /** First byte of each cell and the byte after its last, without the quotes around it. */
  starts = new Int32Array(32);
  ends = new Int32Array(32);
  /** 1 for a cell with quotes that are written twice. */
  doubled = new Uint8Array(32);

  /** The text of a cell; nothing where the record has no such cell. */
  text(cell: number): string {
    return cell >= this.count ? '' : this.textAt(this.first + cell);
  }

  /** The text of the cell at a place of `starts`. */
  textAt(place: number): string {
    const text = this.bytes.toString('utf8', this.starts[place], this.ends[place]);
    return this.doubled[place] === 0 ? text : text.replaceAll('""', '"');
  }

  cells(): string[] {
    return Array.from({ length: this.count }, (_, cell) => this.text(cell));
  }

  /** True if no cell from this one on has more in it than white space. */
  blankFrom(first: number): boolean {
    for (let cell = first; cell < this.count; cell++) {
      const end = this.ends[this.first + cell] as number;
      for (let at = this.starts[this.first + cell] as number; at < end; at++) {
        const byte = this.bytes[at] as number;
        if (byte > SPACE && byte < 0x80) return false;
        // Control characters and spaces beyond ASCII: trimming knows which are white space.
        if (byte !== SPACE) {
          if (this.text(cell).trim() !== '') return false;
          break;
        }
      }
    }
    return true;
  }

  /** Makes room for this many cells: twice the room, unless a number is given. */
  grow(length: number = this.starts.length * 2): void {
    const { starts, ends, doubled } = this;
    this.starts = new Int32Array(length);
    this.ends = new Int32Array(length);
    this.doubled = new Uint8Array(length);
    this.starts.set(starts);
    this.ends.set(ends);
    this.doubled.set(doubled);
  }
}
