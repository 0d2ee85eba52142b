/** What every shell takes as it is. */
const PLAIN = /^[\p{L}\p{N}_./:=,@%+-]+$/u;

/** A word as a shell takes it, for command lines that people copy: whatever a file is called, nothing of it is run. */
export function shellWord(word: string): string {
  return PLAIN.test(word) ? word : `"${word.replace(/["$`\\]/g, '\\$&')}"`;
}

/** The name of a file as an argument; one that begins like an option is made a path. */
export function shellFile(name: string): string {
  return shellWord(name.startsWith('-') && name !== '-' ? `./${name}` : name);
}
