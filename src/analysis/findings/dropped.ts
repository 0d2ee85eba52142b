import type { EventLog } from '../../model/log/event-log.ts';
import type { Settings } from '../../model/settings.ts';
import { kindFromName } from '../../normalize/index.ts';
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
  'Moved',
];

/** Those of some resolutions that usually mean given up. */
export function usuallyDropped(resolutions: readonly string[]): string[] {
  return resolutions.filter(isUsuallyDropped);
}

const key = (value: string): string => value.replace(/’/g, "'").toLowerCase();

const USUAL: ReadonlySet<string> = new Set(USUAL_RESOLUTIONS.map(key));

/** One of the usual words, or one that means so as the name of a status, in any language that is known. */
function isUsuallyDropped(resolution: string): boolean {
  return USUAL.has(key(resolution)) || kindFromName(resolution) === 'dropped';
}

/** A test of values that asks once of each. */
function remembered(test: (value: string) => boolean): (value: string) => boolean {
  const known = new Map<string, boolean>();
  return (value) => {
    let answer = known.get(value);
    if (answer === undefined) {
      answer = test(value);
      known.set(value, answer);
    }
    return answer;
  };
}

/**
 * Which finished items count as dropped: those of a field that matches `dropped:`. Where nothing is configured, those
 * with one of the usual resolutions of a tool that has resolutions; a column of that name in a table of any origin may
 * mean something else, so there a finding only asks.
 *
 * @param isTable true for an item that comes from a generic table
 * @param notes false: nothing becomes a finding, as facts are derived once more
 * @throws PitwallError `unknown-field` for a configured field that no source has
 */
export function droppedRule(
  settings: Settings,
  log: EventLog,
  fields: ItemFieldValues,
  isTable: (item: number) => boolean,
  notes = true,
): (item: number) => boolean {
  const assumed = settings.dropped === null;
  const rules = assumed ? usualRules(log) : configuredRules(settings.dropped ?? {}, fields);
  if (rules.length === 0) return () => false;
  return (item) => {
    for (const { field, matches } of rules) {
      const matched = fields.all(field, item).find(matches);
      if (matched === undefined) continue;
      if (assumed && notes) note(log, fields.all('id', item)[0] as string, matched, isTable(item));
      return !(assumed && isTable(item));
    }
    return false;
  };
}

interface DroppedRule {
  field: string;
  /** True of a value that means given up. */
  matches: (value: string) => boolean;
}

function usualRules(log: EventLog): DroppedRule[] {
  return log.hasField('resolution') ? [{ field: 'resolution', matches: remembered(isUsuallyDropped) }] : [];
}

function configuredRules(dropped: NonNullable<Settings['dropped']>, fields: ItemFieldValues): DroppedRule[] {
  return Object.entries(dropped).map(([field, values]) => {
    fields.check(field, 'dropped');
    const wanted = new Set(values.map(key));
    return { field, matches: (value) => wanted.has(key(value)) };
  });
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
