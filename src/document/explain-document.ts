import type { Definition } from '../metrics/metric.ts';
import { type Document, scalar } from '../model/document/document-parts.ts';
import { countOf } from '../model/document/number-format.ts';

/** Something that `explain` explains: a metric of the registry is one. */
export interface Explained {
  /** The command's name. */
  command: string;
  title: string;
  definition: Definition;
}

/** What `explain` prints: one definition, or all of them. */
export function explainDocument(explained: readonly Explained[]): Document {
  const [only] = explained;
  const single = explained.length === 1 && only !== undefined;
  const data = explained.map(({ command, title, definition }) => ({ command, title, ...definition }));
  return {
    title: single
      ? `${only.title}: ${only.definition.meaning}`
      : `${countOf(explained.length, 'figure')} can be explained: pitwall explain <name> says what one means.`,
    sections: explained.map(({ command, title, definition }) => ({
      id: command,
      title: single ? '' : `${title}: pitwall ${command}`,
      parts: [
        ...(single ? [] : [scalar('Meaning', definition.meaning, 'text')]),
        scalar('Formula', definition.formula, 'text'),
        scalar('Unit', definition.unit, 'text'),
        scalar('Caution', definition.caution, 'text'),
      ],
    })),
    data: single ? data[0] : data,
    records: {
      columns: ['command', 'title', 'meaning', 'formula', 'unit', 'caution'],
      rows: data.map((row) => [row.command, row.title, row.meaning, row.formula, row.unit, row.caution]),
    },
  };
}
