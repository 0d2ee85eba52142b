import type { FlowDistribution } from '../../../../contract/flow-distribution-schema.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';

/** What kinds of work came in. */
export function distributionHeadline({ arrived, field, values }: FlowDistribution): string {
  if (arrived === 0) return 'No item arrived in the window.';
  const all = `${countOf(arrived, 'item')} arrived in the window`;
  const [first] = values;
  if (first === undefined || values.every(({ value }) => value === null)) return `${all}; no item has a ${field}.`;
  const kind = first.value === null ? `without a ${field}` : `with the ${field} ${first.value}`;
  return `${all}; most often ${kind}: ${formatNumber(first.arrived, 'items')}.`;
}
