import { describe, expect, it } from 'vitest';
import { metricDocument, open } from '../../../src/index.ts';
import { wipLimitsView } from '../../../src/metrics/measures/flow/wip-limits/wip-limits-view.ts';
import { adherenceView } from '../../../src/metrics/measures/workflow/adherence/adherence-view.ts';
import { bottleneckView } from '../../../src/metrics/measures/workflow/bottleneck/bottleneck-view.ts';
import { reviewYieldView } from '../../../src/metrics/measures/workflow/review-yield/review-yield-view.ts';
import { valueStreamView } from '../../../src/metrics/measures/workflow/value-stream/value-stream-view.ts';
import type { Part } from '../../../src/model/document/document-parts.ts';
import { textWidth } from '../../../src/report/draw/text-width.ts';
import { tableReporter } from '../../../src/report/table.ts';
import { flow, noFlow } from '../../document/sample-flow.ts';

const notesOf = (parts: readonly Part[]) => parts.flatMap((part) => (part.part === 'note' ? [part.text] : []));

describe('what the bottleneck says', () => {
  const { bottleneck } = flow;
  const [legal, layout] = bottleneck.stages as [(typeof bottleneck.stages)[0], (typeof bottleneck.stages)[0]];
  const sentenceOf = (change: Partial<typeof bottleneck>) =>
    notesOf(bottleneckView.full({ ...bottleneck, stage: null, feeds: null, ...change }))[0];

  it('names what comes in, what goes out, and what lies ahead', () => {
    expect(notesOf(bottleneckView.full(bottleneck))[0]).toBe(
      '157 came in and 105 went out; the items in it went from 0 to 52. Most of it goes on to Layout: look there for what holds it up.',
    );
    expect(bottleneckView.brief(bottleneck)[0]).toMatchObject({ value: 52, unit: 'items' });
  });

  it('says so where no stage stands out, and has no line in the report then', () => {
    const steady = { ...legal, verdict: 'steady' as const, growth: 5, chance: 0.3 };
    expect(sentenceOf({ stages: [steady, layout] })).toBe(
      'The largest growth is that of Legal approval: 5 of 157 arrivals.',
    );
    expect(bottleneckView.brief({ ...bottleneck, stage: null })).toEqual([]);
  });

  it('says why growth beyond chance is no bottleneck', () => {
    expect(sentenceOf({ stages: [{ ...legal, verdict: 'steady' as const }] })).toContain('but it did not last');
  });

  it('says what it could not judge', () => {
    // In its first line alone: a note would say it twice.
    const said = (change: Partial<typeof bottleneck>) => {
      const data = { ...bottleneck, stage: null, feeds: null, ...change };
      return [bottleneckView.headline(data, { basis: 'elapsed' } as never), ...notesOf(bottleneckView.full(data))];
    };
    expect(said({ ...noFlow.bottleneck })).toEqual(['Not judged: the window is shorter than 12 days.']);
    expect(said({ threshold: null, stages: [layout] })).toEqual(['Not judged: no stage had 20 arrivals.']);
  });
});

describe('what review yield says', () => {
  const { reviewYield } = flow;
  const [legal] = reviewYield.stages as [(typeof reviewYield.stages)[0]];
  const calloutOf = (change: Partial<typeof legal>) =>
    notesOf(reviewYieldView.full({ ...reviewYield, stages: [{ ...legal, ...change }] }))[0];

  it('of a check that nearly all pass: what it caught, and what it costs a year, labour and delay apart', () => {
    expect(calloutOf({})).toBe(
      "Legal approval sent 3 of 105 visits back. It costs 1491 d of items' time a year, 9.0 % of it in the queue before it, and 0 h of work and 54240 EUR of delay.",
    );
    expect(calloutOf({ sentBack: 0, perYear: null, queueDays: 0, delayCost: null, hours: 7, labourCost: 385 })).toBe(
      "Legal approval sent none of 105 visits back. It costs 403 d of items' time in the window, and 7.0 h of work (385 EUR).",
    );
  });

  it('of a check that sends much back: where to, and what each return takes', () => {
    const returns = {
      ...legal.returns,
      to: [
        { to: 'Writing', count: 20 },
        { to: 'Brief', count: 10 },
      ],
    };
    expect(calloutOf({ verdict: 'sends back', sentBack: 30, returns })).toBe(
      'Legal approval sent 30 of 105 visits back, 20 of them to Writing. Each took 3.4 d and 5.5 h of work, on average, until it was back: 22.9 d a year, and 37.1 h of work (2038 EUR).',
    );
    const open_ = { ...returns, over: 0, meanDays: null, meanHours: null };
    expect(calloutOf({ verdict: 'sends back', sentBack: 30, returns: open_ })).toBe(
      'Legal approval sent 30 of 105 visits back, 20 of them to Writing. None of them is over yet.',
    );
  });

  it('nothing of a check that costs nothing, that is in between, or that few passed', () => {
    for (const verdict of ['neither', 'too few', 'order in doubt'] as const)
      expect(reviewYieldView.brief({ ...reviewYield, stages: [{ ...legal, verdict }] })).toEqual([]);
    expect(reviewYieldView.brief({ ...reviewYield, stages: [{ ...legal, queueDays: 0, ownDays: 0 }] })).toEqual([]);
    expect(reviewYieldView.brief(reviewYield)).toHaveLength(1);
  });
});

describe('what adherence says', () => {
  it('tells going back and forth once', () => {
    const way = ['Brief', 'Writing', 'Review', 'Writing', 'Review', 'Writing', 'Publishing'];
    const [first] = flow.adherence.variants as [(typeof flow.adherence.variants)[0]];
    const variants = [{ ...first, way, steps: 9 }];
    expect(JSON.stringify(adherenceView.full({ ...flow.adherence, variants }))).toContain(
      '"Brief → (Writing → Review) ×2 → Writing → Publishing → 2 more"',
    );
  });

  it('warns where even the most common way is rare, and not of a path that was set', () => {
    const rare = { ...flow.adherence, onPath: 5, onPathShare: 5 / 107 };
    expect(notesOf(adherenceView.full(rare))[0]).toContain('No way is common');
    expect(notesOf(adherenceView.full({ ...rare, pathFrom: 'path' }))).toEqual([]);
  });

  it('has the limit that most items break in one line', () => {
    const [limit] = flow.adherence.limits as [(typeof flow.adherence.limits)[0]];
    const limits = [{ ...limit, stage: 'Writing', items: 3 }, limit];
    expect(adherenceView.brief({ ...flow.adherence, limits })).toMatchObject([
      { label: 'On the path' },
      { label: 'Over a time limit', value: 29, note: '5.0 d in Legal approval: 31 of 110 visits took longer' },
    ]);
  });
});

describe('the views of WIP limits and the value stream', () => {
  it('say what a suggestion takes where there is none', () => {
    const stages = flow.wipLimits.stages.map((stage) => ({ ...stage, suggestion: null }));
    expect(notesOf(wipLimitsView.full({ ...flow.wipLimits, stages })).join(' ')).toContain('None is suggested');
    expect(notesOf(wipLimitsView.full(flow.wipLimits)).join(' ')).not.toContain('None is suggested');
  });

  it('have the steps of the ladder in the order of the work, blocked time before work', () => {
    const ladder = valueStreamView.full(flow.valueStream).find(({ part }) => part === 'ladder');
    expect(ladder).toMatchObject({
      steps: [
        { label: 'Backlog', step: 'wait', days: 10.4 },
        { label: 'Writing, blocked', step: 'wait', days: 0.64 },
        { label: 'Writing', step: 'work', days: 2.83 },
        { label: 'Legal approval', step: 'wait', days: 4.93 },
        { label: 'Layout', step: 'work', days: 0.6 },
      ],
    });
  });
});

describe('what the value stream says of its order', () => {
  const [first] = flow.valueStream.stages as [(typeof flow.valueStream.stages)[0]];
  const notesWhere = (passRate: number, count: number) =>
    notesOf(
      valueStreamView.full({
        ...flow.valueStream,
        stages: [{ ...first, passRate, returns: [{ to: 'Ideas', count }] }],
      }),
    ).filter((text) => text.startsWith('More goes back'));

  it('doubts it where more goes back than on, if that happened often', () => {
    expect(notesWhere(0.49, 10)).toEqual([expect.stringContaining('More goes back than on from Backlog.')]);
    expect(notesWhere(0.5, 10)).toEqual([]);
    expect(notesWhere(0.49, 9)).toEqual([]);
  });
});

describe.each([3, 8, 25])('a board of %d stages', (count) => {
  const kinds = [
    'todo',
    ...Array.from({ length: count - 2 }, (_, index) => (index % 2 === 0 ? 'active' : 'waiting')),
    'done',
  ];
  const workflow = kinds.map((kind, index) => ({ stage: `Stage of work number ${index + 1}`, kind }));
  const rows = Array.from({ length: 30 }, (_, id) =>
    workflow.map(
      ({ stage }, index) => `${id},${stage},${new Date(Date.UTC(2026, 0, 1 + id, index * 7)).toISOString()}`,
    ),
  ).flat();

  it.each(['valueStream', 'bottleneck', 'reviewYield', 'wipLimits', 'adherence'] as const)(
    'fits every width as %s, and names each stage at 80 columns',
    async (id) => {
      const analysis = await open(
        { name: 'log.csv', data: ['id,to,at', ...rows].join('\n') },
        {
          configuration: {
            workflow,
            reviews: [workflow[1]?.stage],
            limits: [{ stage: workflow[1]?.stage, maxDays: 0.1 }],
          },
        },
      );
      const document = metricDocument(id, analysis.metric(id));
      for (const width of [40, 80, 120]) {
        const lines = tableReporter.render(document, { width, color: false }).split('\n');
        for (const line of lines) expect([line, textWidth(line) <= width]).toEqual([line, true]);
      }
      if (id !== 'valueStream') return;
      const text = tableReporter.render(document, { width: 80, color: false });
      for (const { stage } of workflow) expect(text).toContain(stage);
    },
  );
});
