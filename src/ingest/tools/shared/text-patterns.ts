/** Labels that say that somebody cannot go on, in the languages that statuses are read in. */
const BLOCKED = /(?<!\p{L})(?:blocked|impeded|impediment|bloquead[oa]|bloqu[ée]e?|blockiert)(?!\p{L})/iu;

/**
 * Which labels mean blocked: the ones that the user names (a comma between them), else those that say so by their name.
 * "Blocker" does not: it mostly says how grave a fault is.
 *
 * @param labels those there are: a name that none of them has is meant for a column of another file
 */
export function blockedLabels(named: string | undefined, labels: Iterable<string>): (label: string) => boolean {
  const names = new Set(splitNames(named ?? '').map((name) => name.toLowerCase()));
  for (const label of labels) if (names.has(label.toLowerCase())) return (one) => names.has(one.toLowerCase());
  return (label) => BLOCKED.test(label);
}

/** The names in a list such as `Done, Released`. */
export function splitNames(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
