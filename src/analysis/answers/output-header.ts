import type { Finding as FindingFigures, Head } from '../../contract/result.ts';
import { countOf } from '../../model/document/number-format.ts';
import { isoOrNull } from '../../model/time/instants.ts';
import { HOUR_MS } from '../../model/time/units.ts';
import { VERSION } from '../../model/version.ts';
import type { Dataset } from '../dataset.ts';

/** What every output has around its figures. */
export function outputHeaderOf(dataset: Dataset): Head {
  const { asOf, asOfSource, log, settings, window, workflow } = dataset;
  return {
    schemaVersion: 1,
    tool: { name: 'pitwall', version: VERSION },
    asOf: isoOrNull(asOf),
    asOfSource,
    timeZone: settings.timeZone,
    basis: settings.basis,
    calendar: calendarOf(dataset),
    window: { from: isoOrNull(window.from), to: isoOrNull(window.to) },
    sources: log.files.map(({ file, format, source, grade, rows, used, merged, rejected, items, fullerFormats }) => ({
      file,
      format,
      source,
      grade,
      rows,
      used,
      merged,
      rejected,
      items,
      fullerFormats: [...(fullerFormats ?? [])],
    })),
    workflow: {
      inferred: workflow.inferred,
      stages: workflow.stages.map(({ name, kind, evidence, statuses, limit }) => ({
        name,
        kind,
        kindFrom: evidence,
        statuses: [...statuses],
        limit,
      })),
    },
    where: settings.where.map(({ text }) => text),
    ...configurationOf(dataset),
  };
}

/** The file of the configuration, where outputs should say which it was. */
export function configurationOf({ settings: { configurationFile } }: Dataset): Pick<Head, 'configuration'> {
  return configurationFile === undefined ? {} : { configuration: configurationFile };
}

/** Findings as the contract has them: plain copies. */
export function findingsOf({ log }: Dataset): FindingFigures[] {
  return log.findings.list().map((finding) => ({ ...finding, examples: finding.examples.map((one) => ({ ...one })) }));
}

function calendarOf({ duration, settings: { calendar } }: Dataset): Head['calendar'] {
  const hours = Array.isArray(calendar.hours) ? calendar.hours.join(' ') : 'hours by day';
  const holidays = calendar.holidays.length === 0 ? 'no holidays' : countOf(calendar.holidays.length, 'holiday');
  return {
    assumed: calendar.assumed,
    hoursPerDay: duration.fullDayMs / HOUR_MS,
    description: `${calendar.days.join(' ')}, ${hours}, ${holidays}`,
  };
}
