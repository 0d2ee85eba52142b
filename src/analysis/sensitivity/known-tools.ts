import type { Sensitivity } from '../../contract/statistics/sensitivity-schema.ts';
import type { Settings } from '../../model/settings.ts';
import { percentile, summarize } from '../../stats/index.ts';

type Tool = Sensitivity['tools'][number];

/** A tool whose definition is published, and how its figure follows from the times of items. */
export interface KnownTool extends Pick<Tool, 'tool' | 'definition' | 'source' | 'figure'> {
  /** What it measures from; left out: the run's own start. */
  fromCreation?: true;
  /** Its own settings; what is not there it leaves to its user, so the run's own are taken. */
  settings: Partial<Settings>;
  /** True: an item that starts and ends at one instant has no time. */
  withoutZero?: true;
  /**
   * The figure.
   * @param days put in another order by this
   * @param method the run's rule of percentiles, where the tool's own is not published
   */
  figureOf: (days: Float64Array, method: Settings['percentiles']['method']) => number | null;
}

const FIRST_START = { startPolicy: 'first', commitAt: null } as const;

/** Those that publish it. Each source was read for what stands here. */
export const KNOWN_TOOLS: readonly KnownTool[] = [
  {
    tool: 'ActionableAgile',
    definition: 'Finish date less start date, plus 1',
    source: 'https://www.55degrees.se/post/what-is-cycle-time',
    figure: '85th percentile',
    settings: { basis: 'inclusive' },
    figureOf: (days, method) => percentile(days, 85, method),
  },
  {
    tool: 'jirametrics',
    definition: 'Finish date less start date, plus 1; the value after the first 85 %',
    source: 'https://github.com/mikebowler/jirametrics',
    figure: '85th percentile',
    settings: { basis: 'inclusive' },
    withoutZero: true,
    figureOf: (days) => [...days].sort((a, b) => a - b)[Math.floor((days.length * 85) / 100)] ?? null,
  },
  {
    tool: 'jira-agile-metrics',
    definition: 'Elapsed; begins anew after a move back before the start; interpolated',
    source: 'https://github.com/DeloitteDigitalUK/jira-agile-metrics',
    figure: '85th percentile',
    settings: { basis: 'elapsed', startPolicy: 'last', finishPolicy: 'last', excludePaused: false },
    figureOf: (days) => percentile(days, 85, 'linear'),
  },
  {
    tool: 'Azure DevOps, cycle time',
    definition: 'First In Progress or Resolved state to a Completed one',
    source: 'https://learn.microsoft.com/azure/devops/report/dashboards/cycle-time-and-lead-time',
    figure: 'mean',
    settings: { basis: 'elapsed', ...FIRST_START, excludePaused: false },
    figureOf: (days) => summarize(days).mean,
  },
  {
    tool: 'Azure DevOps, lead time',
    definition: 'Creation to a Completed state',
    source: 'https://learn.microsoft.com/azure/devops/report/dashboards/cycle-time-and-lead-time',
    figure: 'mean',
    fromCreation: true,
    settings: { basis: 'elapsed' },
    figureOf: (days) => summarize(days).mean,
  },
  {
    tool: 'Jira, control chart',
    definition: 'Time in the columns of the work; that of reopened items is added',
    source: 'https://support.atlassian.com/jira-software-cloud/docs/view-and-understand-the-control-chart/',
    figure: 'mean',
    settings: { basis: 'elapsed', ...FIRST_START, finishPolicy: 'last', excludePaused: true },
    figureOf: (days) => summarize(days).mean,
  },
  {
    tool: 'GitLab, lead time',
    definition: 'Creation to closing',
    source: 'https://docs.gitlab.com/user/group/value_stream_analytics/',
    figure: 'median',
    fromCreation: true,
    settings: { basis: 'elapsed' },
    figureOf: (days) => percentile(days, 50, 'linear'),
  },
];
