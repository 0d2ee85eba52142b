import type { Document } from '../model/document-parts.ts';
import type { HistoryGrade } from '../model/log/history-grade.ts';
import { textLine } from './sections/text-line.ts';
import { gradeWords } from './words.ts';

/** What is told about an export format: an entry of the registry is one. */
export interface DescribedFormat {
  id: string;
  name: string;
  tool: string;
  grade: HistoryGrade;
  description: string;
  howToGet: readonly string[];
  fields: Readonly<Record<string, string>>;
}

/** What `formats` prints: the export formats that can be read. */
export function formatsDocument(formats: readonly DescribedFormat[]): Document {
  return {
    title: 'Export formats',
    sections: [
      {
        id: 'formats',
        title: '',
        parts: [
          {
            part: 'table',
            title: '',
            columns: [
              { label: 'Id', unit: 'text' },
              { label: 'Format', unit: 'text' },
              { label: 'History', unit: 'text' },
            ],
            // No column of the tool: its name stands in both, and an id that is cut cannot be typed.
            rows: formats.map((format) => [format.id, format.name, gradeWords[format.grade]]),
            empty: 'None.',
          },
          { part: 'note', weight: 'info', text: 'pitwall formats <id> tells what a format holds and how to get it.' },
        ],
      },
    ],
    data: formats.map(plain),
    records: records(formats),
  };
}

/** What `formats <id>` prints: one of them, with its fields and how to get it. */
export function formatDocument(format: DescribedFormat): Document {
  return {
    title: `${format.name} (${format.id})`,
    sections: [
      {
        id: 'format',
        title: '',
        parts: [
          textLine('Holds', format.description),
          textLine('History', gradeWords[format.grade]),
          textLine('Tool', format.tool),
        ],
      },
      {
        id: 'steps',
        title: 'How to get it',
        parts: format.howToGet.map((step, index) => textLine(`${index + 1}.`, step)),
      },
      {
        id: 'fields',
        title: 'What is read from it',
        parts: [
          {
            part: 'table',
            title: '',
            columns: [
              { label: 'Field', unit: 'text' },
              { label: 'From', unit: 'text' },
            ],
            rows: Object.entries(format.fields),
            empty: 'Nothing is fixed: --map says which column is what.',
          },
        ],
      },
    ],
    data: plain(format),
    records: records([format]),
  };
}

/** A registry's entry without the functions that read files. */
function plain({ id, name, tool, grade, description, howToGet, fields }: DescribedFormat): DescribedFormat {
  return { id, name, tool, grade, description, howToGet, fields };
}

function records(formats: readonly DescribedFormat[]): Document['records'] {
  return {
    columns: ['id', 'name', 'tool', 'grade', 'description'],
    rows: formats.map((format) => [format.id, format.name, format.tool, format.grade, format.description]),
  };
}
