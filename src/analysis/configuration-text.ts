import type { Dataset } from './dataset.ts';

const KINDS = [
  'todo: not committed to yet',
  'active: somebody works on it',
  'waiting: committed to, but nobody works on it',
  'done: delivered',
  'dropped: given up',
];

/** A `pitwall.yaml` that says what was found and inferred, commented, so that the next run has nothing to guess. */
export function configurationText(dataset: Dataset): string {
  const { asOf, log, settings, workflow } = dataset;
  const files = log.files.map(({ file, format }) => `${file} (${format})`).join(', ');
  const lines = [
    `# What pitwall found in ${oneLine(files)}${Number.isNaN(asOf) ? '' : `, as of ${new Date(asOf).toISOString()}`}.`,
    '# Everything here is optional: a line that is deleted goes back to its default.',
    '',
    '# Zone of timestamps without an offset, and of days, weeks and working hours.',
    `timeZone: ${quoted(settings.timeZone)}`,
    `basis: ${settings.basis}  # or working (calendar below), or inclusive (a day touched is a day)`,
    `unit: ${settings.unit}  # period of throughput: day, week, month, sprint`,
    '',
    `# The stages in the order of the work${workflow.inferred ? ', as inferred: check the kinds, they decide what counts as waiting' : ''}.`,
    ...KINDS.map((kind) => `#   ${kind}`),
    'workflow:',
    ...workflow.stages.map(({ name, kind, statuses, limit }) => {
      const all = statuses.length === 0 ? [name] : statuses;
      const end = limit === null ? '' : `, limit: ${limit}`;
      return `  - { stage: ${quoted(name)}, kind: ${kind}, statuses: [${all.map(quoted).join(', ')}]${end} }`;
    }),
    '',
    ...fieldLines(dataset),
    '# startPolicy: first    # or last: the clock starts again after a return to a todo stage',
    '# finishPolicy: last    # or first: a reopened item keeps its first finish',
    '# commitAt: …           # the stage that starts the clock, if not the first active or waiting one',
    '# finishAt: …           # the stage that stops it, if not the first done one',
    '# path: […]             # the stages that every item should pass, in order',
    '# reviews: […]          # the stages that check, if not those whose names say so',
    '# limits: […]           # the longest in a stage: [{ stage: Review, maxDays: 2 }]',
    '# last: 26w             # the window: so many whole weeks, and this one so far',
    ...droppedLines(dataset),
    '',
    '# Used by basis: working.',
    '# calendar:',
    '#   days: [mon, tue, wed, thu, fri]',
    '#   hours: ["09:00-17:00"]',
    '#   country: ES         # public holidays of a country, or of a region (ES-MD)',
  ];
  return `${lines.join('\n')}\n`;
}

/** The columns that the generic formats were read from. */
function fieldLines({ log }: Dataset): string[] {
  const file = log.files.length === 1 ? log.files[0] : undefined;
  const known = Object.entries(file?.mapping ?? {}).filter(([field]) => GENERIC_FIELDS.has(field));
  if (file === undefined || file.source !== 'table' || known.length === 0) return [];
  return [
    '# Field → column.',
    `fields: { ${known.map(([field, column]) => `${field}: ${quoted(column)}`).join(', ')} }`,
    '',
  ];
}

const GENERIC_FIELDS = new Set([
  'id',
  'title',
  'type',
  'assignee',
  'team',
  'labels',
  'points',
  'priority',
  'parent',
  'url',
  'created',
  'started',
  'finished',
  'resolution',
  'blocked',
  'status',
  'from',
  'to',
  'at',
]);

function droppedLines({ log }: Dataset): string[] {
  if (!log.hasField('resolution')) return [];
  const seen = log
    .field('resolution')
    .dictionary.values()
    .filter((value) => value !== '');
  return [
    '# Resolutions of finished items that mean dropped: keep those that do. Without this line the usual ones (Won’t Do,',
    '# Duplicate …) do in a tool that has resolutions, and none in a table.',
    `# dropped: { resolution: [${seen.slice(0, 20).map(quoted).join(', ')}] }`,
  ];
}

/** A YAML string in double quotes: a JSON string is one. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A text that cannot end the comment it stands in. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
}
