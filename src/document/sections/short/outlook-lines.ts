import type { Report } from '../../../contract/output.ts';
import type { ReportOutlook } from '../../../contract/statistics/report-outlook-schema.ts';
import { chanceWords } from '../../../metrics/view/chance-words.ts';
import { type ScalarPart, type Section, scalar } from '../../../model/document/document-parts.ts';
import { durationWords } from '../../../model/document/duration-words.ts';
import type { SomeFigures } from '../../views.ts';
import { forecastLine, riskLine, signalLine } from '../outlook/outlook-section.ts';

const NAMED = 3;

/** What does not look like chance, what is to come, and the items most at risk: a line or two each. */
export function outlookLines(report: Report, outlook: ReportOutlook | undefined): Section[] {
  const parts = [
    ...(outlook === undefined
      ? []
      : [...signalLine(outlook.signals, 1), forecastLine(outlook.forecast), ...riskLine(outlook.risk, report.basis)]),
    ...itemsAtRisk(report),
  ];
  return parts.length === 0 ? [] : [{ id: 'outlook', title: '', parts }];
}

/** The items in progress that are least likely to be done in time; where no chance is known, the oldest. */
function itemsAtRisk({ age, basis }: Pick<SomeFigures, 'age'> & Pick<Report, 'basis'>): ScalarPart[] {
  if (age === undefined || age.byItem.length === 0) return [];
  const known = age.byItem.flatMap((item) => {
    const chance = item.outlook === undefined ? null : chanceWords(item.outlook);
    return chance === null ? [] : [{ ...item, chance }];
  });
  const named =
    known.length === 0
      ? age.byItem.slice(0, NAMED).map(({ ageDays, id }) => `${id} (${durationWords(ageDays, basis)})`)
      : known
          .toSorted((a, b) => rank(a) - rank(b))
          .slice(0, NAMED)
          .map(({ chance, id }) => `${id} (${chance})`);
  const more = age.count > named.length ? ' …' : '';
  return [scalar('', `${known.length === 0 ? 'Oldest' : 'Least likely in time'}: ${named.join(', ')}${more}`, 'text')];
}

/** Late before any chance. */
function rank({ outlook }: NonNullable<SomeFigures['age']>['byItem'][number]): number {
  return outlook?.late === true ? -1 : (outlook?.chance ?? 1);
}
