import type { TypedWord } from './typed-line.ts';

/** What bash leaves as it is. */
const PLAIN = /^[\p{L}\p{N}\p{M}_@%+=:,./-]$/u;

/** A text so that bash reads it as it is, where it begins outside of quotes or within a quote that is open. */
export function quotedFor(quote: TypedWord['quote'], text: string): string {
  if (quote === "'") return text.replaceAll("'", String.raw`'\''`);
  // An exclamation mark recalls an earlier line within double quotes, too, escaped or not.
  if (quote === '"') return text.replace(/[$`"\\]/g, String.raw`\$&`).replaceAll('!', `"'!'"`);
  return Array.from(text, (character) => (PLAIN.test(character) ? character : `\\${character}`)).join('');
}

/** The longest beginning that all texts share. */
export function commonStart(texts: readonly string[]): string {
  const [first = '', ...others] = texts.map((text) => Array.from(text));
  const differs = Array.from(first).findIndex((character, at) => others.some((other) => other[at] !== character));
  return Array.from(first)
    .slice(0, differs === -1 ? undefined : differs)
    .join('');
}

/**
 * What bash puts in the place of the word: it inserts what all replies share, and lists them if that is nothing more.
 * @param values whole words that begin with what has been typed
 */
export function bashReplies(values: readonly string[], { kept, quote, text }: TypedWord): string[] {
  if (quote === "$'" || values.length === 0) return [];
  const start = commonStart(values);
  // One reply for what is sure: what replies share once they are quoted may end within an escape.
  if (values.length > 1 && start.length > text.length) return [quotedFor(quote, start.slice(kept))];
  const replies = values.map((value) => quotedFor(quote, value.slice(kept)));
  const isTorn = replies.length > 1 && /(^|[^\\])(\\\\)*\\$/.test(commonStart(replies));
  return isTorn ? values.map((value) => `'${quotedFor("'", value.slice(kept))}`) : replies;
}
