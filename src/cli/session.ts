/** A place to write text to: what the program needs of a stream. */
export interface TextSink {
  write(text: string, done?: (error?: Error | null) => void): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Standard input: bytes, and whether somebody is typing them. */
type TextSource = AsyncIterable<Uint8Array | string> & {
  readonly isTTY?: boolean | undefined;
  /** The descriptor that it reads, which may be a file. */
  readonly fd?: number | undefined;
};

/** A question with its answers, or for any text that `problem` finds nothing wrong with. */
export interface Asked {
  text: string;
  choices: readonly { value: string; label: string }[] | null;
  guess: string;
  problem?: (text: string) => string | null;
}

export type Ask = (question: Asked) => Promise<string | null>;

/** The world that a run sees; a test gives it another one. */
export interface Session {
  /** What follows the program's name on the command line. */
  argv: readonly string[];
  stdin: TextSource;
  stdout: TextSink;
  stderr: TextSink;
  /** Asks the person at the terminal; left out where nobody is there. Resolves to null if the person gives up. */
  ask?: Ask;
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
}

/** Writes, and settles once it is written: rejects if nobody reads any more (`EPIPE`). */
export function write(sink: TextSink, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    sink.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
