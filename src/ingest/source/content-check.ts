import { PitwallError } from '../../model/errors.ts';

/** First bytes of files that are no text, what such a file is, and what to do with it. */
const BINARY: readonly (readonly [bytes: string, what: string, cure: string])[] = [
  ['PK\u0005\u0006', 'it is an empty zip archive', 'Export the data again.'],
  ['%PDF', 'it is a PDF', 'Export the data as CSV or JSON instead.'],
  ['SQLite format 3', 'it is an SQLite database', 'Export the table as CSV instead.'],
  ['PAR1', 'it is a Parquet file', 'Export the data as CSV instead.'],
  ['BZh', 'it is packed with bzip2', 'Unpack it first (bunzip2); gzip is read as it is.'],
  ['\u00fd7zXZ', 'it is packed with xz', 'Unpack it first (unxz); gzip is read as it is.'],
  ['\u0028\u00b5\u002f\u00fd', 'it is packed with zstd', 'Unpack it first (unzstd); gzip is read as it is.'],
  ['7z\u00bc\u00af', 'it is a 7-Zip archive', 'Unpack it first; gzip is read as it is.'],
  ['\u0089PNG', 'it is an image', 'Give the exported CSV or JSON file.'],
  ['\u00ff\u00d8\u00ff', 'it is an image', 'Give the exported CSV or JSON file.'],
];

/**
 * Refuses a file that is no text, by its first bytes (gzip already unpacked).
 * @throws PitwallError `binary-file`
 */
export function checkBytes(head: Uint8Array, name: string): void {
  const latin = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096)).toString('latin1');
  for (const [start, what, cure] of BINARY) {
    if (latin.startsWith(start)) throw new PitwallError('binary-file', what, name, cure);
  }
  if (latin.slice(257, 262) === 'ustar') {
    throw new PitwallError('binary-file', 'it is a tar archive', name, 'Unpack it and give the file you want read.');
  }
  const marked = latin.startsWith('\u00ff\u00fe') || latin.startsWith('\u00fe\u00ff');
  if (marked || !latin.includes('\u0000')) return;
  if (/^(?:[^\0]\0){8}|^(?:\0[^\0]){8}/.test(latin)) {
    throw new PitwallError('binary-file', 'it is UTF-16 without a byte order mark', name, 'Save it as UTF-8.');
  }
  throw new PitwallError('binary-file', 'it is a binary file', name, 'Give the exported CSV or JSON file.');
}

/**
 * Refuses a text that is no table, no JSON and no XML, by its first characters.
 * @throws PitwallError `empty-file`, `web-page`
 */
export function checkText(head: string, name: string): void {
  const text = head.trimStart();
  if (text === '') throw new PitwallError('empty-file', 'it is empty', name, 'Export the data again.');
  const element = text.replace(/^<\?xml[^>]*>\s*/, '').replace(/^(?:<!--[\s\S]*?-->\s*)+/, '');
  if (/^<(?:!doctype html|html|head|body|script|meta|title|table)\b/i.test(element)) {
    const isSheet = /urn:schemas-microsoft-com:office|<table\b/i.test(head);
    const cure = isSheet
      ? 'Open it in Excel and save it as .xlsx or CSV, or export CSV: a page with a table in it is no table.'
      : 'Download the export itself: a page like this is often a login or an error in its place.';
    throw new PitwallError('web-page', 'it is a web page', name, cure);
  }
  refuseFeed(text, name);
}

/** True if a text is XML. */
export function isXml(head: string): boolean {
  return /^\s*<(?:\?xml|!--|!doctype|[a-z_][\w.:-]*[\s/>])/i.test(head);
}

/**
 * Refuses an RSS feed. Jira's XML export is one: it has the issues of today and nothing of their past.
 * @throws PitwallError `xml`
 */
function refuseFeed(text: string, name: string): void {
  if (!/^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)*<rss\b/i.test(text)) return;
  const isJira = /\bjira\b/i.test(text);
  const cure = isJira
    ? 'In Jira choose Export CSV (all fields) instead, or for the history too fetch the issues with expand=changelog (pitwall formats jira-rest).'
    : 'Export CSV or JSON instead.';
  throw new PitwallError('xml', isJira ? 'it is an XML export of Jira (RSS)' : 'it is an RSS feed', name, cure);
}
