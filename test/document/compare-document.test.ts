import { describe, expect, it } from 'vitest';
import type { CompareReport, Comparison, MetricComparison } from '../../src/contract/statistics/compare-schema.ts';
import { compareDocument } from '../../src/document/comparison/compare-document.ts';
import { REPORTERS } from '../../src/report/index.ts';
import { itemList } from './sample-report.ts';

const { itemList: _, ...head } = itemList;

const metric = (name: string, more: Partial<MetricComparison>): MetricComparison => ({
  metric: name,
  unit: 'share',
  better: 'lower',
  a: 0.2,
  b: 0.2,
  ratio: 1,
  interval: [0.71, 1.4],
  difference: 0,
  p: 0.61,
  pAdjusted: 1,
  verdict: 'noEvidence',
  reason: null,
  detectableRatio: 1.92,
  n: { a: 51, b: 48 },
  effect: null,
  effectInterval: null,
  percentiles: null,
  ...more,
});

const CYCLE_TIME = metric('cycleTime', {
  unit: 'days',
  a: 17.1,
  b: 12.2,
  ratio: 0.71,
  interval: [0.55, 0.9],
  difference: -4.9,
  p: 0.004,
  pAdjusted: 0.024,
  verdict: 'improved',
  detectableRatio: 1.38,
  effect: 0.36,
  effectInterval: [0.28, 0.45],
  percentiles: [
    { percent: 50, a: 17.1, b: 12.2, difference: -4.9, interval: [-8.2, -1.3] },
    { percent: 85, a: 29.8, b: 26.1, difference: -3.7, interval: [-11.5, 4.4] },
  ],
});

const METRICS: MetricComparison[] = [
  CYCLE_TIME,
  metric('leadTime', { unit: 'days', a: 28, b: 27.4, ratio: 0.98, interval: [0.8, 1.2], detectableRatio: 1.47 }),
  metric('throughput', { unit: 'per period', better: 'higher', a: 4.08, b: 3.92, ratio: 0.96, interval: [0.7, 1.31] }),
  metric('flowEfficiency', { better: 'higher', a: 0.36, b: 0.41, ratio: 1.14, interval: [0.97, 1.33] }),
  metric('sentBackShare', { a: 0.36, b: 0.3, ratio: 0.83, interval: [0.51, 1.3] }),
  metric('blockedShare', {
    a: 0,
    b: 0,
    ratio: null,
    interval: null,
    p: null,
    pAdjusted: null,
    verdict: 'tooFew',
    reason: 'none on either side',
    detectableRatio: null,
  }),
  metric('wastedShare', { a: 0.17, b: 0.14, ratio: 0.82, interval: null }),
];

const NO_EXPERIMENT = {
  code: 'noExperiment',
  message: 'This is no experiment: whatever else changed in the meantime may be the cause.',
};

const side = (label: string, from: string, to: string, items: number): Comparison['a'] => ({
  label,
  files: ['content-board.csv'],
  asOf: '2026-02-19T16:51:10.000Z',
  from,
  to,
  items,
});

const COMPARISON: Comparison = {
  seed: 1,
  kind: 'dates',
  by: null,
  period: 'week',
  a: side('before 2025-12-29', '2025-11-03T23:00:00.000Z', '2025-12-28T23:00:00.000Z', 51),
  b: side('from 2025-12-29', '2025-12-28T23:00:00.000Z', '2026-02-21T23:00:00.000Z', 48),
  metrics: METRICS,
  mix: [
    {
      by: 'type',
      values: [
        { value: 'Blog post', share: { a: 0.33, b: 0.35 }, ratio: 0.74, interval: [0.5, 1.08], p: 0.11 },
        { value: null, share: { a: 0.25, b: 0.22 }, ratio: 0.69, interval: null, p: null },
      ],
      disagree: false,
    },
  ],
  notes: [
    { code: 'mixAgrees', message: 'The mix was checked by type: within Blog post, nothing contradicts the whole.' },
    NO_EXPERIMENT,
  ],
};

const reportOf = (compare: Partial<Comparison>): CompareReport => ({ ...head, compare: { ...COMPARISON, ...compare } });

const nothing = (metric: MetricComparison): MetricComparison => ({ ...metric, verdict: 'noEvidence', pAdjusted: 1 });
const few = (metric: MetricComparison): MetricComparison => ({
  ...metric,
  p: null,
  pAdjusted: null,
  verdict: 'tooFew',
  reason: '7 finished items with a known start in spring.csv, of 10 needed',
});

const EXPORTS: Partial<Comparison> = {
  kind: 'exports',
  a: side('winter.csv', '2025-11-03T08:12:00.000Z', '2026-02-19T16:51:10.001Z', 51),
  b: side('spring.csv', '2026-02-20T08:12:00.000Z', '2026-06-19T16:51:10.001Z', 7),
};
const GROUPS: Partial<Comparison> = {
  kind: 'groups',
  by: 'type',
  a: side('Blog post', '2025-11-03T08:12:00.000Z', '2026-02-19T16:51:10.001Z', 51),
  b: side('Email', '2025-11-03T08:12:00.000Z', '2026-02-19T16:51:10.001Z', 48),
  mix: [],
};

const screens: Record<string, Partial<Comparison>> = {
  compare: {},
  'compare-groups': {
    ...GROUPS,
    metrics: [
      nothing(CYCLE_TIME),
      metric('stage[Legal approval]', { ...nothing(CYCLE_TIME), metric: 'stage[Legal approval]' }),
    ],
    notes: [
      { ...NO_EXPERIMENT, message: 'This is no experiment: whatever else sets the groups apart may be the cause.' },
    ],
  },
  'compare-too-few': {
    ...EXPORTS,
    metrics: METRICS.slice(0, 2).map(few),
    mix: [],
    notes: [
      {
        code: 'differentWorkflows',
        message: 'The workflows differ: Review is active in the first and waiting in the second.',
      },
      NO_EXPERIMENT,
    ],
  },
};

const FORMS = [
  ['table', 'txt'],
  ['markdown', 'md'],
  ['json', 'json'],
] as const;

describe('what compare prints', () => {
  it.each(Object.keys(screens))('%s, as a table, in Markdown and as JSON', async (name) => {
    const document = compareDocument(reportOf(screens[name] as Partial<Comparison>));
    for (const [form, extension] of FORMS) {
      const text = REPORTERS.find(({ id }) => id === form)?.render(document, { width: 80, color: false }) ?? '';
      if (form === 'table') for (const line of text.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
      await expect(text).toMatchFileSnapshot(`golden/${name}.${extension}`);
    }
  });
});

describe('the answer comes first', () => {
  const headlineOf = (compare: Partial<Comparison>) => compareDocument(reportOf(compare)).title;

  it('what changed, and nothing else', () => {
    expect(headlineOf({})).toBe(
      'Cycle time got shorter: 0.71 × (between 0.55 and 0.90); nothing else changed that this much data can show.',
    );
    const worse = { ...CYCLE_TIME, verdict: 'worse' as const, ratio: 12.34, interval: null };
    expect(headlineOf({ metrics: [worse] })).toBe('Cycle time got longer: 12.3 ×.');
    const rose = metric('throughput', { unit: 'per period', better: 'higher', ratio: 1.4, verdict: 'improved' });
    const fell = metric('sentBackShare', { ratio: 0.001, verdict: 'improved', interval: [0, 0.5] });
    expect(headlineOf({ metrics: [rose, fell, few(CYCLE_TIME)] })).toBe(
      'Throughput rose: 1.40 × (between 0.71 and 1.40) and the share sent back fell: <0.01 × (between 0.00 and 0.50); of the rest there are too few data.',
    );
    const gone = metric('sentBackShare', { b: 0, ratio: 0, verdict: 'improved', interval: [0, 0] });
    expect(headlineOf({ metrics: [gone] })).toBe('The share sent back fell to 0.');
    expect(headlineOf({ ...GROUPS, metrics: [gone] })).toBe(
      'The share sent back is 0 for Email, and not for Blog post.',
    );
    // Resamples of nothing but 0 are no interval.
    expect(JSON.stringify(compareDocument(reportOf({ metrics: [gone] })).sections)).not.toContain('0.00–0.00');
    const down = metric('flowEfficiency', { better: 'higher', ratio: null, verdict: 'worse' });
    expect(headlineOf({ metrics: [down] })).toBe('Flow efficiency fell.');
  });

  it('of groups, which is which', () => {
    expect(headlineOf({ ...GROUPS, metrics: METRICS })).toBe(
      'Cycle time is shorter for Email than for Blog post: 0.71 × (between 0.55 and 0.90); nothing else differs that this much data can show.',
    );
    const more = metric('throughput', { unit: 'per period', better: 'higher', ratio: 1.4, verdict: 'improved' });
    expect(headlineOf({ ...GROUPS, metrics: [more] })).toMatch(
      /^Throughput is higher for Email than for Blog post: 1.40 ×/,
    );
  });

  it('that nothing is seen is not that nothing changed', () => {
    expect(headlineOf({ metrics: METRICS.map(nothing) })).toBe(
      'Nothing changed that this much data can show; a cycle time 1.38 × as long would have shown in 8 of 10 cases.',
    );
    expect(headlineOf({ metrics: [metric('wastedShare', {})] })).toContain(
      'a share of wasted labour 1.92 × as large would',
    );
    expect(headlineOf({ metrics: [metric('wastedShare', { detectableRatio: null })] })).toBe(
      'Nothing changed that this much data can show.',
    );
  });

  it('too little is not nothing, and the same items are the same', () => {
    expect(headlineOf({ metrics: METRICS.map(few) })).toBe(
      'Too few data to compare: 7 finished items with a known start in spring.csv, of 10 needed.',
    );
    const same = { code: 'sameItems', message: 'Both sides hold the same items: there is nothing to tell apart.' };
    const document = compareDocument(reportOf({ notes: [same, NO_EXPERIMENT] }));
    expect(document.title).toBe(same.message);
    expect(JSON.stringify(document.sections)).not.toContain(same.message);
  });
});
