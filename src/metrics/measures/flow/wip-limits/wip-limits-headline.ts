import type { WipLimits } from '../../../../contract/wip-limits-schema.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';

/** Which stage was over its limit most; without limits, how many would have held. */
export function wipLimitsHeadline({ stages }: WipLimits): string {
  const limited = stages.filter(({ limit }) => limit !== null);
  if (limited.length === 0) {
    const held = stages.filter(({ suggestion }) => suggestion !== null).length;
    return `No stage has a WIP limit; ${held === 0 ? 'none can be suggested' : `for ${countOf(held, 'stage')} one is suggested`}.`;
  }
  const most = limited.reduce((top, stage) => ((stage.overShare ?? 0) > (top.overShare ?? 0) ? stage : top));
  if ((most.overShare ?? 0) === 0) {
    const known = limited.some(({ overShare }) => overShare !== null);
    return known ? 'No stage was over its WIP limit.' : 'Whether a stage was over its WIP limit is not known.';
  }
  const rank = limited.length === 1 ? '' : `, the most of ${countOf(limited.length, 'stage')} with a limit`;
  return `${most.stage} was over its limit of ${formatNumber(most.limit, 'number')} for ${formatNumber(most.overShare, 'share')} of the time${rank}.`;
}
