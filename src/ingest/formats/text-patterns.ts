/** Labels that say that somebody cannot go on, in the languages that statuses are read in. */
const BLOCKED = /(?<!\p{L})(?:blocked|impeded|impediment|bloquead[oa]|bloqu[ée]e?|blockiert)(?!\p{L})/iu;

/**
 * Which labels mean blocked: the ones that the user names (a comma between them), else those that say so by their name.
 * "Blocker" does not: it mostly says how grave a fault is.
 */
export function blockedLabels(named: string | undefined): (label: string) => boolean {
  if (named === undefined) return (label) => BLOCKED.test(label);
  const names = new Set(splitNames(named).map((name) => name.toLowerCase()));
  return (label) => names.has(label.toLowerCase());
}

/** The names in a list such as `Done, Released`. */
export function splitNames(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
