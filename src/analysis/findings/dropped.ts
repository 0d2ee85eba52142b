import type { EventLog } from '../../model/log/event-log.ts';
import type { Settings } from '../../model/settings.ts';
import type { ItemFieldValues } from '../item-field-values.ts';

/** Resolutions that mean given up, in the words of the tools that have resolutions. */
const USUAL_RESOLUTIONS = [
  "Won't Do",
  "Won't Fix",
  'Wont Fix',
  'Wont Do',
  'WONTFIX',
  'Duplicate',
  'Cannot Reproduce',
  "Can't Reproduce",
  'Incomplete',
  'Invalid',
  'Obsolete',
  'Timed out',
  'Not a bug',
  'Not a problem',
  'Works for me',
  'WORKSFORME',
  'Declined',
  'Rejected',
  'Abandoned',
  'Cancelled',
  'Canceled',
  'Tracked Elsewhere',
  'Not planned',
  'Not merged',
];

/** Those of some resolutions that usually mean given up. */
export function usuallyDropped(resolutions: readonly string[]): string[] {
  const usual = new Set(USUAL_RESOLUTIONS.map(key));
  return resolutions.filter((resolution) => usual.has(key(resolution)));
}

const key = (value: string): string => value.replace(/’/g, "'").toLowerCase();

/**
 * Which finished items count as dropped: those of a field that matches `dropped:`. Where nothing is configured, those
 * with one of the usual resolutions of a tool that has resolutions; a column of that name in a table of any origin may
 * mean something else, so there a finding only asks.
 *
 * @param isTable true for an item that comes from a generic table
 * @throws PitwallError `unknown-field` for a configured field that no source has
 */
export function droppedRule(
  settings: Settings,
  log: EventLog,
  fields: ItemFieldValues,
  isTable: (item: number) => boolean,
): (item: number) => boolean {
  const assumed = settings.dropped === null;
  const configured = settings.dropped ?? { resolution: USUAL_RESOLUTIONS };
  if (!assumed) for (const field of Object.keys(configured)) fields.check(field, 'dropped');
  const rules = Object.entries(configured)
    .filter(([field]) => !assumed || log.hasField(field))
    .map(([field, values]) => ({ field, values: new Set(values.map(key)) }));
  if (rules.length === 0) return () => false;
  return (item) => {
    for (const { field, values } of rules) {
      const matched = fields.all(field, item).find((value) => values.has(key(value)));
      if (matched === undefined) continue;
      if (assumed) note(log, fields.all('id', item)[0] as string, matched, isTable(item));
      return !(assumed && isTable(item));
    }
    return false;
  };
}

function note(log: EventLog, item: string, resolution: string, onlyAsk: boolean): void {
  log.findings.add(
    onlyAsk ? 'resolution-not-used' : 'assumed-dropped',
    () => ({
      weight: 'info',
      message: onlyAsk
        ? 'finished items with a resolution that usually means given up count as finished'
        : 'finished items count as dropped because of their resolution (Won’t Do, Duplicate and the like)',
      cure: onlyAsk
        ? 'List the resolutions that mean dropped under "dropped" in the configuration'
        : 'List the resolutions that mean so under "dropped" in the configuration; an empty list means none',
    }),
    { item, value: resolution },
  );
}
