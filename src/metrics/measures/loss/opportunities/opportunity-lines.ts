import type { Opportunities, Opportunity } from '../../../../contract/opportunities-schema.ts';
import { moneyText } from '../../../../model/document/money.ts';
import { countOf, formatNumber, itemDays } from '../../../../model/document/number-format.ts';

/** The first of what to fix, a line each: where it is, how much, and what that cost or its share. */
export function opportunityLines({ currency, list }: Opportunities, most: number): string[] {
  return list
    .slice(0, most)
    .map((one, index) => `${index + 1}. ${factOf(one)}${one.kind === 'review' ? '' : `, ${weight(one, currency)}`}`);
}

function factOf({ evidence, items, kind, quantity, stage, unit }: Opportunity): string {
  const amount = unit === 'hours' ? formatNumber(quantity, 'hours') : itemDays(quantity);
  const all = countOf(items, 'item');
  switch (kind) {
    case 'wait':
      return `Items waited ${amount} in ${stage}`;
    case 'blocked':
      return `${all} were blocked for ${amount}`;
    case 'rework':
      return stage === null
        ? `${all} were worked on again for ${amount}`
        : `${stage} sent work back ${countOf(evidence.sentBack ?? 0, 'time')}: ${amount} done again`;
    case 'abandoned':
      return `${all} took ${amount} of work and were then dropped`;
    case 'handoffs':
      return `${all} changed hands ${countOf(evidence.handoffs ?? 0, 'time')}: ${amount}`;
    case 'review':
      return `${stage} let ${formatNumber(evidence.passRate, 'share')} pass, and took ${amount}`;
  }
}

/** Money where it has a price; else its share, since hours and days alone say little of their weight. */
function weight({ cost, share, unit }: Opportunity, currency: string | null): string {
  const of = unit === 'hours' ? 'labour' : 'delay';
  return cost === null ? `${formatNumber(share, 'share')} of all ${of}` : `${moneyText(cost, currency)} of ${of}`;
}
