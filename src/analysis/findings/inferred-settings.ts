import type { LogFile } from '../../model/log/event-log.ts';
import type { Dataset } from '../dataset.ts';

/** Something that was guessed, and what the configuration has to say so that it is not. */
export interface InferredSetting {
  /** The key of the configuration. */
  key: 'workflow' | 'timeZone' | 'dateOrder' | 'sources' | 'dropped';
  what: string;
  /** Items that it decides about. */
  items: number;
}

/** What the data left open and nobody said. */
export function inferredSettingsOf({ log, settings, timelines, workflow }: Dataset): InferredSetting[] {
  const guesses: InferredSetting[] = [];
  const add = (key: InferredSetting['key'], items: number, what: string) => {
    if (items > 0) guesses.push({ key, what, items });
  };
  const itemsOf = (meant: (file: LogFile) => boolean) =>
    log.files.filter(meant).reduce((sum, { items }) => sum + items, 0);
  if (workflow.inferred && workflow.stages.length > 0) {
    add('workflow', timelines.count, 'the stages, their order and their kinds');
  }
  add('timeZone', itemsOf(zoneIsGuess), `the zone of timestamps that state none: ${settings.timeZone}`);
  add('dateOrder', itemsOf(orderIsGuess), 'whether day or month comes first');
  add(
    'sources',
    itemsOf(({ guessed }) => guessed === true),
    'the format',
  );
  if (settings.dropped === null) {
    add('dropped', log.findings.count('assumed-dropped'), 'which resolutions mean dropped: the usual ones');
    add('dropped', log.findings.count('resolution-not-used'), 'that no resolution means dropped');
  }
  return guesses;
}

/** True if timestamps without a zone were read in one that nobody named. */
export function zoneIsGuess({ told, zone }: LogFile): boolean {
  return zone.certainty === 'assumed' && told?.timeZone !== true;
}

/** True if the order of day and month was not proved, and nobody gave it. */
export function orderIsGuess({ dateOrder, told }: LogFile): boolean {
  return (dateOrder.certainty === 'inferred' || dateOrder.certainty === 'assumed') && told?.dateOrder !== true;
}
