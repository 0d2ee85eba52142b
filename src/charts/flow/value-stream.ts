import type { ValueStream } from '../../contract/value-stream-schema.ts';
import type { LadderPanel, NetworkPanel } from '../../model/document/chart.ts';
import { countOf, formatNumber } from '../../model/document/number-format.ts';
import type { ChartDefinition } from '../chart-definition.ts';
import { daysText, leftOutNotes } from '../kit/words.ts';

/** The value-stream map, and the ladder of waiting against working below it. */
export const valueStreamChart: ChartDefinition = {
  name: 'value-stream',
  shows: 'process and wait time by stage, returns, the ladder',
  reading:
    'From left to right the work; in each stage how long a visit takes and how long it waits, and how many items are there now. Arcs lead back to where work returned. On the ladder below, the upper steps are waiting and the lower ones work: most improvement is in the long upper steps.',
  needs: ['valueStream'],
  uses: [],
  answers: [],
  options: [],
  draw(data) {
    const { ladder, leftOut, stages } = data.valueStream as ValueStream;
    const shown = stages.filter(({ current, visits }) => visits > 0 || current > 0);
    if (shown.length === 0) return 'No visit to a stage was seen in the window.';
    const { efficiency, items, leadDays, touchDays } = ladder;
    const lead =
      leadDays === null
        ? 'No finished item shows the way from creation to finish'
        : `From creation to finish an item took ${daysText(leadDays, data)} on average, ${daysText(touchDays, data)} of it work${efficiency === null ? '' : ` (${formatNumber(efficiency, 'share')})`}`;
    const steps = stepsOf(ladder.stages);
    return {
      title: `${lead}.`,
      alternative: `${shown
        .map(
          ({ current, medianProcessDays, medianWaitDays, stage }) =>
            `${stage}: median process time ${daysText(medianProcessDays, data)}, median wait ${daysText(medianWaitDays, data)}, ${current} there now.`,
        )
        .join(' ')}`,
      panels: [
        mapOf(shown),
        ...(steps.length === 0
          ? []
          : [
              {
                panel: 'ladder' as const,
                title: `Mean of ${countOf(items, 'finished item')}, creation to finish`,
                steps,
              },
            ]),
      ],
      notes: leftOutNotes(leftOut),
    };
  },
};

function mapOf(stages: ValueStream['stages']): NetworkPanel {
  const place = new Map(stages.map(({ stage }, index) => [stage, index]));
  return {
    panel: 'network',
    title: 'Median time of a visit, and what went back',
    unit: 'items',
    nodes: stages.map(({ current, kind, medianProcessDays, medianWaitDays, stage }) => ({
      label: stage,
      tone: kind,
      figures: [
        { label: 'process', value: medianProcessDays, unit: 'days' },
        { label: 'wait', value: medianWaitDays, unit: 'days' },
        { label: 'now', value: current, unit: 'items' },
      ],
    })),
    links: stages.flatMap(({ returns }, from) =>
      returns.flatMap(({ count, to }) => {
        const target = place.get(to);
        return target === undefined ? [] : [{ from, to: target, value: count, back: true }];
      }),
    ),
  };
}

function stepsOf(stages: ValueStream['ladder']['stages']): LadderPanel['steps'] {
  return stages.flatMap(({ meanProcessDays, meanWaitDays, stage }) => [
    ...((meanWaitDays ?? 0) > 0 ? [{ label: stage, step: 'wait' as const, days: meanWaitDays as number }] : []),
    ...((meanProcessDays ?? 0) > 0 ? [{ label: stage, step: 'work' as const, days: meanProcessDays as number }] : []),
  ]);
}
