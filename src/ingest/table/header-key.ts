/**
 * The form in which column names are compared: letter case, spaces, a byte order mark and the punctuation that people
 * vary (`_ - . / \ ' " ( ) [ ] { } < > , ; ? ! *`) do not count: `Issue key`, `issue_key` and `IssueKey` are one name.
 *
 * Characters with a meaning are kept: `:` makes `case:concept:name` and `concept:name` two names, and `#`, `Σ`, `@`, `%` are
 * names of columns or parts of them. A name of nothing but punctuation does not change.
 */
export function headerKey(name: string): string {
  let key = known.get(name);
  if (key === undefined) {
    key = keyOf(name);
    // The names of formats come again and again; those of files could be endless.
    if (known.size < MOST_KNOWN) known.set(name, key);
  }
  return key;
}

const MOST_KNOWN = 10_000;
const known = new Map<string, string>();

function keyOf(name: string): string {
  const plain = name.replaceAll('\uFEFF', '').normalize('NFC').trim().toLowerCase();
  const key = plain.replace(/[\s_\-–—./\\'"’`()[\]{}<>,;?!*]+/gu, '');
  return key === '' ? plain : key;
}
