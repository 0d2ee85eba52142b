import type { Age, CycleTime } from '../contract/result.ts';
import { dependable } from '../metrics/view/percentile.ts';
import type { Part, Section } from '../model/parts.ts';
import type { Basis } from '../model/settings.ts';
import { formatNumber } from '../model/number-format.ts';
import { note } from './fact.ts';
import { durationWords } from './words.ts';

/** What is in progress and old, each against what finished items took. */
export function oldestSection(age: Age, cycleTime: CycleTime, basis: Basis): Section {
  const limit = dependable(cycleTime);
  const shown = age.byItem.length < age.count ? ` (${age.byItem.length} of ${formatNumber(age.count, 'number')})` : '';
  const parts: Part[] = [
    {
      part: 'table',
      title: '',
      columns: [
        { label: 'Item', unit: 'text' },
        { label: 'Title', unit: 'text', expendable: 2 },
        { label: 'Stage', unit: 'text' },
        { label: 'Age', unit: 'days' },
        { label: 'In stage', unit: 'days', expendable: 1 },
        { label: `Against ${limit?.point ?? 85} %`, unit: 'text' },
      ],
      rows: age.byItem.map((item) => [
        item.id,
        item.title,
        item.stage,
        item.ageDays,
        item.inStageDays,
        against(item.ageDays, limit?.days ?? null),
      ]),
      empty: 'Nothing is in progress.',
    },
  ];
  if (age.byItem.length > 0 && limit !== null && limit.days !== null) {
    parts.push(
      note(
        `▲ above: already older than what ${limit.point} % of finished items took (${durationWords(limit.days, basis)}).`,
      ),
    );
  }
  return { id: 'oldest', title: `In progress, oldest first${shown}`, parts };
}

function against(days: number, limit: number | null): string | null {
  if (limit === null) return null;
  return days > limit ? '▲ above' : 'within';
}
