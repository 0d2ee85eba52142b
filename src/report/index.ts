import type { Reporter } from '../model/document-parts.ts';
import { csvReporter } from './csv.ts';
import { jsonReporter } from './json.ts';
import { markdownReporter } from './markdown.ts';
import { ndjsonReporter } from './ndjson.ts';
import { tableReporter } from './table.ts';

/** The form that only `report` has, as it is made of more than a document. */
export const PAGE_FORM = {
  id: 'html',
  extensions: ['.html', '.htm'],
  description: 'a page with charts, filters and the items, in one file',
} as const;

/** Every output; the first is the default. To add one, write its file and add a line here. */
export const REPORTERS: readonly Reporter[] = [
  tableReporter,
  jsonReporter,
  csvReporter,
  ndjsonReporter,
  markdownReporter,
];
