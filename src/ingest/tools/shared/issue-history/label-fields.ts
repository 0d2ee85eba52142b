/** Fields that trackers have no place for, by the labels that stand for them. */
const PATTERNS: readonly (readonly [field: string, RegExp])[] = [
  ['priority', /^(?:priority|prio)\s*(?:::|:|\/|-)\s*(\S.*)$/i],
  ['priority', /^(p\d)$/i],
  ['points', /^(?:story ?points?|points?|sp|estimate)\s*(?:::|:|\/|-)?\s*(\d+(?:\.\d+)?)$/i],
  ['points', /^(\d+(?:\.\d+)?) ?(?:points?|sp)$/i],
  ['type', /^(?:type|kind)\s*(?:::|:|\/)\s*(\S.*)$/i],
];

/** The fields that labels give: the first label of each field counts. */
export function labelFields(labels: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  for (const label of labels) {
    for (const [field, pattern] of PATTERNS) {
      const value = pattern.exec(label)?.[1];
      if (value !== undefined && !fields.has(field)) fields.set(field, value);
    }
  }
  return fields;
}
