import type { ColumnProposal } from '../model/column-proposal.ts';
import { type Document, note, table } from '../model/document/document-parts.ts';
import { countOf } from '../model/document/number-format.ts';

const kindWords: Readonly<Record<ColumnProposal['columns'][number]['kind'], string>> = {
  ids: 'ids',
  dates: 'dates',
  people: 'people',
  categories: 'categories',
  numbers: 'numbers',
  text: 'text',
  empty: 'nothing',
};

/** What `inspect` prints of a table that no format fits: what its columns seem to be, and how it might be read. */
export function proposalDocument(proposal: ColumnProposal): Document {
  const { columns, doubt, fields, file, format, rows } = proposal;
  const fieldOf = (column: string) =>
    fields
      .filter((proposed) => proposed.column === column)
      .map(({ field }) => field)
      .join(', ');
  const found = columns.map(({ name, kind, evidence }) => [name, kindWords[kind], evidence, fieldOf(name)]);
  const guess =
    format === null
      ? []
      : [`A guess at ${format}: ${fields.map(({ field, because }) => `${field}: ${because}`).join('; ')}.`];
  return {
    title: `${file}: no format fits its columns`,
    sections: [
      {
        id: 'columns',
        title: `What its columns seem to be, by ${countOf(rows, 'row')}`,
        parts: [
          table(
            '',
            [
              { label: 'Column', unit: 'text' },
              { label: 'Seems to be', unit: 'text' },
              { label: 'Seen', unit: 'text' },
              { label: 'Might be', unit: 'text' },
            ],
            found,
            'It has no columns.',
          ),
          ...guess.map((text) => note(text)),
          ...(doubt === null ? [] : [note(`${doubt.slice(0, 1).toUpperCase()}${doubt.slice(1)}.`, 'warning')]),
        ],
      },
    ],
    data: proposal,
    records: { columns: ['column', 'kind', 'evidence', 'field'], rows: found },
  };
}
