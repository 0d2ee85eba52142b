import { PitwallError } from '../../model/errors.ts';
import type { EventLog } from '../../model/log/event-log.ts';

/**
 * Files without a single row. Some of several files may be empty: the last page of a search often is. If all are, the run
 * ends with an error.
 */
export class EmptyFiles {
  readonly #log: EventLog;
  readonly #count: number;
  #empty = 0;

  /** @param count how many files there are */
  constructor(log: EventLog, count: number) {
    this.#log = log;
    this.#count = count;
  }

  /**
   * Reads a file, and notes it in a finding if it is empty.
   * @throws PitwallError `no-rows` if all files are; and whatever else reading throws
   */
  async pass(file: string, read: () => Promise<void>): Promise<void> {
    try {
      await read();
    } catch (error) {
      if (!(error instanceof PitwallError) || error.code !== 'no-rows' || ++this.#empty === this.#count) throw error;
      this.#log.findings.add(
        'no-rows',
        () => ({
          weight: 'warning',
          message: 'Files without a row or record: they add nothing',
          cure: 'Nothing to do for an empty last page; otherwise export again with the items included.',
        }),
        { file },
      );
    }
  }
}
