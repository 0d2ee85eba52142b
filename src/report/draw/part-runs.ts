import type { Part, ScalarPart } from '../../model/document/document-parts.ts';

/** Parts that are drawn together: at least one, and all of one kind. */
export type Run = readonly [Part, ...Part[]];

/** Neighbouring scalars of one sort share their columns, and notes are one block. Any other part is drawn alone. */
export function runs(parts: readonly Part[]): Run[] {
  const result: [Part, ...Part[]][] = [];
  for (const part of parts) {
    const run = result.at(-1);
    if (run !== undefined && together(run[0], part)) run.push(part);
    else result.push([part]);
  }
  return result;
}

/** True for a scalar whose value may be a whole sentence. */
export function isProse({ unit, value }: ScalarPart): boolean {
  return unit === 'text' || unit === 'instant' || unit === 'date' || typeof value === 'string';
}

function together(a: Part, b: Part): boolean {
  if (a.part === 'scalar' && b.part === 'scalar') return isProse(a) === isProse(b);
  return a.part === 'note' && b.part === 'note';
}
