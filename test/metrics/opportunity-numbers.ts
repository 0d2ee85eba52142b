import type { Opportunities, Opportunity } from '../../src/contract/opportunities-schema.ts';
import { formatNumber } from '../../src/model/document/number-format.ts';

/** A number as it is written: digits and decimals. */
const NUMBER = /\d+(?:\.\d+)?(?: (?:h|d|min|s|%)(?![\p{L}\d]))?/gu;

/** Every number in a sentence, with the unit that is glued to it; those of a stage's name are none. */
export function numbersIn(sentence: string, { stage }: Opportunity): string[] {
  const text = stage === null ? sentence : sentence.replaceAll(stage, '');
  return text.match(NUMBER) ?? [];
}

/** The numbers that the sentences of an opportunity must hold, worked out anew from the items behind it. */
export function numbersTold(one: Opportunity, { delayBasis, windowDays }: Opportunities): [string, string[]][] {
  const quantity = one.byItem.reduce((total, item) => total + item.quantity, 0);
  const cost = one.byItem.some((item) => item.cost === null)
    ? null
    : one.byItem.reduce((total, item) => total + (item.cost as number), 0);
  const amount = (value: number) => formatNumber(value, one.unit === 'hours' ? 'hours' : 'number');
  const count = (value: number | null) => formatNumber(value, 'number');
  const quarters = windowDays / (365.25 / 4);
  const { handoffs, medianDays, minutes, passRate, sentBack, visits } = one.evidence;
  const items = count(one.byItem.length);
  const evidence: Record<Opportunity['kind'], string[]> = {
    wait: [
      amount(quantity),
      count(visits),
      items,
      formatNumber(medianDays, 'days', delayBasis === 'elapsed' ? 'clock' : 'whole'),
    ],
    blocked: [items, amount(quantity)],
    rework: one.stage === null ? [items, amount(quantity)] : [count(sentBack), amount(quantity), items],
    abandoned: [items, amount(quantity)],
    handoffs: [items, count(handoffs), count(minutes), amount(quantity)],
    review: [formatNumber(passRate, 'share'), count(visits), count(sentBack), amount(quantity), items],
  };
  const priced = cost === null ? [] : [count(cost)];
  const change = cost === null ? [] : [count(cost / 2 / quarters), count(cost / quantity)];
  return [
    [one.evidence.sentence, [...evidence[one.kind], ...priced]],
    [one.change.sentence, [amount(quantity / 2 / quarters), ...change]],
  ];
}
