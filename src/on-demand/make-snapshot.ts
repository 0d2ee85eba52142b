import { findingsOf, outputHeaderOf } from '../analysis/answers/output-header.ts';
import type { Dataset } from '../analysis/dataset.ts';
import { selectItems } from '../analysis/select-items.ts';
import { boardAt } from '../analysis/snapshot/board.ts';
import { askedPeriods, completePeriods, periodWords } from '../analysis/snapshot/complete-periods.ts';
import { definitionsOf } from '../analysis/snapshot/definitions.ts';
import { takePeriods, type Wanted } from '../analysis/snapshot/take-periods.ts';
import type { Period, SnapshotLine } from '../contract/statistics/history-schema.ts';
import type { TakenLine } from '../history/add-snapshot.ts';
import type { TakenSnapshot } from '../history/add-to-history.ts';
import { compare, comparePeriods, type History } from '../history/history.ts';
import { isOtherBoard, otherBoard } from '../history/merge-histories.ts';
import { Digest } from '../ingest/source/digest.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { PitwallError } from '../model/errors.ts';
import type { SnapshotSettings } from '../model/statistics/snapshot-settings.ts';
import { isoOrNull } from '../model/time/instants.ts';
import { dayOfDate } from '../model/time/zone.ts';
import { type SnapshotOptions, snapshotSettingsOf } from '../settings/statistics/snapshot-options.ts';

const hash = (text: string): string => new Digest().add(text).end();

/** What the settings of a run mean, and a hash of it: figures are compared only where it is the same. */
export function definedBy(dataset: Dataset): Pick<TakenSnapshot, 'definitions' | 'fingerprint'> {
  const definitions = definitionsOf(dataset, hash) as SnapshotLine['definitions'];
  return { definitions, fingerprint: hash(canonicalJson(definitions)).slice(0, 16) };
}

/** The complete periods of a dataset, whatever window is asked for. */
export function periodsOf(dataset: Dataset): Period[] {
  return Number.isNaN(dataset.asOf) ? [] : completePeriods(dataset, selectItems(dataset));
}

/**
 * Takes a snapshot: the periods asked for, and those that the history holds by the same definitions.
 * @param history null if there is none yet
 * @throws PitwallError `bad-option`, `no-period`, `another-board`, `rows-released`
 */
export function takeSnapshot(dataset: Dataset, options: SnapshotOptions, history: History | null): TakenSnapshot {
  const settings = snapshotSettingsOf(options);
  if (dataset.settings.to !== null) {
    throw new PitwallError('bad-option', 'a snapshot ends with its period', '--to', 'Leave it out, or write --as-of');
  }
  const { series } = settings;
  refuseOtherBoard(dataset, series, history);
  const selection = selectItems(dataset);
  const complete = Number.isNaN(dataset.asOf) ? [] : completePeriods(dataset, selection);
  const asked = askedPeriods(dataset, complete, settings.asked);
  const own = definedBy(dataset);
  const again = heldPeriods(history, series, own.fingerprint, complete, asked);
  const wanted: Wanted[] = [
    ...asked.map((period) => ({ period, figures: null })),
    ...again.map(({ figures, period }, at) => ({
      period,
      figures: at >= again.length - settings.recheck ? null : figures,
    })),
  ];
  const inputHash = inputHashOf(dataset);
  const lines = takePeriods(dataset, selection, wanted).map((line, at): TakenLine => {
    const { asOf, period, schemaVersion, tool, ...values } = line;
    const { definitions, fingerprint } = own;
    return {
      line: { schemaVersion, tool, series, period, fingerprint, definitions, asOf, inputHash, ...values },
      why: at >= asked.length ? 'again' : typeof settings.asked === 'string' ? 'asked' : 'told',
    };
  });
  lines.sort((a, b) => comparePeriods(a.line.period, b.line.period));
  return {
    series,
    ...own,
    lines,
    report: { ...outputHeaderOf(dataset), findings: findingsOf(dataset) },
    notes: notesOf(dataset, complete, settings),
    lastEvent: isoOrNull(Math.min(dataset.span.latest, dataset.asOf)),
  };
}

/** The periods that the history holds by these definitions, besides those that are asked for, with their figures. */
function heldPeriods(
  history: History | null,
  series: string,
  fingerprint: string,
  complete: readonly Period[],
  asked: readonly Period[],
): Pick<SnapshotLine, 'figures' | 'period'>[] {
  const told = new Set(asked.map(({ start }) => start));
  const known = new Set(complete.map(({ start }) => start));
  return (history?.lines ?? [])
    .map(({ line }) => line)
    .filter((line) => line.series === series && line.fingerprint === fingerprint)
    .filter(({ period }) => known.has(period.start) && !told.has(period.start));
}

/** Compares the items by the end of the last period that the history has of the series. */
function refuseOtherBoard(dataset: Dataset, series: string, history: History | null): void {
  const last = (history?.lines ?? [])
    .map(({ line }) => line)
    .filter((line) => line.series === series)
    .at(-1);
  if (last === undefined || Number.isNaN(dataset.asOf)) return;
  const end = dataset.zone.startOfDay(dayOfDate(last.period.end)) - 1;
  if (isOtherBoard(boardAt(dataset, end), last.board)) throw otherBoard(series, history?.file ?? null);
}

/** Of one file its own hash, of several that of all in ascending order: the order of the files does not matter. */
function inputHashOf({ log }: Dataset): string | null {
  const digests = log.files.flatMap(({ digest }) => (digest === undefined ? [] : [digest]));
  if (digests.length < log.files.length || digests.length === 0) return null;
  return digests.length === 1 ? (digests[0] as string) : hash(digests.sort(compare).join('\n'));
}

function notesOf(dataset: Dataset, complete: readonly Period[], { asked }: SnapshotSettings): TakenSnapshot['notes'] {
  const { asOf, asOfSource, zone, workflow, settings } = dataset;
  const last = complete.at(-1);
  const notes: TakenSnapshot['notes'] = [];
  if (asOfSource === 'data' && typeof asked === 'string' && last !== undefined) {
    const next = zone.startOfDay(dayOfDate(last.end));
    if (asOf >= next) {
      notes.push({
        code: 'notOver',
        message: `${periodWords({ start: last.end, unit: settings.unit }, 'The')} is not over as of the last event. If it is over by now, add --as-of now.`,
      });
    }
  }
  if (workflow.inferred) {
    notes.push({
      code: 'inferredWorkflow',
      message:
        'The workflow is inferred: another status in the export would be another definition, and the history would begin anew. pitwall init writes it down.',
    });
  }
  return notes;
}
