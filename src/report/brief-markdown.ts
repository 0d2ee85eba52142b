import type { Document, Part, Reporter, TablePart } from '../model/document/document-parts.ts';
import { markdownReporter } from './markdown.ts';

/** GitHub drops a summary of more than 1 MiB whole. */
const MOST_BYTES = 900 * 1024;

/**
 * Markdown that fits into the summary of a job. Of a table that is too long it has the first rows, and says how many more
 * there are; where that does not suffice, it ends early and says so.
 */
export const briefMarkdownReporter: Reporter = {
  ...markdownReporter,
  render(document, options) {
    const longest = Math.max(0, ...document.sections.map(({ parts }) => lengthOf(parts)));
    let text = markdownReporter.render(document, options);
    for (let most = longest; bytesOf(text) > MOST_BYTES && most > 1; ) {
      most = Math.floor(most / 2);
      text = markdownReporter.render(cut(document, most), options);
    }
    return bytesOf(text) > MOST_BYTES ? ended(text) : text;
  },
};

const isTable = (part: { part: string }): part is TablePart => part.part === 'table';
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

function lengthOf(parts: readonly Part[]): number {
  return Math.max(parts.length, ...parts.map((part) => (isTable(part) ? part.rows.length : 0)));
}

function cut(document: Document, most: number): Document {
  return {
    ...document,
    sections: document.sections.map((section) => {
      const kept = section.parts.slice(0, most + 1).flatMap((part) => {
        if (!isTable(part) || part.rows.length <= most) return [part];
        const left = part.rows.length - most;
        return [
          { ...part, rows: part.rows.slice(0, most), empty: '' },
          said(`${left} more rows are left out for their length.`),
        ];
      });
      const left = section.parts.length - most - 1;
      return {
        ...section,
        parts: left > 0 ? [...kept, said(`${left} more entries are left out for their length.`)] : kept,
      };
    }),
  };
}

function said(text: string): Part {
  return { part: 'note', weight: 'info', text };
}

/** As many whole lines from the beginning as there is room for, and what is missing. */
function ended(text: string): string {
  const end = '\nThe rest is left out for its length.\n';
  let room = MOST_BYTES - bytesOf(end);
  const kept: string[] = [];
  for (const line of text.split('\n')) {
    room -= bytesOf(line) + 1;
    if (room < 0) break;
    kept.push(line);
  }
  return `${kept.join('\n')}\n${end}`;
}
