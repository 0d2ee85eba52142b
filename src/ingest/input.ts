/** Data that is not on disk, with the name that findings and errors call it by. */
export interface NamedInput {
  name: string;
  data: string | Uint8Array | AsyncIterable<Uint8Array | string>;
}

/** What is to be read: a path, a glob that the shell left as it is, `-` for standard input, or data with a name. */
export type Input = string | NamedInput;
