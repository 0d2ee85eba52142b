import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';

const LIST = {
  name: 'list.csv',
  data: `id,Title,Assignee,Created,Resolved,Status,Resolution
A,Letter,ana,2026-03-02T08:00Z,2026-03-09T08:00Z,Done,Won't Do
B,Poster,ben,2026-03-03T08:00Z,,In progress,
C,Leaflet,ana,2026-03-04T08:00Z,2026-03-06T08:00Z,Done,
`,
};
const HISTORY = {
  name: 'history.csv',
  data: `id,from,to,at,assignee
A,To do,In progress,2026-03-03T08:00Z,ana
A,In progress,Done,2026-03-09T08:00Z,ben
B,To do,In progress,2026-03-05T08:00Z,ben
`,
};
const configuration = { dropped: { resolution: ["Won't Do"] } };

describe('a list of items and a log of the same items', () => {
  for (const inputs of [
    [LIST, HISTORY],
    [HISTORY, LIST],
  ]) {
    it(`join, ${inputs[0]?.name} first: the log gives the timeline, the list fields, creation and resolution`, async () => {
      const analysis = await open(inputs, { configuration });
      const { item, visits } = analysis.item('A');
      expect(visits.map(({ stage, start }) => [stage, start.slice(0, 10)])).toEqual([
        // Created in the list a day before the log begins: rule 5 puts it where the log says it came from.
        ['To do', '2026-03-02'],
        ['In progress', '2026-03-03'],
        ['Done', '2026-03-09'],
      ]);
      expect(item).toMatchObject({ title: 'Letter', outcome: 'dropped', historyGrade: 'full-log' });
      // 9 March − 3 March, from ana to ben at its end: the log tells who had it.
      expect(analysis.item('B').item).toMatchObject({ outcome: 'inProgress', created: '2026-03-03T08:00:00.000Z' });
      expect(analysis.item('B').item.handoffs).toBe(0);
      // Only the list knows C: its dates, and no more.
      expect(analysis.item('C').item).toMatchObject({ outcome: 'finished', leadTimeDays: 2, cycleTimeDays: null });
      expect(analysis.item('C').item.historyGrade).toBe('milestones');
      const report = analysis.report();
      expect(report.items.total).toBe(3);
      expect(report.sources.map(({ items }) => items)).toEqual(inputs[0] === LIST ? [3, 2] : [2, 3]);
    });
  }
});
