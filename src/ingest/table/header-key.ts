/**
 * The form in which column names are compared: letter case, spaces, a byte order mark and the punctuation that people
 * vary (`_ - . / \ ' " ( ) [ ] { } < > , ; ? ! *`) do not count: `Issue key`, `issue_key` and `IssueKey` are one name.
 *
 * What carries meaning stays: `:` tells `case:concept:name` from `concept:name`, and `#`, `Σ`, `@`, `%` are names of
 * columns or parts of them. A name of nothing but punctuation is kept as it is.
 */
export function headerKey(name: string): string {
  let key = known.get(name);
  if (key === undefined) {
    key = keyOf(name);
    // Names of formats come again and again; those of files could be without end.
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
