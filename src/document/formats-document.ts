import { type Document, scalar, table } from '../model/document/document-parts.ts';
import { countOf } from '../model/document/number-format.ts';
import type { HistoryGrade } from '../model/log/history-grade.ts';
import { gradeWords } from './words.ts';

/** What is said of an export format: an entry of the registry is one. */
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
    title: `${countOf(formats.length, 'export format')} can be read: pitwall formats <id> says what one holds and how to get it.`,
    sections: [
      {
        id: 'formats',
        title: '',
        parts: [
          table(
            '',
            [
              { label: 'Id', unit: 'text' },
              { label: 'Format', unit: 'text' },
              { label: 'History', unit: 'text' },
            ],
            formats.map((format) => [format.id, format.name, gradeWords[format.grade]]),
            'None.',
          ),
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
    title: `${format.name} (${format.id}) can be read: it holds ${HOLDS[format.grade]}.`,
    sections: [
      {
        id: 'format',
        title: '',
        parts: [
          scalar('Holds', format.description, 'text'),
          scalar('History', gradeWords[format.grade], 'text'),
          scalar('Tool', format.tool, 'text'),
        ],
      },
      {
        id: 'steps',
        title: 'How to get it',
        parts: format.howToGet.map((step, index) => scalar(`${index + 1}.`, step, 'text')),
      },
      {
        id: 'fields',
        title: 'What is read from it',
        parts: [
          table(
            '',
            [
              { label: 'Field', unit: 'text' },
              { label: 'From', unit: 'text' },
            ],
            Object.entries(format.fields),
            'Nothing is fixed: --map says which column is what.',
          ),
        ],
      },
    ],
    data: plain(format),
    records: records([format]),
  };
}

const HOLDS: Readonly<Record<HistoryGrade, string>> = {
  'full-log': 'the full log of changes',
  'stage-dates': 'one date a stage',
  milestones: 'milestone dates only',
  durations: 'durations without dates',
  snapshot: "today's status only",
};

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
