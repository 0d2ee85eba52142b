import type { LogFile } from '../../model/log/event-log.ts';
import { EVIDENCE_WORDS, type StageKind } from '../../model/workflow/workflow.ts';
import type { Dataset } from '../dataset.ts';
import { usuallyDropped } from '../findings/dropped.ts';
import { orderIsGuess, zoneIsGuess } from '../findings/inferred-settings.ts';
import { fieldsOf, oneLine, quoted, shared } from './configuration-values.ts';
import type { Answers } from './questions.ts';

const KINDS = [
  'todo: not committed to yet',
  'active: somebody works on it',
  'waiting: committed to, but nobody works on it',
  'done: delivered',
  'dropped: given up',
];

const GUESS = '  # guess';

/**
 * A `pitwall.yaml` that says what was found and inferred, commented, so that the next run has nothing to guess. What
 * neither the data proves nor anybody said is marked with `# guess`.
 */
export function configurationText(dataset: Dataset, answers: Answers): string {
  const { asOf, log, settings } = dataset;
  const files = log.files.map(({ file, format }) => `${file} (${format})`).join(', ');
  const zoneGuessed = log.files.some(zoneIsGuess) && !Object.hasOwn(answers, 'timeZone');
  const lines = [
    `# What pitwall found in ${oneLine(files)}${Number.isNaN(asOf) ? '' : `, as of ${new Date(asOf).toISOString()}`}.`,
    '# Everything here is optional: a line that is deleted goes back to its default. Check what is marked as a guess.',
    '',
    '# Zone of timestamps without an offset, and of days, weeks and working hours.',
    `timeZone: ${quoted(answered(answers, 'timeZone') ?? settings.timeZone)}${zoneGuessed ? GUESS : ''}`,
    `basis: ${settings.basis}  # or working (calendar below), or inclusive (a day touched is a day)`,
    `unit: ${settings.unit}  # period of throughput: day, week, month, sprint`,
    '',
    ...workflowLines(dataset, answers),
    '',
    ...orderLines(log.files),
    ...fieldLines(log.files),
    ...sourceLines(log.files),
    '# startPolicy: first    # or last: the clock starts again after a return to a todo stage',
    '# finishPolicy: last    # or first: a reopened item keeps its first finish',
    '# commitAt: …           # the stage that starts the clock, if not the first active or waiting one',
    '# finishAt: …           # the stage that stops it, if not the first done one',
    '# path: […]             # the stages that every item should pass, in order',
    '# reviews: […]          # the stages that check, if not those whose names say so',
    '# limits: […]           # the longest in a stage: [{ stage: Review, maxDays: 2 }]',
    '# sle: { days: 10, share: 0.85 }  # within how many days items should be done, and how many of them',
    '# last: 26w             # the window: so many whole weeks, and this one so far',
    ...droppedLines(dataset, answers),
    '',
    '# Used by basis: working.',
    '# calendar:',
    '#   days: [mon, tue, wed, thu, fri]',
    '#   hours: ["09:00-17:00"]',
    '#   country: ES         # public holidays of a country, or of a region (ES-MD)',
  ];
  return `${lines.join('\n')}\n`;
}

function answered(answers: Answers, id: string): string | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

function workflowLines({ workflow }: Dataset, answers: Answers): string[] {
  const { inferred, stages } = workflow;
  return [
    `# The stages in the order of the work${inferred ? ', as inferred: check the kinds, they decide what counts as waiting' : ''}.`,
    ...KINDS.map((kind) => `#   ${kind}`),
    ...(stages.length === 0 ? ['# workflow: …'] : ['workflow:']),
    ...stages.map(({ name, kind, evidence, statuses, limit }) => {
      const all = statuses.length === 0 ? [name] : statuses;
      const end = limit === null ? '' : `, limit: ${limit}`;
      const said = answered(answers, `kind:${name}`) as StageKind | undefined;
      const mark = inferred && said === undefined ? ` # by ${EVIDENCE_WORDS[evidence]}` : '';
      return `  - { stage: ${quoted(name)}, kind: ${said ?? kind}, statuses: [${all.map(quoted).join(', ')}]${end} }${mark}`;
    }),
  ];
}

/** The order of day and month, where the files do not prove it and one holds for all. */
function orderLines(files: readonly LogFile[]): string[] {
  const order = shared(files.filter(orderIsOpen).map(({ dateOrder }) => dateOrder.order));
  if (order === null) return [];
  const guessed = files.some(orderIsGuess);
  return [
    '# Whether day or month comes first in dates that leave it open.',
    `dateOrder: ${order}${guessed ? GUESS : ''}`,
    '',
  ];
}

function orderIsOpen({ dateOrder }: LogFile): boolean {
  return dateOrder.certainty === 'inferred' || dateOrder.certainty === 'assumed';
}

/** The columns that tables were read from, where one mapping holds for all. */
function fieldLines(files: readonly LogFile[]): string[] {
  const fields = shared(files.map(fieldsText));
  return fields === null || fields === '' ? [] : ['# Field → column.', `fields: ${fields}`, ''];
}

/** What differs from file to file, and formats of which nothing is certain. */
function sourceLines(files: readonly LogFile[]): string[] {
  const ownFields = shared(files.map(fieldsText)) === null;
  const open = files.filter(orderIsOpen);
  const ownOrder = open.length > 0 && shared(open.map(({ dateOrder }) => dateOrder.order)) === null;
  const entries = files.flatMap((file) => {
    const fields = fieldsText(file);
    const keys = [
      ...(file.guessed === true ? [`format: ${file.format}`] : []),
      ...(ownOrder && orderIsOpen(file) ? [`dateOrder: ${file.dateOrder.order}`] : []),
      ...(ownFields && fields !== '' ? [`fields: ${fields}`] : []),
    ];
    if (keys.length === 0) return [];
    const mark = file.guessed === true || (ownOrder && orderIsGuess(file)) ? GUESS : '';
    return [`  - { files: ${quoted(file.file)}, ${keys.join(', ')} }${mark}`];
  });
  return entries.length === 0 ? [] : ['# Files that are read in ways of their own.', 'sources:', ...entries, ''];
}

function fieldsText(file: LogFile): string {
  const fields = fieldsOf(file);
  if (fields.length === 0) return '';
  return `{ ${fields.map(([field, column]) => `${field}: ${quoted(column)}`).join(', ')} }`;
}

function droppedLines({ log, settings }: Dataset, answers: Answers): string[] {
  if (settings.dropped !== null) {
    const rules = Object.entries(settings.dropped).map(
      ([field, values]) => `${quoted(field)}: [${values.map(quoted).join(', ')}]`,
    );
    return ['# Finished items that count as dropped.', `dropped: { ${rules.join(', ')} }`];
  }
  if (!log.hasField('resolution')) return [];
  const seen = log
    .field('resolution')
    .dictionary.values()
    .filter((value) => value !== '');
  const lines = [
    '# Resolutions of finished items that mean dropped. Seen:',
    `#   ${seen.slice(0, 20).map(quoted).join(', ')}`,
  ];
  const said = answered(answers, 'dropped');
  const count = log.findings.count('assumed-dropped') > 0;
  const open = count || log.findings.count('resolution-not-used') > 0;
  const meant = (said === undefined ? count : said === 'yes') ? usuallyDropped(seen) : [];
  return [
    ...lines,
    `dropped: { resolution: [${meant.map(quoted).join(', ')}] }${open && said === undefined ? GUESS : ''}`,
  ];
}
