import type { SharedReading } from '../format.ts';

/** The readings of one run that span several files, by source and name. */
export class SharedReadings {
  readonly #readings = new Map<string, SharedReading>();

  of<Shared extends SharedReading>(source: string, name: string, make: () => Shared): Shared {
    const key = JSON.stringify([source, name]);
    const known = this.#readings.get(key) ?? make();
    this.#readings.set(key, known);
    return known as Shared;
  }

  /** Must be called once, when all files have been read. */
  write(): void {
    for (const reading of this.#readings.values()) reading.write();
  }
}
