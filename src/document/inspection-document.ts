import type { Inspection } from '../contract/output.ts';
import { type Document, note, type ScalarPart, type Section, scalar, table } from '../model/document/document-parts.ts';
import { countOf } from '../model/document/number-format.ts';
import { formatInstant } from '../model/time/instant-format.ts';
import { EVIDENCE_WORDS } from '../model/workflow/workflow.ts';
import { allFindings } from './sections/head/findings-section.ts';
import { enumerate, historyWords } from './words.ts';

type InspectedFile = Inspection['files'][number];

/** What `inspect` prints: how each file was read, and where every row went. */
export function inspectionDocument(inspection: Inspection): Document {
  const { files } = inspection;
  return {
    title: headline(inspection),
    sections: [
      { id: 'time', title: '', parts: timeFacts(inspection) },
      rowsSection(files),
      ...files.map(fileSection),
      workflowSection(inspection),
      ...guessesSection(inspection),
      allFindings(inspection.findings),
    ],
    data: inspection,
    records: {
      columns: fileColumns,
      rows: files.map((file) => fileColumns.map((column) => file[column])),
    },
  };
}

/** What became of the rows, and whether anything is wrong with them. */
function headline({ files, findings, items, transitions }: Inspection): string {
  const rows = files.reduce((all, file) => all + file.rows, 0);
  const count = (weight: Inspection['findings'][number]['weight']) =>
    findings.filter((finding) => finding.weight === weight).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const wrong = [
    ...(errors === 0 ? [] : [`${countOf(errors, 'finding')} that ${errors === 1 ? 'makes' : 'make'} figures wrong`]),
    ...(warnings === 0 ? [] : [`${countOf(warnings, 'finding')} that may`]),
  ];
  const said =
    errors === 0 && warnings > 0
      ? `${countOf(warnings, 'finding')} that may make figures wrong`
      : wrong.length === 0
        ? 'nothing was found that makes figures wrong'
        : enumerate(wrong);
  return `${countOf(rows, 'row')} of ${countOf(files.length, 'file')} gave ${countOf(items, 'item')} and ${countOf(transitions, 'transition')}; ${said}.`;
}

const fileColumns = [
  'file',
  'format',
  'source',
  'grade',
  'encoding',
  'delimiter',
  'rows',
  'used',
  'merged',
  'rejected',
  'items',
  'transitions',
] as const satisfies readonly (keyof InspectedFile)[];

function timeFacts({ configuration, first, last, asOf, timeZone }: Inspection): ScalarPart[] {
  const at = (instant: string | null) => (instant === null ? 'not known' : formatInstant(instant, timeZone));
  return [
    scalar('Events', first === null ? 'none' : `${at(first)} to ${at(last)}`, 'text'),
    scalar('As of', at(asOf), 'text'),
    scalar('Time zone', `${timeZone}, for timestamps without one and for local days`, 'text'),
    ...(configuration === undefined ? [] : [scalar('Configuration', configuration, 'text')]),
  ];
}

function rowsSection(files: readonly InspectedFile[]): Section {
  return {
    id: 'rows',
    title: 'Where every row went: used, merged with one that says the same, or in a finding',
    parts: [
      table(
        '',
        [
          { label: 'File', unit: 'text' },
          { label: 'Rows', unit: 'number' },
          { label: 'Used', unit: 'number' },
          { label: 'Merged', unit: 'number' },
          { label: 'In findings', unit: 'number' },
          { label: 'Items', unit: 'items', expendable: 2 },
          { label: 'Transitions', unit: 'number', expendable: 1 },
        ],
        [
          ...files.map(({ file, ...counts }) => [file, ...ACCOUNT.map((key) => counts[key])]),
          ...(files.length > 1 ? [total(files)] : []),
        ],
        'No file was read.',
      ),
    ],
  };
}

const ACCOUNT = ['rows', 'used', 'merged', 'rejected', 'items', 'transitions'] as const;

/** The sums of all files; items that several files name would count more than once. */
function total(files: readonly InspectedFile[]): (string | number | null)[] {
  const sum = (key: (typeof ACCOUNT)[number]) => files.reduce((all, file) => all + file[key], 0);
  return ['All files', ...ACCOUNT.map((key) => (key === 'items' ? null : sum(key)))];
}

function fileSection(file: InspectedFile): Section {
  const { dateOrder, zone } = file;
  const mapping = Object.entries(file.mapping).map(([field, column]) => `${field} ← ${column}`);
  const order = dateOrder.order === null ? '' : `${orderWords[dateOrder.order]}, `;
  return {
    id: `file-${file.file}`,
    title: file.file,
    parts: [
      scalar('Format', `${file.formatName} (${file.format}): ${file.recognisedBy}`, 'text'),
      ...notUsed(file),
      scalar('Source', `${file.source}; items merge by id within it`, 'text'),
      scalar('History', historyWords(file.grade, file.fullerFormats), 'text'),
      scalar(
        'Encoding',
        `${file.encoding}${file.delimiter === null ? '' : `, delimiter ${delimiterWords(file.delimiter)}`}`,
        'text',
      ),
      scalar('Mapping', mapping.length === 0 ? 'fixed by the format' : mapping.join(', '), 'text'),
      scalar(
        'Date order',
        `${order}${dateOrder.certainty}${dateOrder.evidence === null ? '' : `: ${dateOrder.evidence}`}`,
        'text',
      ),
      scalar('Zone', `${zone.certainty}: ${zone.evidence}`, 'text'),
      ...file.notes.map((text) => note(text)),
    ],
  };
}

/** In which findings the rows stand that became nothing else. */
function notUsed({ rejected, rejectedBy }: InspectedFile): ScalarPart[] {
  if (rejected === 0) return [];
  const codes = rejectedBy.map(({ code, rows }) => `${code} ${rows}`);
  return [scalar('Not used', `${countOf(rejected, 'row')}: ${codes.join(', ')}`, 'text')];
}

const orderWords = { dmy: 'day first', mdy: 'month first', ymd: 'year first' } as const;

function delimiterWords(delimiter: string): string {
  const names = new Map([
    [',', 'comma'],
    [';', 'semicolon'],
    ['\t', 'tab'],
    ['|', 'vertical bar'],
  ]);
  return names.get(delimiter) ?? `“${delimiter}”`;
}

/** What a configuration would settle. */
function guessesSection({ guesses }: Inspection): Section[] {
  if (guesses.length === 0) return [];
  return [
    {
      id: 'guesses',
      title: 'Guessed: pitwall init writes it down for you to correct',
      parts: [
        table(
          '',
          [
            { label: 'Key', unit: 'text' },
            { label: 'What', unit: 'text' },
            { label: 'Items', unit: 'items' },
          ],
          guesses.map(({ key, what, items }) => [key, what, items]),
        ),
      ],
    },
  ];
}

function workflowSection({ workflow, statuses }: Inspection): Section {
  return {
    id: 'workflow',
    title: `Workflow, ${workflow.inferred ? 'inferred: pitwall init writes it down for you to correct' : 'as configured'}`,
    parts: [
      scalar('Stages', workflow.stages.map(({ name, kind }) => `${name} (${kind})`).join(' → ') || 'none', 'text'),
      table(
        'Statuses as written, and the stage each was put in',
        [
          { label: 'Status', unit: 'text' },
          { label: 'Times', unit: 'number' },
          { label: 'Stage', unit: 'text' },
          { label: 'Kind', unit: 'text' },
          { label: 'Because of', unit: 'text' },
        ],
        statuses.map(({ status, count, stage, kind, kindFrom }) => [
          status,
          count,
          stage,
          kind,
          EVIDENCE_WORDS[kindFrom],
        ]),
        'The data holds no status.',
      ),
    ],
  };
}
