import type { LittlesLaw } from '../../contract/result.ts';
import type { MetricView } from '../metric.ts';

/** Whether what comes in goes out: average work in progress against throughput × time in process. */
export const littlesLawView: MetricView<LittlesLaw> = {
  brief: (data) => [
    {
      part: 'scalar',
      label: "Little's law ratio",
      value: data.ratio,
      unit: 'number',
      note: `near 1 is steady; in progress from ${data.wipAtStart} to ${data.wipAtEnd}`,
      trend: null,
    },
  ],
  full: (data) => [
    {
      part: 'scalar',
      label: 'Ratio',
      value: data.ratio,
      unit: 'number',
      note: 'average in progress / (departures a day × mean time in process); near 1 the averages describe the flow',
      trend: null,
    },
    {
      part: 'scalar',
      label: 'Average in progress',
      value: data.averageWip,
      unit: 'number',
      note: 'by time, over the window',
      trend: null,
    },
    {
      part: 'scalar',
      label: 'Departures',
      value: data.departuresPerDay,
      unit: 'per day',
      note: 'items in progress that were finished or dropped in the window',
      trend: null,
    },
    {
      part: 'scalar',
      label: 'Mean time in process',
      value: data.meanDays,
      unit: 'days',
      note: 'elapsed, of those that departed',
      trend: null,
    },
    {
      part: 'scalar',
      label: 'In progress at the start',
      value: data.wipAtStart,
      unit: 'items',
      note: null,
      trend: null,
    },
    { part: 'scalar', label: 'In progress at the end', value: data.wipAtEnd, unit: 'items', note: null, trend: null },
    ...(data.ratio === null
      ? [{ part: 'note' as const, weight: 'info' as const, text: 'Nothing departed in the window: there is no ratio.' }]
      : []),
  ],
  records: (data) => ({
    columns: ['averageWip', 'departuresPerDay', 'meanDays', 'ratio', 'wipAtStart', 'wipAtEnd'],
    rows: [[data.averageWip, data.departuresPerDay, data.meanDays, data.ratio, data.wipAtStart, data.wipAtEnd]],
  }),
};
