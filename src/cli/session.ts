/** A stream to write text to. */
export interface TextSink {
  write(text: string | Uint8Array, done?: (error?: Error | null) => void): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
}

/** Standard input: its bytes, and whether it is a terminal. */
type TextSource = AsyncIterable<Uint8Array | string> & {
  readonly isTTY?: boolean | undefined;
  /** The descriptor that it reads, which may be a file's. */
  readonly fd?: number | undefined;
};

/** A question. The answer is one of `choices`; if there are none, any text that `problem` accepts. */
export interface Asked {
  text: string;
  choices: readonly { value: string; label: string }[] | null;
  guess: string;
  problem?: (text: string) => string | null;
}

export type Ask = (question: Asked) => Promise<string | null>;

/**
 * Shows a text in a pager and waits for its end.
 * @returns false if the pager does not run here
 */
export type Page = (
  text: string,
  command: readonly [program: string, ...args: string[]],
  env: Session['env'],
) => Promise<boolean>;

/** The environment of a run. A test passes its own. */
export interface Session {
  /** The arguments after the program's name. */
  argv: readonly string[];
  stdin: TextSource;
  stdout: TextSink;
  stderr: TextSink;
  /** Asks the person at the terminal; missing if nobody is there. Resolves to null if the person gives up. */
  ask?: Ask;
  /** Missing where standard output is no terminal. */
  page?: Page;
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
}

/** How a command line ended. */
export interface Ending {
  /** 0 done; 1 a limit does not hold; 3 a limit could not be judged. */
  status: 0 | 1 | 3;
}

/** Resolves once the text is written; rejects if the reader is gone (`EPIPE`). */
export function write(sink: TextSink, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    sink.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
