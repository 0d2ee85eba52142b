import type { Throughput } from '../../../../contract/result.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';

/** How many items are finished a period. */
export function throughputHeadline(data: Throughput): string {
  const { completePeriods, meanPerPeriod, medianPerPeriod, unit } = data;
  if (completePeriods === 0) return `Throughput is not known: the window holds no whole ${unit}.`;
  if (meanPerPeriod === null) return 'Throughput is not known.';
  const mean = formatNumber(meanPerPeriod, 'per period');
  if (completePeriods === 1)
    return `${mean} ${meanPerPeriod === 1 ? 'item was' : 'items were'} finished in the only whole ${unit} of the window.`;
  return `${mean} ${meanPerPeriod === 1 ? 'item' : 'items'} a ${unit} were finished on average over ${countOf(completePeriods, unit)}; the median is ${formatNumber(medianPerPeriod, 'per period')}.`;
}
