import { Checkpoint } from './ingest/source/checkpoint.ts';
import type { CancelSignal } from './model/cancel-signal.ts';

/** Runs with a checkpoint if there is a signal; once that has stopped the run, its reason is the error, whatever failed. */
export async function unlessStopped<Result>(
  { signal }: { signal?: CancelSignal },
  run: (checkpoint: Checkpoint | undefined) => Promise<Result>,
): Promise<Result> {
  if (signal === undefined) return run(undefined);
  try {
    const checkpoint = new Checkpoint(signal);
    checkpoint.check();
    return await run(checkpoint);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  }
}

/** The result of steps, between which the run can be stopped. */
export async function finished<Result>(
  steps: Generator<void, Result, void>,
  checkpoint: Checkpoint | undefined,
): Promise<Result> {
  for (;;) {
    if (checkpoint !== undefined) await checkpoint.pass();
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
