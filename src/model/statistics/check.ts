/** One step of a path to a figure: a key, or the entry of a list that has this name. */
export type PathStep = { key: string } | { entry: string };

export const COMPARISONS = ['<=', '<', '>=', '>', '==', '!='] as const;

export type Comparison = (typeof COMPARISONS)[number];

/** The units of limits: days, hours, percent; null: none is written. */
export type LimitUnit = 'd' | 'h' | '%' | null;

/** A limit: a number with its unit, or a multiple of a baseline. */
export type Limit = { value: number; unit: LimitUnit } | { factor: number };

/** A limit on a figure. */
export interface Check {
  /** As outputs show it; the expression if none was given. */
  name: string;
  /** The expression as written: `cycleTime.p85 <= 10d`. */
  text: string;
  path: readonly PathStep[];
  comparison: Comparison;
  limit: Limit;
  level: 'error' | 'warn';
  /** The least sample that it can be judged by; null: the usual one. */
  minimum: number | null;
  /** Where it was written, for an error: `--max`, `checks[2]`. */
  where: string;
}

/** The path of a figure as people write it. */
export function pathText(path: readonly PathStep[]): string {
  let text = '';
  for (const step of path) {
    if ('key' in step) text += text === '' ? step.key : `.${step.key}`;
    else text += /^"|\]|^\s|\s$|^$/.test(step.entry) ? `[${JSON.stringify(step.entry)}]` : `[${step.entry}]`;
  }
  return text;
}
