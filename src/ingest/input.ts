/** Data that is not on disk, with the name that findings and errors call it by. */
export interface NamedInput {
  name: string;
  data: string | Uint8Array | AsyncIterable<Uint8Array | string>;
}

/** One thing to read: a path, a glob that the shell did not expand, `-` for standard input, or data with a name. */
export type Input = string | NamedInput;
