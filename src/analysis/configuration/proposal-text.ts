import type { ColumnProposal } from '../../model/column-proposal.ts';
import { oneLine, quoted } from './configuration-values.ts';

/** A `pitwall.yaml` that names the columns of a table which no format fits, marked as the guess that it is. */
export function proposalText({ columns, doubt, fields, file, format, rows }: ColumnProposal): string {
  const lines = [
    `# A guess at the columns of ${oneLine(file)}, from ${rows} rows: no format fits them. Check each line, then run`,
    '# pitwall init again for the rest.',
    ...(doubt === null ? [] : [`# Careful: ${oneLine(doubt)}.`]),
    ...(format === null ? [] : [`# It is read as ${format} (pitwall formats ${format}).`]),
    'fields:',
    ...fields.map(({ field, column, because }) => `  ${field}: ${quoted(column)}  # guess: ${oneLine(because)}`),
    '',
    '# The other columns, and what they seem to be:',
    ...columns
      .filter(({ name }) => !fields.some(({ column }) => column === name))
      .map(({ name, kind, evidence }) => `#   ${quoted(name)}: ${kind}, ${oneLine(evidence)}`),
  ];
  return `${lines.join('\n')}\n`;
}
