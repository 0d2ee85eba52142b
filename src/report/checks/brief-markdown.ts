import type { Document, Reporter, TablePart } from '../../model/document-parts.ts';
import { markdownReporter } from '../markdown.ts';

/** GitHub drops a summary of more than 1 MiB whole. */
const MOST_BYTES = 900 * 1024;

/** Markdown that fits into the summary of a job: of a table that is too long, the first rows, and how many there are more. */
export const briefMarkdownReporter: Reporter = {
  ...markdownReporter,
  render(document, options) {
    const longest = Math.max(0, ...document.sections.flatMap(({ parts }) => parts.filter(isTable).map(rowsOf)));
    let text = markdownReporter.render(document, options);
    for (let rows = longest; bytesOf(text) > MOST_BYTES && rows > 0; ) {
      rows = Math.floor(rows / 2);
      text = markdownReporter.render(cut(document, rows), options);
    }
    return text;
  },
};

const isTable = (part: { part: string }): part is TablePart => part.part === 'table';
const rowsOf = ({ rows }: TablePart): number => rows.length;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

function cut(document: Document, most: number): Document {
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      parts: section.parts.slice(0, most + 1).flatMap((part) => {
        if (!isTable(part) || part.rows.length <= most) return [part];
        const left = part.rows.length - most;
        return [
          { ...part, rows: part.rows.slice(0, most), empty: '' },
          { part: 'note' as const, weight: 'info' as const, text: `${left} more rows are left out for their length.` },
        ];
      }),
    })),
  };
}
