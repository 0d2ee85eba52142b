import type { StageFigures } from '../../../../contract/result.ts';
import { formatNumber } from '../../../../model/document/number-format.ts';

/** Where most of the time goes. */
export function stagesHeadline(data: readonly StageFigures[]): string {
  const top = longestStage(data);
  return top === null
    ? 'Where the time goes is not known: no visit between a start and an end has ended in the window.'
    : `${formatNumber(top.share, 'share')} of the time between start and end was spent in ${top.stage} (${top.kind}); no stage took more.`;
}

/** The stage with the largest share of the time between start and end; null where none has any. */
export function longestStage(data: readonly StageFigures[]): StageFigures | null {
  let top: StageFigures | null = null;
  for (const stage of data) if ((stage.share ?? 0) > (top?.share ?? 0)) top = stage;
  return top;
}
