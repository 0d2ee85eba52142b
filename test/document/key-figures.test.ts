import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/contract/output.ts';
import { keyFiguresSection, type Shape } from '../../src/document/sections/key-figures-section.ts';
import type { MetricId } from '../../src/metrics/metric.ts';
import { emptyReport } from './empty-report.ts';
import { report } from './sample-report.ts';

const ids: MetricId[] = ['cycleTime', 'leadTime', 'age', 'wip', 'littlesLaw', 'flowEfficiency', 'rework', 'handoffs'];
const asTheyAre = (all: readonly MetricId[]) => new Map(all.map((id): [MetricId, Shape] => [id, (brief) => brief]));
const { parts: _, ...section } = keyFiguresSection(report, asTheyAre(ids));

function figures(change: Partial<Report>): { labels: string[]; notes: string[] } {
  const { parts } = keyFiguresSection({ ...report, ...change }, asTheyAre(ids));
  return {
    labels: parts.flatMap((part) => (part.part === 'scalar' ? [part.label] : [])),
    notes: parts.flatMap((part) => (part.part === 'note' ? [part.text] : [])),
  };
}

describe('the key figures', () => {
  it('are a section of their own', () => {
    expect(section).toEqual({ id: 'figures', title: 'Key figures' });
  });

  it('name what is not known in one line', () => {
    const { labels, notes } = figures({});
    expect(labels).not.toContain('Hand-offs an item');
    expect(notes).toEqual(['Not known from these files: hand-offs; the findings say why.']);
  });

  it.each([0, 107])(
    'count work in progress as unknown where no item was seen to start: %d without a start',
    (unstarted) => {
      const { cycleTime, age, flowEfficiency, rework, handoffs, littlesLaw } = emptyReport;
      const wip = { ...emptyReport.wip, average: 0 };
      const items = { ...report.items, inWindow: { finished: 107, finishedUnstarted: unstarted, dropped: 0 } };
      const change = { cycleTime, age, flowEfficiency, rework, handoffs, littlesLaw, wip, items };
      expect(figures(change)).toEqual({
        labels: ['Lead time, 50 % within', 'Lead time, 85 % within'],
        notes: [
          'Not known from these files: cycle time, work in progress, flow efficiency, rework and hand-offs; the findings say why.',
        ],
      });
    },
  );

  it('blame nothing on the files where nothing was finished', () => {
    const { cycleTime, leadTime } = emptyReport;
    const items = { ...report.items, inWindow: { finished: 0, finishedUnstarted: 0, dropped: 0 } };
    const { notes } = figures({ cycleTime, leadTime, items });
    expect(notes).toEqual(['Not known, as nothing was finished: cycle time, lead time and hand-offs.']);
  });

  it('check averages only where enough items make them', () => {
    expect(figures({}).labels).toContain("Little's law ratio");
    expect(figures({ cycleTime: { ...report.cycleTime, count: 10 } }).labels).toContain("Little's law ratio");
    expect(figures({ cycleTime: { ...report.cycleTime, count: 9 } }).labels).not.toContain("Little's law ratio");
  });

  it('say a single time once, and no age of nothing', () => {
    const { labels } = figures({ cycleTime: { ...report.cycleTime, count: 1 }, age: emptyReport.age });
    expect(labels.slice(0, 2)).toEqual(['Cycle time', 'Lead time, 50 % within']);
    expect(labels.join()).not.toContain('Age');
  });

  it('count work in progress where there is some, or was', () => {
    const { cycleTime, age } = emptyReport;
    const shown = (current: number, average: number | null) =>
      figures({ cycleTime, age, wip: { ...report.wip, current, average } }).labels.includes('Work in progress');
    expect(shown(3, 0)).toBe(true);
    expect(shown(0, 0.5)).toBe(true);
    expect(shown(0, 0)).toBe(false);
  });

  it('take none of what is not known for unknown, too', () => {
    const shown = (wastedShare: number | null, days: number) => {
      const { delay, labour } = report.waste;
      const waste = { ...report.waste, labour: { ...labour, wastedShare }, delay: { ...delay, days } };
      const { parts } = keyFiguresSection({ ...report, waste }, asTheyAre(['waste']));
      return parts.map(({ part }) => part);
    };
    expect(shown(null, 0)).toEqual(['note']);
    expect(shown(null, 3)).toEqual(['scalar', 'scalar']);
    expect(shown(0, 0)).toEqual(['scalar', 'scalar']);
  });

  it('speak of a path where there is one, or a limit of time', () => {
    const labelsOf = (adherence: Partial<Report['adherence']>) => {
      const shown = { ...report, adherence: { ...report.adherence, ...adherence } } as Report;
      return keyFiguresSection(shown, asTheyAre(['adherence'])).parts.length > 0;
    };
    expect(labelsOf({ pathFrom: 'workflow', limits: [] })).toBe(false);
    expect(labelsOf({ pathFrom: 'path', limits: [] })).toBe(true);
  });
});
