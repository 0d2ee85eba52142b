import type { Group, MetricReport, Report } from '../../contract/output.ts';
import type { MetricId } from '../../metrics/metric.ts';
import { dependable, typical } from '../../metrics/view/percentile.ts';
import { type Section, table, type Value } from '../../model/document/document-parts.ts';
import { briefOf, type SomeFigures } from '../views.ts';
import { knownColumns } from './known-columns.ts';
import { startedNever } from './sample-size.ts';

/** One row for the whole and one for each value of the field, side by side. */
export function reportGroupsSection(report: Report): Section[] {
  const { groups } = report;
  if (groups === undefined) return [];
  const figures: SomeFigures = report;
  // When no start is known, lead times are what there is to compare.
  const times = (figures.cycleTime?.count ?? 0) === 0 && (figures.leadTime?.count ?? 0) > 0 ? 'leadTime' : 'cycleTime';
  const prefix = times === 'leadTime' ? 'Lead, ' : '';
  const whole = figures[times];
  const wipKnown = !startedNever(figures);
  return [
    {
      id: 'groups',
      title: `By ${byOf(groups)}`,
      parts: [
        knownColumns(
          table(
            '',
            [
              { label: byOf(groups), unit: 'text' },
              { label: 'Finished', unit: 'items' },
              { label: `${prefix}${(whole && typical(whole)?.point) ?? 50} % within`, unit: 'days' },
              { label: `${prefix}${(whole && dependable(whole)?.point) ?? 85} % within`, unit: 'days' },
              { label: `A ${figures.throughput?.unit ?? 'period'}`, unit: 'per period', expendable: 3 },
              { label: 'Efficiency', unit: 'share', expendable: 4 },
              { label: 'WIP', unit: 'items', expendable: 2 },
              { label: 'Rework', unit: 'share', expendable: 1 },
            ],
            [
              row('(all)', report, times, wipKnown),
              ...groups.map((group) => row(nameOf(group), group, times, wipKnown)),
            ],
          ),
        ),
      ],
    },
  ];
}

function row(name: string, figures: SomeFigures, times: 'cycleTime' | 'leadTime', wipKnown: boolean): Value[] {
  const distribution = figures[times];
  return [
    name,
    figures.items?.inWindow.finished ?? null,
    (distribution && typical(distribution)?.days) ?? null,
    (distribution && dependable(distribution)?.days) ?? null,
    figures.throughput?.meanPerPeriod ?? null,
    figures.flowEfficiency?.efficiency ?? null,
    (wipKnown ? figures.wip?.current : null) ?? null,
    figures.rework?.shareOfActive ?? null,
  ];
}

/** The same for one metric: its brief figures are the columns. */
export function metricGroupsSection(id: MetricId, report: MetricReport): Section[] {
  const { groups } = report;
  const whole = briefOf(id, report);
  if (groups === undefined || whole.length === 0) return [];
  return [
    {
      id: 'groups',
      title: `By ${byOf(groups)}`,
      parts: [
        knownColumns(
          table(
            '',
            [
              { label: byOf(groups), unit: 'text' },
              ...whole.map(({ label, unit }) => ({ label, unit })),
              { label: 'Over', unit: 'text', expendable: 1 },
            ],
            [
              { name: '(all)', brief: whole },
              ...groups.map((group) => ({ name: nameOf(group), brief: briefOf(id, group) })),
            ].map(({ name, brief }) => [
              name,
              ...whole.map((_, index) => brief[index]?.value ?? null),
              brief[0]?.note ?? null,
            ]),
          ),
        ),
      ],
    },
  ];
}

function byOf(groups: readonly Group[]): string {
  return groups[0]?.by ?? 'group';
}

function nameOf({ value }: Group): string {
  return value ?? '(none)';
}
