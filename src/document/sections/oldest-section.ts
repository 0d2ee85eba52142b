import type { Report } from '../../contract/output.ts';
import type { Age } from '../../contract/result.ts';
import { chanceWords } from '../../metrics/view/chance-words.ts';
import { dependable } from '../../metrics/view/percentile.ts';
import { FEW } from '../../metrics/view/promise.ts';
import { note, type Part, type Section, table } from '../../model/document/document-parts.ts';
import { durationWords } from '../../model/document/duration-words.ts';
import { countOf, formatNumber } from '../../model/document/number-format.ts';
import type { Basis } from '../../model/settings.ts';
import type { SomeFigures } from '../views.ts';
import { knownColumns } from './known-columns.ts';

/** What is in progress and old, each against what finished items took; no section where nothing is in progress. */
export function oldestSection(report: Report): Section[] {
  const { age, cycleTime }: SomeFigures = report;
  if (age === undefined || age.byItem.length === 0) return [];
  const limit = cycleTime === undefined ? null : dependable(cycleTime);
  const alone = cycleTime?.count === 1;
  const shown = age.byItem.length < age.count ? ` (${age.byItem.length} of ${formatNumber(age.count, 'number')})` : '';
  const parts: Part[] = [
    knownColumns(
      table(
        '',
        [
          { label: 'Item', unit: 'text' },
          { label: 'Title', unit: 'text', expendable: 6 },
          { label: 'Stage', unit: 'text' },
          { label: 'Age', unit: 'days' },
          { label: 'In stage', unit: 'days', expendable: 1 },
          { label: alone ? 'Against it' : `Against ${limit?.point ?? 85} %`, unit: 'text' },
          { label: 'Chance', unit: 'text' },
        ],
        age.byItem.map((item) => [
          item.id,
          item.title,
          item.stage,
          item.ageDays,
          item.inStageDays,
          against(item.ageDays, limit?.days ?? null),
          item.outlook === undefined ? null : chanceWords(item.outlook),
        ]),
      ),
    ),
  ];
  if (cycleTime !== undefined && limit !== null && limit.days !== null) {
    const finished = cycleTime.count >= FEW ? 'finished items' : `only ${countOf(cycleTime.count, 'finished item')}`;
    const than = alone ? 'the only finished item took' : `what ${limit.point} % of ${finished} took`;
    parts.push(note(`▲ above: already older than ${than} (${durationWords(limit.days, report.basis)}).`));
  }
  parts.push(...chanceNote(age, report.basis));
  return [{ id: 'oldest', title: `In progress, oldest first${shown}`, parts }];
}

/** What the chances are of. */
function chanceNote({ byItem, expectation }: Age, basis: Basis): Part[] {
  const { days, share, source } = expectation;
  if (days === null || byItem.every(({ outlook }) => (outlook?.chance ?? null) === null)) return [];
  const whose = source === 'censoredPercentile' ? 'what is usual with the open items' : 'the expectation';
  const percent = formatNumber(share, 'share');
  return [
    note(`Chance: to be done within ${durationWords(days, basis)}, ${whose} (${percent}). All items: pitwall risk.`),
  ];
}

function against(days: number, limit: number | null): string | null {
  if (limit === null) return null;
  return days > limit ? '▲ above' : 'within';
}
