import type { Sensitivity, SensitivityReport } from '../contract/statistics/sensitivity-schema.ts';
import { FEW } from '../metrics/view/promise.ts';
import {
  type Document,
  note,
  type Part,
  type Section,
  scalar,
  table,
  type Value,
} from '../model/document/document-parts.ts';
import { countOf, formatNumber } from '../model/document/number-format.ts';
import { findingsSections } from './sections/head/findings-section.ts';
import { frameSection } from './sections/head/frame-section.ts';
import { headSections } from './sections/head/head-sections.ts';
import { enumerate } from './words.ts';

type Row = Sensitivity['rows'][number];
type Figures = Pick<Row, 'cycleTime' | 'throughput' | 'flowEfficiency'>;

/** What `sensitivity` prints: how far the answer depends on its definition, each other one, and those of other tools. */
export function sensitivityDocument(report: SensitivityReport): Document {
  const { sensitivity } = report;
  return {
    title: headline(sensitivity),
    sections: [
      ...headSections(report, 'flowEfficiency'),
      ...definitionsSection(report),
      ...examplesSection(sensitivity),
      ...toolsSection(sensitivity),
      frameSection(report),
      ...findingsSections(report.findings),
    ],
    data: report,
    records: recordsOf(sensitivity),
  };
}

/** Days of different definitions stand side by side, so none is split into hours. */
const daysWords = (days: number | null): string => formatNumber(days, 'days', 'whole');

const ASPECTS: Readonly<Record<Row['aspect'], string>> = {
  'start policy': 'the start policy',
  start: 'where the clock starts',
  'finish policy': 'the finish policy',
  finish: 'where the clock stops',
  days: 'which days count',
  'percentile rule': 'the percentile rule',
  paused: 'paused time',
  blocked: 'blocked time',
};

/** The answer in a sentence. */
function headline({ base, rows }: Sensitivity): string {
  const own = base.cycleTime[85];
  if (own === null) return 'No item was finished with a known start, so there is no cycle time to compare.';
  const subject = base.items === 1 ? 'The only cycle time' : "Cycle time's 85th percentile";
  const others = rows.map(({ cycleTime }) => cycleTime[85]).filter((days) => days !== null);
  const [low, high] = [Math.min(...others), Math.max(...others)];
  if (others.every((days) => days === own)) {
    return `${subject} is ${daysWords(own)}, and other definitions say the same.`;
  }
  const said = daysWords(low) === daysWords(high) ? daysWords(low) : `${withoutUnit(low, high)} to ${daysWords(high)}`;
  return `${subject} is ${daysWords(own)}; other definitions say ${said}: ${ASPECTS[strongest(own, rows).aspect]} matters most.`;
}

/** `21.0` of `21.0 to 31 d`, where both have the unit. */
function withoutUnit(low: number, high: number): string {
  const [first, last] = [daysWords(low), daysWords(high)];
  const unit = last.slice(last.lastIndexOf(' '));
  return first.endsWith(unit) ? first.slice(0, -unit.length) : first;
}

/** The definition that moves the 85th percentile most; of equal ones the first. */
function strongest(own: number, rows: readonly Row[]): Row {
  const moved = ({ cycleTime }: Row) => Math.abs((cycleTime[85] ?? own) - own);
  return rows.reduce((most, row) => (moved(row) > moved(most) ? row : most));
}

/** True where the change leaves no cycle time: whether it would make a difference, the data do not say. */
function isUnknown(row: Row, base: Figures): boolean {
  return row.cycleTime[50] === null && (base.cycleTime[50] !== null || isSame(row, base));
}

/** True where the change makes no difference to any figure. */
function isSame(row: Row, base: Figures): boolean {
  return (
    row.itemsDiffer === 0 &&
    row.cycleTime[50] === base.cycleTime[50] &&
    row.cycleTime[85] === base.cycleTime[85] &&
    row.throughput === base.throughput &&
    row.flowEfficiency === base.flowEfficiency
  );
}

/** Every definition that moves something, the run's own first; nothing where none has a figure. */
function definitionsSection({ calendar, sensitivity: { base, rows } }: SensitivityReport): Section[] {
  if ([base, ...rows].every(({ cycleTime }) => cycleTime[50] === null)) return [];
  const unknown = rows.filter((row) => isUnknown(row, base));
  const same = rows.filter((row) => isSame(row, base) && !isUnknown(row, base));
  const lines = rows.filter((row) => !unknown.includes(row) && !same.includes(row));
  const parts: Part[] = [
    table(
      '',
      [
        { label: 'Definition', unit: 'text' },
        { label: '50 %', unit: 'text' },
        { label: '85 %', unit: 'text' },
        { label: `Finished a ${base.unit}`, unit: 'per period', expendable: 2 },
        { label: 'Efficiency', unit: 'share' },
        { label: 'Differ', unit: 'items', expendable: 1 },
      ],
      [
        ['as in this run', ...figureCells(base), null],
        ...lines.map((row): Value[] => [row.change, ...figureCells(row), base.items === 0 ? null : row.itemsDiffer]),
      ],
    ),
    note(`This run: ${base.definition}. Differ: items with another cycle time, or another efficiency.`),
    ...changesNote('No difference here', same),
    ...changesNote('Not known here', unknown),
    ...(base.items > 0 && base.items < FEW
      ? [note(`Only ${countOf(base.items, 'finished item')}: few to go by.`, 'warning')]
      : []),
    ...(calendar.assumed && lines.some(({ change }) => change === 'working days')
      ? [note(`Working days are assumed: ${calendar.description}. Set calendar in pitwall.yaml.`)]
      : []),
  ];
  return [{ id: 'definitions', title: '', parts }];
}

function changesNote(what: string, rows: readonly Row[]): Part[] {
  return rows.length === 0 ? [] : [note(`${what}: ${enumerate(rows.map(({ change }) => change))}.`)];
}

/** The item that each change moves most. */
function examplesSection({ rows }: Sensitivity): Section[] {
  const differing = rows.filter(({ example }) => example !== null);
  if (differing.length === 0) return [];
  const leftOut = differing.some(({ example }) => example?.base === null || example?.changed === null);
  return [
    {
      id: 'examples',
      title: 'The item that differs most',
      parts: [
        table(
          '',
          [
            { label: 'Definition', unit: 'text' },
            { label: 'Item', unit: 'text' },
            { label: 'This run', unit: 'text' },
            { label: 'Changed', unit: 'text' },
            { label: 'In pitwall.yaml', unit: 'text', expendable: 1 },
          ],
          differing.map(({ change, example, setting }) => [
            change,
            example?.id ?? null,
            exampleWords(example, 'base'),
            exampleWords(example, 'changed'),
            setting ?? '',
          ]),
        ),
        ...(leftOut ? [note('Where one value is missing, that definition leaves the item out.')] : []),
      ],
    },
  ];
}

function figureCells({ cycleTime, flowEfficiency, throughput }: Figures): Value[] {
  return [daysWords(cycleTime[50]), daysWords(cycleTime[85]), throughput, flowEfficiency];
}

function exampleWords(example: Row['example'], which: 'base' | 'changed'): string {
  if (example === null) return '';
  return example.unit === 'days' ? daysWords(example[which]) : formatNumber(example[which], 'share');
}

/** What other tools would print; nothing where there is nothing to print. */
function toolsSection({ tools }: Sensitivity): Section[] {
  const known = tools.filter(({ value }) => value !== null);
  if (known.length === 0) return [];
  const sources = new Map(known.map(({ source, tool }) => [source, tool.replace(/, .*/, '')]));
  return [
    {
      id: 'tools',
      title: 'What other tools would print of these files',
      parts: [
        ...known.map(({ definition, figure, tool, value }) =>
          scalar(tool, daysWords(value), 'text', `${figure}. ${definition}`),
        ),
        note('With the stages, the window and the items of this run. Where that is written:'),
        ...[...sources].map(([source, tool]) => note(`${tool}: ${source}`)),
      ],
    },
  ];
}

function recordsOf({ base, rows }: Sensitivity): Document['records'] {
  const cells = ({ cycleTime, flowEfficiency, throughput }: Figures): Value[] => [
    cycleTime[50],
    cycleTime[85],
    throughput,
    flowEfficiency,
  ];
  return {
    columns: [
      'change',
      'setting',
      'cycleTimeP50Days',
      'cycleTimeP85Days',
      'throughput',
      'flowEfficiency',
      'itemsDiffer',
      'exampleId',
      'exampleBase',
      'exampleChanged',
    ],
    rows: [
      ['as in this run', null, ...cells(base), null, null, null, null],
      ...rows.map((row): Value[] => [
        row.change,
        row.setting,
        ...cells(row),
        row.itemsDiffer,
        row.example?.id ?? null,
        row.example?.base ?? null,
        row.example?.changed ?? null,
      ]),
    ],
  };
}
