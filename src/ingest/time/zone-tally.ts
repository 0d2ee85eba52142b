import type { LogFile } from '../../model/log/event-log.ts';
import { MINUTE_MS } from '../../model/time/units.ts';
import { abbreviatedOffset } from './zone-names.ts';

/** Counts which of a file's timestamps state their offset, for the account of its time zone. */
export class ZoneTally {
  #stated = 0;
  #local = 0;
  #evidence = '';
  readonly #names = new Set<string>();
  readonly #timeZone: string;

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  see(zoned: boolean, text: string, line: number): void {
    if (zoned) this.#stated++;
    else if (this.#local++ === 0) this.#evidence = `"${text}" on line ${line}`;
  }

  /** Notes the abbreviation that stated an offset: the file says less than an offset does. */
  seeName(name: string): void {
    this.#names.add(name);
  }

  account(): LogFile['zone'] {
    const all = this.#stated + this.#local;
    if (all === 0) return { certainty: 'not needed', evidence: 'there are no timestamps' };
    if (this.#local === 0 && this.#names.size > 0) return { certainty: 'inferred', evidence: this.#abbreviations() };
    if (this.#local === 0) return { certainty: 'proved', evidence: 'every timestamp states its offset' };
    const some =
      this.#stated === 0
        ? `none of ${all} timestamps states its offset`
        : `${this.#local} of ${all} timestamps do not state their offset`;
    return { certainty: 'assumed', evidence: `${some}, such as ${this.#evidence}: read in ${this.#timeZone}` };
  }

  #abbreviations(): string {
    const offsets = [...this.#names].sort().map((name) => `${name} as UTC${hours(abbreviatedOffset(name))}`);
    return `abbreviations of zones are read by their usual meaning: ${offsets.join(', ')}`;
  }
}

/** `+1`, `-5`, `+9:30`, `+0`. */
function hours(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE_MS;
  const rest = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`;
  return `${offset < 0 ? '-' : '+'}${Math.trunc(minutes / 60)}${rest}`;
}
