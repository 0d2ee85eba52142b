import type { Adherence } from '../../../../contract/adherence-schema.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';

/** How many items kept to the path. */
export function adherenceHeadline({ items, onPathShare, pathFrom }: Adherence): string {
  if (onPathShare === null) return 'Whether items kept to a path is not known: none was finished in the window.';
  const kept = pathFrom === 'most common' ? 'went the most common way' : 'kept to the path';
  if (items === 1) return `The only finished item ${onPathShare === 1 ? kept : 'left the path'}.`;
  return `${formatNumber(onPathShare, 'share')} of ${countOf(items, 'finished item')} ${kept}.`;
}
