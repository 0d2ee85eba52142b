import type { Chart, PlanePanel, Series } from '../../../../model/document/chart.ts';
import { plainText } from './text.ts';
import { placeText, pointsOf, valueText } from './values.ts';

type Notation = Chart['notation'];

/** The lines that a mark says when it is pointed at; the first is its name. */
export type Hint = (index: number) => string[];

/** The hint of a series' marks; null where it has none. */
export function hintOf(series: Series, panel: PlanePanel, notation: Notation): Hint | null {
  const { x, y } = panel;
  const value = (amount: number | null) => valueText(amount, y.unit, y.currency, notation);
  const named = (text: string) => (series.label === '' ? text : `${series.label}: ${text}`);
  switch (series.mark) {
    case 'dots':
      return (index) => {
        const dot = series.dots[index];
        if (dot === undefined) return [];
        const name = [dot.id, dot.title].filter((text) => text !== null).join(' · ');
        return lines(name, placeText(dot.x, x, notation), dot.note ?? value(dot.y), series.label);
      };
    case 'bars':
      return (index) => {
        const bar = series.bars[index];
        if (bar === undefined) return [];
        const name = x.scale === 'time' ? placeText(bar.from, x, notation) : bar.label;
        return lines(name, named(value(bar.value)), bar.incomplete ? 'only a part of it lies in the window' : '');
      };
    case 'line':
      return (index) => {
        const point = series.points[index];
        if (point === undefined) return [];
        return lines(placeText(point.x, x, notation), named(value(point.y)), point.note ?? '');
      };
    case 'boxes':
      return (index) => lines(series.boxes[index]?.label ?? '', series.label);
    case 'segments':
      return (index) => lines(series.segments[index]?.label ?? '', series.label);
    default:
      return null;
  }
}

/** What every series of a panel has at the place of one point. */
export function hintAcross(panel: PlanePanel, index: number, notation: Notation): string[] {
  const areas = panel.series.filter(({ mark }) => mark === 'area');
  const place = pointsOf(areas.at(-1) as Series)[index]?.x;
  if (place === undefined) return [];
  const values = panel.series.toReversed().flatMap((series) => {
    const points = pointsOf(series);
    const at = points[index]?.x === place ? points[index] : points.find(({ x }) => x === place);
    if (at === undefined) return [];
    return [`${series.label}: ${valueText(at.y, panel.y.unit, panel.y.currency, notation)}`];
  });
  return lines(placeText(place, panel.x, notation), ...values);
}

function lines(...texts: string[]): string[] {
  return texts.filter((text) => text !== '').map(plainText);
}
