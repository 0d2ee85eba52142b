/** A text as one word of a command line, to be pasted. */
export function shellWord(text: string): string {
  return /^[\p{L}\p{N}_./:=@+-]+$/u.test(text) ? text : `"${text.replace(/(["\\$`])/g, '\\$1')}"`;
}
