import type { CancelSignal } from '../../model/cancel-signal.ts';

/** Other work of the process, such as the event that stops this run, waits no longer than about this. */
const LONGEST_TURN_MS = 15;
/** A piece is cut to this size: reading one takes some milliseconds. */
const LARGEST_PIECE = 256 * 1024;

/** Why a run ends that its signal has stopped. Whoever started the run gets the reason of the signal instead. */
class Stopped extends Error {
  override name = 'Stopped';
}

/** Where a run that can be stopped looks whether it was. There is none for a run without a signal. */
export class Checkpoint {
  readonly #signal: CancelSignal;
  #turnedAt = performance.now();

  constructor(signal: CancelSignal) {
    this.#signal = signal;
  }

  /** True if other work has waited long enough: it is time for `pass`. */
  get isDue(): boolean {
    return performance.now() - this.#turnedAt > LONGEST_TURN_MS;
  }

  /** @throws Stopped if the signal has stopped the run */
  check(): void {
    if (this.#signal.aborted) throw new Stopped();
  }

  /**
   * Lets other work run if it has waited long enough.
   * @throws Stopped
   */
  async pass(): Promise<void> {
    if (this.isDue) {
      await new Promise((resolve) => setImmediate(resolve));
      this.#turnedAt = performance.now();
    }
    this.check();
  }

  /**
   * The same bytes in pieces that are not too large, until the signal stops them.
   * @param stop given for a source that may be silent for long, which is then not waited for: tells it to end
   * @throws Stopped
   */
  async *stoppable(chunks: AsyncGenerator<Uint8Array>, stop: (() => void) | null): AsyncGenerator<Uint8Array> {
    let isOver = false;
    try {
      for (;;) {
        await this.pass();
        const coming = chunks.next();
        const { done, value } = await (stop === null ? coming : this.#unlessStopped(coming));
        isOver = done === true;
        if (isOver) return;
        for (let at = 0; at < value.length; at += LARGEST_PIECE) {
          if (at > 0) await this.pass();
          yield value.subarray(at, at + LARGEST_PIECE);
        }
      }
    } finally {
      const end = isOver ? null : chunks.return(undefined);
      if (stop === null || !this.#signal.aborted) await end;
      else {
        end?.catch(() => {});
        stop();
      }
    }
  }

  #unlessStopped<Result>(coming: Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const settled = () => this.#signal.removeEventListener('abort', stop);
      const stop = () => {
        settled();
        reject(new Stopped());
      };
      this.#signal.addEventListener('abort', stop);
      coming.then(resolve, reject).finally(settled);
      // An event that came a moment ago does not come again.
      if (this.#signal.aborted) stop();
    });
  }
}
