import type { ColumnProposal } from '../../model/column-proposal.ts';
import { kindFromName } from '../../model/status-words/kind-words.ts';
import { oneLine, quoted } from './configuration-values.ts';

/** A `pitwall.yaml` that names the columns of a table which no format fits, marked as the guess that it is. */
export function proposalText(proposal: ColumnProposal): string {
  const { columns, dateOrder, doubt, fields, file, format, rows, stages } = proposal;
  const isUsed = (name: string) => stages.includes(name) || fields.some(({ column }) => column === name);
  const lines = [
    `# A guess at the columns of ${oneLine(file)}, from ${rows} rows: no format fits them. Check each line, then run`,
    '# pitwall init again for the rest.',
    ...(doubt === null ? [] : [`# Careful: ${oneLine(doubt)}.`]),
    ...(format === null ? [] : [`# It is read as ${format} (pitwall formats ${format}).`]),
    // Comments alone would be no mapping.
    fields.every(({ isHidden }) => isHidden === true) ? 'fields: {}' : 'fields:',
    ...fields.map(({ field, column, because, isHidden }) =>
      isHidden === true
        ? `#  ${field}: <the name of ${column}>  # guess: ${oneLine(because)}`
        : `  ${field}: ${quoted(column)}  # guess: ${oneLine(because)}`,
    ),
    ...(dateOrder === null ? [] : [`dateOrder: ${dateOrder}  # guess: by columns that are not read`]),
    ...stageLines(proposal),
    '',
    '# The other columns, and what they seem to be:',
    ...columns
      .filter(({ name }) => !isUsed(name))
      .map(({ name, kind, evidence }) => `#   ${quoted(name)}: ${kind}, ${oneLine(evidence)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** The stages of a table with one date a stage: a workflow that names its columns is how they are known for stages. */
function stageLines({ stages }: ColumnProposal): string[] {
  if (stages.length === 0) return [];
  const kinds = stages.map((stage) => kindFromName(stage));
  const ends = kinds.includes('done') ? [] : ['# No name says where work ends: give that stage the kind done.'];
  return [
    'workflow:',
    ...ends,
    ...stages.map((stage, index) => {
      const known = kinds[index] ?? null;
      const line = `  - { stage: ${quoted(stage)}, kind: ${known ?? (index === 0 ? 'todo' : 'active')} }`;
      return `${line}  # guess: ${known === null ? 'by its place alone' : 'by its name'}`;
    }),
  ];
}
