import { type ChildProcess, fork } from 'node:child_process';
import type { Difference } from './reading.ts';
import type { Spelling } from './spelling.ts';
import type { WorkItem } from './work.ts';

/** What the reading process is asked. */
export interface Request {
  items: readonly WorkItem[];
  spellings: readonly Spelling[];
}

/** What went wrong with a file. `hang`: reading it did not end in time; `crash`: the process ended. */
export interface Failure extends Omit<Difference, 'kind'> {
  kind: Difference['kind'] | 'hang' | 'crash';
}

type Answer = { spelling: number } | { difference: Difference | null };

/** Has files read by a process of its own, each within a time that is many times what it takes. */
export class ReadingProcess {
  readonly #script: string;
  #child: ChildProcess | null = null;

  /** @param script the bundled `reader.ts` */
  constructor(script: string) {
    this.#script = script;
  }

  /**
   * Has the files of all spellings read.
   * @param milliseconds what a small file may take; larger ones may take more
   */
  async failure({ items, spellings }: Request, milliseconds = 30_000): Promise<Failure | null> {
    this.#child ??= await started(this.#script);
    const child = this.#child;
    const rows = items.reduce((sum, { changes }) => sum + changes.length, 0);
    const limit = milliseconds + rows;
    return new Promise((resolve) => {
      let spelling = 0;
      const finish = (failure: Failure | null) => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (failure?.kind === 'hang' || failure?.kind === 'crash') this.end();
        resolve(failure);
      };
      const hang = () => finish({ kind: 'hang', spelling, what: `reading it did not end within ${limit} ms` });
      let timer = setTimeout(hang, limit);
      child.on('message', (answer: Answer) => {
        if ('difference' in answer) return finish(answer.difference);
        spelling = answer.spelling;
        clearTimeout(timer);
        timer = setTimeout(hang, limit);
      });
      child.once('exit', (code, signal) => {
        finish({ kind: 'crash', spelling, what: `the process ended with ${signal ?? code}` });
      });
      child.send({ items, spellings });
    });
  }

  end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }
}

/** The process once it is ready, so that starting it takes no time from the first file. */
async function started(script: string): Promise<ChildProcess> {
  const child = fork(script, { execArgv: ['--max-old-space-size=2048'], serialization: 'advanced' });
  await new Promise((resolve) => child.once('message', resolve));
  return child;
}
