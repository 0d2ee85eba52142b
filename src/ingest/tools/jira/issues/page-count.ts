import type { EventLog, LogFile } from '../../../../model/log/event-log.ts';

/** One response of several, as far as it says which. */
interface Page {
  file: LogFile;
  /** Place of its first record; 0 where it does not say. */
  start: number;
  count: number;
  /** How many there are in all; NaN where it does not say. */
  total: number;
  /** True if it says that another page follows. */
  more: boolean;
}

/** Finds out whether all pages of a response are there, which files of one run make up together. */
export class PageCount {
  readonly #log: EventLog;
  readonly #of: string;
  readonly #pages: Page[] = [];

  /** @param of what the pages list, in the plural */
  constructor(log: EventLog, of: string) {
    this.#log = log;
    this.#of = of;
  }

  add(page: Page): void {
    this.#pages.push(page);
  }

  write(): void {
    this.#numbered();
    const open = this.#pages.filter(({ total }) => Number.isNaN(total));
    // Pages named by tokens say only that there is a next one. Where one is the last, the others lead to it.
    if (!open.some(({ more }) => !more)) for (const page of open) this.#note(page);
  }

  /** Pages that say how many records there are: those with one total belong together. */
  #numbered(): void {
    for (const total of new Set(this.#pages.map((page) => page.total))) {
      const pages = this.#pages.filter((page) => page.total === total).sort((a, b) => a.start - b.start);
      let reached = 0;
      for (const { start, count } of pages) if (start <= reached) reached = Math.max(reached, start + count);
      if (reached < total) for (const page of pages) this.#note(page);
    }
  }

  #note({ file, start, count, total }: Page): void {
    const of = Number.isNaN(total) ? 'more' : String(total);
    this.#log.findings.add(
      'page-incomplete',
      () => ({
        weight: 'warning',
        message: 'Responses that are one page of several: the others are needed, too',
        cure: 'Fetch all pages and give them together.',
      }),
      { file: file.file, value: `${start === 0 ? '' : `from ${start} on `}${count} of ${of} ${this.#of}` },
    );
  }
}
