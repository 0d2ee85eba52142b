import { PitwallError } from '../model/errors.ts';
import type { EventLog } from '../model/log/event-log.ts';
import type { OrderedTransitions } from '../normalize/index.ts';

/**
 * The rows behind the timelines. They take more memory than all that was made of them, and few questions need them: they
 * can be released. Asking for them then is an error.
 */
export class KeptRows {
  readonly #log: EventLog;
  #ordered: OrderedTransitions | null;

  constructor(log: EventLog, ordered: OrderedTransitions) {
    this.#log = log;
    this.#ordered = ordered;
  }

  /**
   * The order of the log's transitions.
   * @throws PitwallError `rows-released`
   */
  ordered(): OrderedTransitions {
    if (this.#ordered === null) {
      throw new PitwallError(
        'rows-released',
        'this needs the rows, which were not kept',
        'keepRows',
        'Leave keepRows out, or set it to true.',
      );
    }
    return this.#ordered;
  }

  release(): void {
    this.#ordered = null;
    this.#log.releaseTransitions();
  }
}
