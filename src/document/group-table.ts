import type { Group, MetricReport, Report } from '../contract/output.ts';
import type { Figures } from '../contract/result.ts';
import type { MetricId, MetricView } from '../metrics/metric.ts';
import { dependable, typical } from '../metrics/view/percentile.ts';
import type { Section, Value } from '../model/parts.ts';
import { briefOf, type SomeFigures } from './views.ts';

/** One row for the whole and one for each value of the field, side by side. */
export function reportGroupsSection(report: Report): Section[] {
  const { groups } = report;
  if (groups === undefined) return [];
  return [
    {
      id: 'groups',
      title: `By ${byOf(groups)}`,
      parts: [
        {
          part: 'table',
          title: '',
          columns: [
            { label: byOf(groups), unit: 'text' },
            { label: 'Finished', unit: 'items' },
            { label: `${typical(report.cycleTime)?.point ?? 50} % within`, unit: 'days' },
            { label: `${dependable(report.cycleTime)?.point ?? 85} % within`, unit: 'days' },
            { label: `A ${report.throughput.unit}`, unit: 'per period', expendable: 3 },
            { label: 'Efficiency', unit: 'share', expendable: 4 },
            { label: 'WIP', unit: 'items', expendable: 2 },
            { label: 'Rework', unit: 'share', expendable: 1 },
          ],
          rows: [row('(all)', report), ...groups.map((group) => row(nameOf(group), group))],
          empty: '',
        },
      ],
    },
  ];
}

function row(name: string, figures: SomeFigures): Value[] {
  const { cycleTime } = figures;
  return [
    name,
    figures.items?.inWindow.finished ?? null,
    (cycleTime && typical(cycleTime)?.days) ?? null,
    (cycleTime && dependable(cycleTime)?.days) ?? null,
    figures.throughput?.meanPerPeriod ?? null,
    figures.flowEfficiency?.efficiency ?? null,
    figures.wip?.current ?? null,
    figures.rework?.shareOfActive ?? null,
  ];
}

/** The same for one metric: its brief figures are the columns. */
export function metricGroupsSection<Id extends MetricId>(
  id: Id,
  report: MetricReport,
  view: MetricView<Figures[Id]>,
): Section[] {
  const { groups } = report;
  const whole = briefOf(id, report, view);
  if (groups === undefined || whole.length === 0) return [];
  return [
    {
      id: 'groups',
      title: `By ${byOf(groups)}`,
      parts: [
        {
          part: 'table',
          title: '',
          columns: [
            { label: byOf(groups), unit: 'text' },
            ...whole.map(({ label, unit }) => ({ label, unit })),
            { label: 'Over', unit: 'text', expendable: 1 },
          ],
          rows: [
            { name: '(all)', brief: whole },
            ...groups.map((group) => ({ name: nameOf(group), brief: briefOf(id, group, view) })),
          ].map(({ name, brief }) => [
            name,
            ...whole.map((_, index) => brief[index]?.value ?? null),
            brief[0]?.note ?? null,
          ]),
          empty: '',
        },
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
