import { note, type Section } from '../../model/document/document-parts.ts';
import { formatNumber } from '../../model/document/number-format.ts';
import type { KindEffect } from '../../model/workflow/kind-effect.ts';

/** What one answer would change: whether a stage whose kind is a guess is work, or a queue. */
export function kindQuestionSection(effect: KindEffect | undefined): Section[] {
  if (effect === undefined) return [];
  const { efficiency, kind, otherEfficiency, stage } = effect;
  const asked = kind === 'waiting' ? `Is ${stage} a queue?` : `Is ${stage} work, not a queue?`;
  const [from, to] = [efficiency, otherEfficiency].map((share) => formatNumber(share, 'share'));
  const text = `${asked} It would take work from ${from} to ${to}. pitwall init asks.`;
  // Beside what the answer takes for granted.
  const only = { of: 'frame', at: ['brief', 'listed', 'whole'] } as const;
  return [{ id: 'warnings', title: '', parts: [note(text)], only }];
}
