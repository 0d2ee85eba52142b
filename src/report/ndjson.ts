import type { Reporter } from '../model/document/document-parts.ts';
import { exactJson } from './exact-json.ts';

/** The document's records, one JSON object a line. */
export const ndjsonReporter: Reporter = {
  id: 'ndjson',
  extensions: ['.ndjson', '.jsonl'],
  description: 'one JSON object a line: an item, a period, a day or a visit each',
  render({ records }) {
    const keys = records.columns.map((column) => exactJson(column));
    // Written key by key: an object would lose a column called `__proto__`.
    const line = (row: readonly unknown[]) =>
      `{${keys.map((key, index) => `${key}:${exactJson(row[index] ?? null)}`).join(',')}}\n`;
    return records.rows.map(line).join('');
  },
};
