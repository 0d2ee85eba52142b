/** What stops a run: the `signal` of an `AbortController`, or anything that has the same. */
export interface CancelSignal {
  readonly aborted: boolean;
  /** What a stopped run fails with. */
  readonly reason?: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
