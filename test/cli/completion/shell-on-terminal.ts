import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** True if a program is there to be run. */
export function has(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

/** A shell that somebody types into, on a terminal of its own, which `script` makes. */
export class ShellOnTerminal {
  readonly #shell: ChildProcessWithoutNullStreams;
  #shown = '';
  #seen = 0;

  /** @param command starts the shell: one line of sh */
  constructor(command: string, cwd: string, env: Readonly<Record<string, string>>) {
    const terminal = { ...env, TERM: 'xterm', LC_ALL: 'C.UTF-8' };
    this.#shell = spawn('script', ['-qec', `stty cols 200 rows 50; ${command}`, '/dev/null'], { cwd, env: terminal });
    for (const stream of [this.#shell.stdout, this.#shell.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#shown += text;
      });
    }
  }

  /** All that was shown, without what moves the cursor and colours. */
  get shown(): string {
    return stripVTControlCharacters(this.#shown);
  }

  type(keys: string): void {
    this.#seen = this.shown.length;
    this.#shell.stdin.write(keys);
  }

  /** Waits until something is shown that was not there before the last keys. */
  async until(pattern: RegExp): Promise<string> {
    for (let waited = 0; waited < 60_000; waited += 25) {
      const news = this.shown.slice(this.#seen);
      if (pattern.test(news)) return news;
      await new Promise((done) => setTimeout(done, 25));
    }
    throw new Error(
      `${pattern} was not shown after the last keys, but ${JSON.stringify(this.shown.slice(this.#seen))}`,
    );
  }

  end(): void {
    this.#shell.kill('SIGKILL');
  }
}
