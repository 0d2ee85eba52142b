import type { Opportunity } from '../../../../contract/opportunities-schema.ts';
import { moneyText } from '../../../../model/document/money.ts';
import { countOf, formatNumber, itemDays } from '../../../../model/document/number-format.ts';
import type { CostSettings } from '../../../../model/settings.ts';

/** An opportunity but for its sentences. */
export type Figures = Omit<Opportunity, 'evidence' | 'change'> & {
  evidence: Omit<Opportunity['evidence'], 'sentence'>;
  change: Omit<Opportunity['change'], 'sentence'>;
};

/** The evidence in one sentence; each of its numbers is a figure of the opportunity. */
export function evidenceSentence(figures: Figures, { currency, delayBasis }: CostSettings): string {
  const { cost, unit } = figures;
  const of = unit === 'hours' ? 'labour' : 'delay';
  return `${factsOf(figures, delayBasis)}${cost === null ? '' : `; ${moneyText(cost, currency)} of ${of}`}.`;
}

function factsOf(figures: Figures, delayBasis: CostSettings['delayBasis']): string {
  const { kind, quantity, stage } = figures;
  const { handoffs, medianDays, minutes, passRate, sentBack, visits } = figures.evidence;
  const amount = amountText(figures, quantity);
  const items = countOf(figures.items, 'item');
  switch (kind) {
    case 'wait':
      return `Items waited ${amount} in ${stage}: ${countOf(visits ?? 0, 'visit')} of ${items}, median ${formatNumber(medianDays, 'days', delayBasis === 'elapsed' ? 'clock' : 'whole')}`;
    case 'blocked':
      return `${items} were blocked for ${amount}`;
    case 'rework':
      return stage === null
        ? `${items} were worked on again for ${amount}`
        : `${stage} sent work back ${countOf(sentBack ?? 0, 'time')}: ${amount} of work done again on ${items}`;
    case 'abandoned':
      return `${items} took ${amount} of work and were then dropped`;
    case 'handoffs':
      return `${items} changed hands ${countOf(handoffs ?? 0, 'time')}, at ${formatNumber(minutes, 'number')} minutes each: ${amount}`;
    case 'review':
      return `${stage} let ${formatNumber(passRate, 'share')} of ${countOf(visits ?? 0, 'visit')} pass, sent ${formatNumber(sentBack, 'number')} back, and took ${amount} on ${items}`;
  }
}

/** What one change is worth. */
export function changeSentence(figures: Figures, { currency }: CostSettings): string {
  const { costPerQuarter, quantityPerQuarter } = figures.change;
  const saved = `${changeOf(figures)} saves ${amountText(figures, quantityPerQuarter)} a quarter`;
  if (costPerQuarter === null || figures.rate === null) return `${saved}.`;
  const of = figures.unit === 'hours' ? 'labour' : 'delay';
  const rate = `${moneyText(figures.rate, currency)} ${figures.unit === 'hours' ? 'an hour' : 'a day'}`;
  return `${saved}: ${moneyText(costPerQuarter, currency)} of ${of}, at ${rate}${figures.rateIsOne ? '' : ' on average'}.`;
}

function changeOf({ kind, stage }: Figures): string {
  switch (kind) {
    case 'wait':
      return `Halving the wait in ${stage ?? ''}`;
    case 'blocked':
      return 'Halving the time under a flag';
    case 'rework':
      return stage === null ? 'Halving the work done again' : `Halving what comes back from ${stage}`;
    case 'abandoned':
      return 'Halving the work on items before they are dropped';
    case 'handoffs':
      return 'Halving the hand-offs';
    case 'review':
      return `Checking half as much in ${stage ?? ''}`;
  }
}

function amountText({ unit }: Figures, quantity: number): string {
  return unit === 'hours' ? formatNumber(quantity, 'hours') : itemDays(quantity);
}
