import type { Configuration } from '../contract/configuration.ts';
import { FIELDS } from '../model/log/generic-fields.ts';
import { nearest } from '../model/nearest.ts';
import type { ConfiguredSource, ConfiguredStages, ReadOptions } from '../model/read-options.ts';
import type { Settings } from '../model/settings.ts';
import { type StageKind, statusKey } from '../model/workflow/workflow.ts';
import type { AnalyzeOptions } from './analyze-options.ts';
import { parseMoment } from './moment.ts';
import { checkChoice, optionError } from './problems/option-problem.ts';

/** Refuses a field that `--map` does not know, and one without a column. */
function checkFields(map: Readonly<Record<string, string>>): void {
  for (const [field, column] of Object.entries(map)) {
    if (!FIELDS.some((known) => known === field)) {
      const suggestion = nearest(field, FIELDS);
      const cure = suggestion === null ? `Write one of ${FIELDS.join(', ')}` : `Did you mean \`${suggestion}\`?`;
      throw optionError('--map', `unknown field \`${field}\``, cure);
    }
    if (column.trim() === '')
      throw optionError('--map', `\`${field}\` is mapped to no column`, `Write ${field}=Column`);
  }
}

/** Leaves out fields without a value, so that a key means a mapped field to the formats. */
function configuredFields(fields: Configuration['fields']): Record<string, string> {
  const mapped: Record<string, string> = {};
  for (const [field, column] of Object.entries(fields ?? {})) {
    if (column !== undefined) mapped[field] = column;
  }
  return mapped;
}

/** A log of changes has its statuses in `to`, so a mapped `status` also maps `to`. */
function withStatus(fields: Record<string, string>): Record<string, string> {
  return fields.status === undefined || fields.to !== undefined ? fields : { ...fields, to: fields.status };
}

/** The options for reading files. */
export function readOptionsOf(configuration: Configuration, options: AnalyzeOptions, settings: Settings): ReadOptions {
  checkChoice('--date-order', options.dateOrder, ['dmy', 'mdy']);
  if (options.sheet?.trim() === '') throw optionError('--sheet', 'no sheet is named', 'Write the name of a sheet');
  const map = options.map ?? {};
  checkFields(map);
  const named = [...settings.where.map(({ field }) => field), settings.by, ...Object.keys(settings.dropped ?? {})];
  const read: ReadOptions = {
    timeZone: settings.timeZone,
    ...(options.timeZone === undefined && configuration.timeZone === undefined ? {} : { timeZoneTold: true }),
    fields: withStatus({ ...configuredFields(configuration.fields), ...map }),
    dateOrder: options.dateOrder ?? configuration.dateOrder ?? null,
    input: options.input ?? null,
    sourceName: options.sourceName ?? null,
    extraFields: [...new Set(named.filter((field) => field !== null))],
    ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
    ...(settings.workflow === null ? {} : { stages: configuredStages(settings.workflow) }),
    ...(options.hashInputs === true ? { digests: true } : {}),
    ...(settings.snapshots ? { snapshots: snapshotDates(options) } : {}),
  };
  const sources = (configuration.sources ?? []).map((source) => sourceOptions(source, read, options, map));
  return sources.length === 0 ? read : { ...read, sources };
}

function configuredStages(workflow: NonNullable<Settings['workflow']>): ConfiguredStages {
  return new Map(
    workflow.flatMap(({ kind, stage, statuses }) =>
      [stage, ...statuses].map((name) => [statusKey(name), kind] as const),
    ),
  );
}

function snapshotDates({ snapshots }: AnalyzeOptions): ReadonlyMap<string, string> {
  const dates = typeof snapshots === 'object' ? Object.entries(snapshots) : [];
  return new Map(dates.map(([file, date]) => [file, parseMoment('--snapshot-date', date)]));
}

/** The stages with the names that a source has for them. */
function withNames(stages: ConfiguredStages, statuses: readonly (readonly [string, string])[]): ConfiguredStages {
  const named = statuses.map(([status, stage]) => [statusKey(status), stages.get(statusKey(stage))] as const);
  return new Map([...stages, ...named.filter((pair): pair is [string, StageKind] => pair[1] !== undefined)]);
}

/** How to read the files of one source: an option overrides its key, and its key overrides the common one. */
function sourceOptions(
  source: NonNullable<Configuration['sources']>[number],
  read: ReadOptions,
  options: AnalyzeOptions,
  map: Readonly<Record<string, string>>,
): ConfiguredSource {
  const statuses = Object.entries(source.statuses ?? {});
  const { stages } = read;
  return {
    files: typeof source.files === 'string' ? [source.files] : source.files,
    options: {
      ...read,
      timeZone: options.timeZone ?? source.timeZone ?? read.timeZone,
      ...(source.timeZone === undefined ? {} : { timeZoneTold: true }),
      ...(stages === undefined ? {} : { stages: withNames(stages, statuses) }),
      fields: { ...read.fields, ...withStatus(configuredFields(source.fields)), ...withStatus({ ...map }) },
      dateOrder: options.dateOrder ?? source.dateOrder ?? read.dateOrder,
      input: options.input ?? source.format ?? null,
      sourceName: options.sourceName ?? source.name ?? null,
      ...(options.sheet !== undefined || source.sheet === undefined ? {} : { sheet: source.sheet }),
    },
    statuses: new Map(statuses.map(([status, stage]) => [statusKey(status), stage])),
  };
}
