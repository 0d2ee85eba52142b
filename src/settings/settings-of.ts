import type { Configuration } from '../contract/configuration.ts';
import type { ReadOptions } from '../model/read-options.ts';
import type { ConfiguredStage, Settings } from '../model/settings.ts';
import { statusKey } from '../model/workflow/workflow.ts';
import type { AnalyzeOptions } from './analyze-options.ts';
import { calendarSettingsOf } from './calendar-settings.ts';
import { parseCondition } from './conditions.ts';
import { checkCostOptions, costSettingsOf } from './cost-settings.ts';
import { checkConfiguration } from './file/check-configuration.ts';
import { checkChoice, optionError } from './problems/option-problem.ts';
import { publicHolidaysOf } from './public-holidays.ts';
import { readOptionsOf } from './read-options-of.ts';
import { expectationSettingsOf } from './statistics/expectation-settings.ts';
import { timeZoneProblem } from './time-zone.ts';
import { windowSettingsOf } from './window-settings.ts';

const DEFAULT_POINTS = [50, 70, 85, 95];
const UNIT_MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function checkOptions(options: AnalyzeOptions): void {
  const zone = options.timeZone === undefined ? null : timeZoneProblem(options.timeZone);
  if (zone !== null) throw optionError('--time-zone', zone.what, zone.cure);
  checkChoice('--basis', options.basis, ['elapsed', 'working', 'inclusive']);
  checkChoice('--unit', options.unit, ['day', 'week', 'month', 'sprint']);
  checkCostOptions(options);
  if (options.by?.trim() === '') throw optionError('--by', 'no field is named', 'Write a field, such as type');
}

function stagesOf(workflow: NonNullable<Configuration['workflow']>): ConfiguredStage[] {
  return workflow.map(({ stage, kind, statuses = [], limit = null, owner = null }) => ({
    stage,
    kind,
    statuses,
    limit,
    owner,
  }));
}

/** The stage's name as the workflow writes it. */
function stageName(name: string, stages: readonly ConfiguredStage[] | null): string {
  return stages?.find(({ stage }) => statusKey(stage) === statusKey(name))?.stage ?? name;
}

/** `30s`, `5m`, `2h`, `1d` in milliseconds. */
function shortDurationMs(text: string): number {
  return Number.parseFloat(text) * (UNIT_MS[text.slice(-1)] ?? Number.NaN);
}

function unitOf(configuration: Configuration, options: AnalyzeOptions): Settings['unit'] {
  const unit = options.unit ?? configuration.unit ?? 'week';
  if (unit === 'sprint' && configuration.sprint === undefined) {
    throw optionError(
      '--unit',
      'no sprint is configured',
      'Add `sprint: { days: 14, start: 2026-01-05 }` to pitwall.yaml',
    );
  }
  return unit;
}

/** The stages, when the clock starts and stops, and what is expected of the stages. */
function workflowSettings(configuration: Configuration) {
  const workflow = configuration.workflow === undefined ? null : stagesOf(configuration.workflow);
  const named = (name: string) => stageName(name, workflow);
  const { commitAt, finishAt, limits = [], path, reviews } = configuration;
  return {
    workflow,
    startPolicy: configuration.startPolicy ?? 'first',
    finishPolicy: configuration.finishPolicy ?? 'last',
    excludePaused: configuration.excludePaused ?? false,
    ignoreVisitsShorterThanMs: shortDurationMs(configuration.ignoreVisitsShorterThan ?? '0s'),
    commitAt: commitAt === undefined ? null : named(commitAt),
    finishAt: finishAt === undefined ? null : named(finishAt),
    dropped: configuration.dropped ?? null,
    path: path?.map(named) ?? null,
    reviews: reviews?.map(named) ?? null,
    limits: [limits].flat().map(({ stage, maxDays }) => ({ stage: named(stage), maxDays })),
  };
}

async function configuredSettings(configuration: Configuration, options: AnalyzeOptions): Promise<Settings> {
  const { calendar, percentiles } = configuration;
  return {
    timeZone: options.timeZone ?? configuration.timeZone ?? 'UTC',
    basis: options.basis ?? configuration.basis ?? 'elapsed',
    unit: unitOf(configuration, options),
    ...windowSettingsOf(configuration, options),
    ...workflowSettings(configuration),
    percentiles: {
      points: [...new Set(percentiles?.points ?? DEFAULT_POINTS)].sort((a, b) => a - b),
      method: percentiles?.method ?? 'linear',
    },
    calendar: calendarSettingsOf(
      calendar,
      calendar?.country === undefined ? [] : await publicHolidaysOf(calendar.country),
    ),
    sprint: configuration.sprint ?? null,
    cost: costSettingsOf(configuration.cost, options),
    sle: expectationSettingsOf(configuration.sle, options.sle),
    snapshots: options.snapshots !== undefined && options.snapshots !== false,
    where: (options.where ?? []).map(parseCondition),
    by: options.by ?? null,
    allowEmpty: options.allowEmpty ?? false,
    anonymizePeople: options.anonymizePeople ?? false,
    ...(options.configurationFile === undefined ? {} : { configurationFile: options.configurationFile }),
  };
}

/**
 * Merges configuration and options, options first, fills in the defaults and checks everything that can be checked
 * before a file is read.
 * @param configuration the contents of `pitwall.yaml`; undefined or null without one
 * @throws PitwallError `bad-configuration`, `bad-option`
 */
export async function settingsOf(
  configuration: unknown,
  options: AnalyzeOptions = {},
): Promise<{ settings: Settings; read: ReadOptions; strict: boolean }> {
  checkOptions(options);
  // Without a configuration, the code that checks one is not loaded, for a faster start.
  const checked =
    configuration === undefined || configuration === null
      ? {}
      : await checkConfiguration(configuration, () => ({ offset: 0, where: 'configuration' }));
  const settings = await configuredSettings(checked, options);
  return { settings, read: readOptionsOf(checked, options, settings), strict: options.strict ?? false };
}
