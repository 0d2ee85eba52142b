import type { DistributionPart, LadderPart, SeriesPart, TablePart } from '../../model/document/document-parts.ts';

/** A distribution as a table of one row, so that every output that draws tables can draw distributions. */
export function distributionTable(part: DistributionPart): TablePart {
  const percentiles = Object.entries(part.percentiles).sort(([a], [b]) => Number(a) - Number(b));
  return {
    part: 'table',
    title: part.title,
    columns: [
      { label: 'Items', unit: 'items' },
      ...percentiles.map(([point]) => ({ label: `${point} % within`, unit: 'days' as const })),
      { label: 'Mean', unit: 'days', expendable: 4 },
      { label: 'Deviation', unit: 'days', expendable: 1 },
      { label: 'Least', unit: 'days', expendable: 2 },
      { label: 'Most', unit: 'days', expendable: 3 },
    ],
    rows:
      part.count === 0
        ? []
        : [[part.count, ...percentiles.map(([, days]) => days), part.mean, part.standardDeviation, part.min, part.max]],
    empty: 'There is nothing to measure.',
  };
}

/** A series as a table, for outputs that cannot draw it. */
export function seriesTable(part: SeriesPart): TablePart {
  return {
    part: 'table',
    title: part.title,
    columns: [
      { label: 'When', unit: 'text' },
      { label: 'Value', unit: part.unit },
    ],
    rows: part.points.map(({ label, value }) => [label, value]),
    empty: 'There is nothing to show.',
  };
}

/** A ladder as a table, for outputs that cannot draw it, with separate columns for waiting and working. */
export function ladderTable(part: LadderPart): TablePart {
  return {
    part: 'table',
    title: part.title,
    columns: [
      { label: 'Step', unit: 'text' },
      { label: 'Wait', unit: 'days', bar: true },
      { label: 'Work', unit: 'days', bar: true },
    ],
    rows: part.steps.map(({ label, step, days }) => [
      label,
      step === 'wait' ? days : null,
      step === 'work' ? days : null,
    ]),
    empty: part.empty,
  };
}
