import type { Inspection } from '../../contract/output.ts';
import { EMPTY } from '../../model/log/dictionary.ts';
import type { LogFile } from '../../model/log/event-log.ts';
import { isoOf, isoOrNull } from '../../model/time/instants.ts';
import { VERSION } from '../../model/version.ts';
import { type KindEvidence, type Stage, statusKey } from '../../model/workflow/workflow.ts';
import type { Dataset } from '../dataset.ts';
import { inferredSettingsOf } from '../findings/inferred-settings.ts';
import { configurationOf, findingsOf, outputHeaderOf } from './output-header.ts';

/** What was read, and where every row went. */
export function inspectionOf(dataset: Dataset): Inspection {
  const { asOf, log, rows, settings, timelines } = dataset;
  // First of all: it is what is refused where the rows were not kept.
  const { length } = rows.ordered().rows;
  const transitions = transitionsByFile(dataset);
  return {
    schemaVersion: 1,
    tool: { name: 'pitwall', version: VERSION },
    files: log.files.map((file, index) => ({
      file: file.file,
      format: file.format,
      formatName: file.formatName,
      recognisedBy: file.recognisedBy,
      source: file.source,
      grade: file.grade,
      fullerFormats: [...(file.fullerFormats ?? [])],
      encoding: file.encoding,
      delimiter: file.delimiter,
      rows: file.rows,
      used: file.used,
      merged: file.merged,
      rejected: file.rejected,
      rejectedBy: rejections(file),
      items: file.items,
      transitions: transitions[index] as number,
      mapping: { ...file.mapping },
      dateOrder: { ...file.dateOrder },
      zone: { ...file.zone },
      notes: [...file.notes],
    })),
    asOf: isoOrNull(asOf),
    timeZone: settings.timeZone,
    items: timelines.count,
    transitions: length,
    ...firstAndLast(dataset),
    workflow: outputHeaderOf(dataset).workflow,
    statuses: statusesOf(dataset),
    guesses: inferredSettingsOf(dataset),
    findings: findingsOf(dataset),
    ...configurationOf(dataset),
  };
}

/** The rejected rows by finding, the most first; `other` are those that a format counts under no finding of their own. */
function rejections({ rejected, rejectedBy = new Map() }: LogFile): { code: string; rows: number }[] {
  const counts = [...rejectedBy].map(([code, rows]) => ({ code, rows }));
  const rest = rejected - counts.reduce((sum, { rows }) => sum + rows, 0);
  if (rest > 0) counts.push({ code: 'other', rows: rest });
  return counts.sort((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1));
}

function transitionsByFile({ log }: Dataset): number[] {
  const counts = log.files.map(() => 0);
  for (const [stretch, start] of log.fileStarts.entries()) {
    const file = log.startFiles[stretch] as number;
    counts[file] = (counts[file] as number) + (log.fileStarts[stretch + 1] ?? log.transitionCount) - start;
  }
  return counts;
}

/** The first and the last instant at which anything happened. */
function firstAndLast({ timelines, derived: { facts } }: Dataset): Pick<Inspection, 'first' | 'last'> {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const column of [timelines.start, timelines.created, facts.ended]) {
    for (const instant of column) {
      if (instant < first) first = instant;
      if (instant > last) last = instant;
    }
  }
  return first > last ? { first: null, last: null } : { first: isoOf(first), last: isoOf(last) };
}

/**
 * How often each status is entered, in the order of the workflow; an item without transitions counts for the status that
 * it is in.
 */
function statusesOf({ log, rows, statusKinds, timelines, workflow }: Dataset): Inspection['statuses'] {
  const ordered = rows.ordered();
  const counts = new Map<string, number>();
  const entries = new Int32Array(ordered.keyNames.length);
  for (const row of ordered.rows) {
    const key = ordered.statusKeys[log.transitions.to(row)] as number;
    entries[key] = (entries[key] as number) + 1;
  }
  for (const item of timelines.item) {
    const status = log.currentStatus.at(item);
    if (status === EMPTY || ordered.offsets[item] !== ordered.offsets[item + 1]) continue;
    const key = ordered.statusKeys[status] as number;
    entries[key] = (entries[key] as number) + 1;
  }
  const own: { status: string; count: number; stage: string }[] = [];
  for (const [key, status] of ordered.keyNames.entries()) {
    const stage = ordered.keyStages[key] ?? null;
    if (stage === null) counts.set(statusKey(status), entries[key] as number);
    else own.push({ status, count: entries[key] as number, stage });
  }
  const listed = workflow.stages.flatMap((stage) => {
    const names = [...new Map([stage.name, ...stage.statuses].map((status) => [statusKey(status), status])).entries()];
    return [
      ...names.map(([key, status]) => ({
        status,
        count: counts.get(key) ?? 0,
        stage: stage.name,
        kind: stage.kind,
        kindFrom: evidenceOf(status, stage),
      })),
      // What sources say of their own statuses: the same word may be under two stages.
      ...own
        .filter(({ stage: named }) => statusKey(named) === statusKey(stage.name))
        .map(({ status, count }) => ({
          status,
          count,
          stage: stage.name,
          kind: stage.kind,
          kindFrom: evidenceOf(status, stage),
        })),
    ];
  });
  /** A stage that dates make holds statuses whose kinds are known better, or are a guess. */
  function evidenceOf(status: string, { evidence, statuses }: Stage): KindEvidence {
    if (evidence !== 'dates' || !statuses.includes(status)) return evidence;
    return statusKinds.of(status)?.evidence ?? 'position';
  }
  return listed.filter(({ count, status, stage }) => count > 0 || status !== stage);
}
