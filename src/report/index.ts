import type { Reporter } from '../model/document/document-parts.ts';
import { briefMarkdownReporter } from './brief-markdown.ts';
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

/** The same for what goes onto the page of a job or into a message: its Markdown is never too long for that. */
export const SUMMARY_REPORTERS: readonly Reporter[] = REPORTERS.map((reporter) =>
  reporter === markdownReporter ? briefMarkdownReporter : reporter,
);
