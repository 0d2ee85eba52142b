import type { LogFile } from '../../model/log/event-log.ts';

/** Counts which of a file's timestamps state their offset, for the account of its time zone. */
export class ZoneTally {
  #stated = 0;
  #local = 0;
  #evidence = '';
  readonly #timeZone: string;

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  see(zoned: boolean, text: string, line: number): void {
    if (zoned) this.#stated++;
    else if (this.#local++ === 0) this.#evidence = `"${text}" on line ${line}`;
  }

  account(): LogFile['zone'] {
    const all = this.#stated + this.#local;
    if (all === 0) return { certainty: 'not needed', evidence: 'there are no timestamps' };
    if (this.#local === 0) return { certainty: 'proved', evidence: 'every timestamp states its offset' };
    const some =
      this.#stated === 0
        ? `none of ${all} timestamps states its offset`
        : `${this.#local} of ${all} timestamps do not state their offset`;
    return { certainty: 'assumed', evidence: `${some}, such as ${this.#evidence}: read in ${this.#timeZone}` };
  }
}
