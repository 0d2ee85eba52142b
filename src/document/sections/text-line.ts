import type { NotePart, ScalarPart, Unit, Value } from '../../model/document-parts.ts';

/** A labelled line of text. */
export function textLine(label: string, value: string): ScalarPart {
  return { part: 'scalar', label, value, unit: 'text', note: null, trend: null };
}

/** A labelled figure. */
export function figureLine(label: string, value: Value, unit: Unit, note: string | null = null): ScalarPart {
  return { part: 'scalar', label, value, unit, note, trend: null };
}

export function note(text: string, weight: NotePart['weight'] = 'info'): NotePart {
  return { part: 'note', weight, text };
}
