import type { Basis } from '../settings.ts';
import { formatNumber } from './number-format.ts';

/** A duration within a sentence. */
export function durationWords(days: number | null, basis: Basis): string {
  return formatNumber(days, 'days', basis === 'working' ? 'whole' : 'clock');
}
