import type { ReviewYield } from '../../../../contract/review-yield-schema.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';

type Stage = ReviewYield['stages'][number];

/** What a check that almost everything passes caught, and what it costs. */
export function passesText(stage: Stage, currency: string | null): string {
  const { perYear, visits } = stage;
  const { days, ...money } = costOf(stage);
  const caught =
    stage.sentBack === 0
      ? `sent none of ${countOf(visits, 'visit')} back`
      : `sent ${formatNumber(stage.sentBack, 'number')} of ${countOf(visits, 'visit')} back`;
  const cost = costText(money.hours, money.labourCost, money.delayCost, currency);
  const span = perYear === null ? 'in the window' : 'a year';
  const waits =
    stage.queueDays > 0
      ? `, ${formatNumber(stage.queueDays / (stage.queueDays + stage.ownDays), 'share')} of it in the queue before it`
      : '';
  return `${stage.stage} ${caught}. It costs ${formatNumber(days, 'days')} of items' time ${span}${waits}, and ${cost}.`;
}

/** How much a check sends back, where to, and what each return costs. */
export function sendsBackText(stage: Stage, currency: string | null): string {
  const [first] = stage.returns.to;
  const howMany = first?.count === stage.sentBack ? 'all' : `${formatNumber(first?.count ?? 0, 'number')} of them`;
  const to = first === undefined ? '' : `, ${howMany} to ${first.to}`;
  const each =
    stage.returns.meanDays === null
      ? 'None of them is over yet.'
      : `Each took ${formatNumber(stage.returns.meanDays, 'days')} and ${formatNumber(stage.returns.meanHours, 'hours')} of work, on average, until it was back`;
  const { perYear } = stage.returns;
  const year =
    stage.returns.meanDays === null
      ? ''
      : perYear === null
        ? '.'
        : `: ${formatNumber(perYear.days, 'days')} a year, and ${costText(perYear.hours, perYear.labourCost, null, currency)}.`;
  return `${stage.stage} sent ${formatNumber(stage.sentBack, 'number')} of ${countOf(stage.visits, 'visit')} back${to}. ${each}${year}`;
}

/** Hours beside money, labour beside delay. */
function costText(hours: number, labour: number | null, delay: number | null, currency: string | null): string {
  const money = (value: number) => `${formatNumber(value, 'number')}${currency === null ? '' : ` ${currency}`}`;
  const parts = [
    `${formatNumber(hours, 'hours')} of work${labour === null || hours === 0 ? '' : ` (${money(labour)})`}`,
  ];
  if (delay !== null && delay > 0) parts.push(`${money(delay)} of delay`);
  return parts.join(' and ');
}

/** What the step costs: a year, or in a window that is too short for one. */
export function costOf({ delayCost, hours, labourCost, ownDays, perYear, queueDays }: Stage) {
  return perYear ?? { days: queueDays + ownDays, hours, labourCost, delayCost };
}
