import type { Report } from '../../contract/output.ts';
import { FEW } from '../../metrics/view/promise.ts';
import type { PicturePart, Section } from '../../model/document/document-parts.ts';
import { formatNumber } from '../../model/document/number-format.ts';
import type { SomeFigures } from '../views.ts';

/** Ages of what is in progress along a line, on the percentiles of what finished items took; none where either is missing. */
export function ageStripSection(report: Report): Section[] {
  const { age, cycleTime }: SomeFigures = report;
  if (age === undefined || cycleTime === undefined || age.byItem.length < 2 || cycleTime.count < FEW) return [];
  const shown = age.byItem.length;
  const which = shown < age.count ? `The ${shown} oldest of ${formatNumber(age.count, 'number')}` : `The ${shown}`;
  const strip: PicturePart = {
    part: 'picture',
    title: `${which} items in progress by age, on what finished items took`,
    unit: 'days',
    values: age.byItem.map(({ ageDays }) => ageDays),
    lines: Object.entries(cycleTime.percentilesDays).flatMap(([point, days]) =>
      days === null ? [] : [{ label: `${point} %`, value: days }],
    ),
  };
  return [{ id: 'ages', title: '', parts: [strip] }];
}
