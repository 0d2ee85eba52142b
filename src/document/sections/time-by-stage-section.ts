import type { StageFigures } from '../../contract/result.ts';
import { longestStage } from '../../metrics/measures/workflow/stages/stages-headline.ts';
import { visitLabels } from '../../metrics/measures/workflow/stages/stages-view.ts';
import { dependable, typical } from '../../metrics/view/percentile.ts';
import { type NotePart, note, type Section, table } from '../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../model/document/number-format.ts';
import type { SomeFigures } from '../views.ts';

/** Rows of the table in the whole report. */
const ALL = 12;

/**
 * Where the time goes, stage by stage in the order of the work; no section where no visit is known to have ended.
 * @param most rows of the table; left out, as many as the whole report has
 */
export function timeByStageSection({ stages = [] }: SomeFigures, most = ALL): Section[] {
  const top = longestStage(stages);
  const timed = stages.filter(takesTime);
  if (timed.length === 0) return [];
  const shown = largestShares(timed, most);
  const [low, high] = visitLabels(stages);
  const section: Section = {
    id: 'stages',
    title: `Where the time goes${top === null ? '' : `: ${formatNumber(top.share, 'share')} in ${top.stage} (${top.kind})`}`,
    parts: [
      table(
        '',
        [
          { label: 'Stage', unit: 'text' },
          { label: 'Kind', unit: 'text' },
          { label: 'Share', unit: 'share', bar: true },
          { label: low, unit: 'days' },
          { label: high, unit: 'days', expendable: 2 },
          { label: 'Items', unit: 'items', expendable: 1 },
        ],
        shown.map((stage) => [
          stage.stage,
          stage.kind,
          stage.share,
          typical(stage.timeDays)?.days ?? null,
          dependable(stage.timeDays)?.days ?? null,
          stage.items,
        ]),
      ),
      ...notes(timed.length - shown.length, most),
    ],
  };
  return [section];
}

/** Where items end their way, no time between start and end is spent; a row of zeros is left out. */
function takesTime({ kind, share, visits }: StageFigures): boolean {
  return kind === 'done' || kind === 'dropped' ? (share ?? 0) > 0 : visits > 0;
}

/** A report is read at a glance: of many stages those that take most of the time, still in the order of the work. */
function largestShares(stages: readonly StageFigures[], most: number): readonly StageFigures[] {
  if (stages.length <= most) return stages;
  const largest = new Set([...stages].sort((a, b) => (b.share ?? 0) - (a.share ?? 0)).slice(0, most));
  return stages.filter((stage) => largest.has(stage));
}

function notes(others: number, most: number): NotePart[] {
  const rest = others === 0 ? [] : [`${countOf(others, 'stage')} with less: pitwall stages.`];
  const share =
    most < ALL ? [] : ['Share: of the time between start and end, over the visits that ended in the window.'];
  const said = [...share, ...rest];
  return said.length === 0 ? [] : [note(said.join(' '))];
}
