import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

function prints(command: string, wanted: RegExp): boolean {
  return wanted.test(spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout ?? '');
}

/** True if a terminal can be had: by `script` of util-linux, whose options are not those of other systems. */
export const HAS_TERMINAL = prints('script', /util-linux/);
export const HAS_LESS = prints('less', /^less \d/);

/** A real terminal of 24 lines and 80 columns in which a shell runs a command line. */
export class PseudoTerminal {
  /** All that it has shown. */
  text = '';
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;

  constructor(command: string, options: { cwd: string; env: Readonly<Record<string, string>> }) {
    // The terminal has no size but the one that it is given, and the shell is not what its keys are for.
    const sized = `trap : INT QUIT; stty rows 24 cols 80; ${command}`;
    this.#child = spawn('script', ['-qec', sized, '/dev/null'], { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.text += text;
    });
    this.#ended = new Promise((resolve) => this.#child.on('close', () => resolve()));
  }

  /** Presses keys. */
  type(keys: string): void {
    this.#child.stdin?.write(keys);
  }

  /** Waits until it has shown this, after what `since` has seen. */
  async shows(wanted: RegExp, since = 0): Promise<void> {
    const deadline = performance.now() + 30_000;
    while (!wanted.test(this.text.slice(since))) {
      if (performance.now() > deadline) throw new Error(`${wanted} was never shown, but: ${this.text.slice(since)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Waits for the end of the command. */
  async end(): Promise<string> {
    await this.#ended;
    return this.text;
  }
}
