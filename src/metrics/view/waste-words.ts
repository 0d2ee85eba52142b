import type { Waste } from '../../contract/result.ts';
import type { TableColumn } from '../../model/document/document-parts.ts';

export type Line = Waste['lines'][number];

export const isDelay = ({ unit }: Line): boolean => unit === 'days';

/** A line as it is called in a text. */
export function lineName(line: Line['line']): string {
  return line === 'handoffs' ? 'hand-offs' : line;
}

/** True as soon as an hour has a price: the figures alone say whether there are rates. */
export function pricesLabour({ byStage, byType, labour, lines }: Waste): boolean {
  const costs = [labour, ...lines.filter((line) => !isDelay(line)), ...byStage, ...byType];
  return costs.some(({ cost }) => (cost ?? 0) > 0);
}

export function pricesDelay({ delay, lines }: Waste): boolean {
  return [delay, ...lines.filter(isDelay)].some(({ cost }) => (cost ?? 0) > 0);
}

/** A column of money; none where nothing has a price. */
export function moneyColumn(priced: boolean, what: string, { currency }: Waste, expendable = 0): TableColumn[] {
  return priced ? [{ label: currency === null ? what : `${what}, ${currency}`, unit: 'number', expendable }] : [];
}
