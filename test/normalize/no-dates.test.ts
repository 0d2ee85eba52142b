import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';
import { METRIC_IDS } from '../../src/metrics/index.ts';
import { Calendar } from '../../src/model/time/calendar.ts';
import { zoneOf } from '../../src/model/time/zone.ts';

/** Logs in which an item has no date at all, beside others that have some. */
const LOGS = {
  'one date a stage, the first of them of work': 'ID,Build,Done\nJ-1,2026-03-05,2026-03-06\nJ-2,,\n',
  'one date a stage, among other columns':
    'number,stage,assigned_to,Build,Done\nC1,Closed,Ann Bee,2026-03-09 10:00:00,2026-03-09 10:06:00\nC2,Closed,Ann Bee,2026-03-10 10:00:00,2026-03-10 10:08:00\nC3,Closed,Ann Bee,2026-03-11 10:00:00,2026-03-11 10:30:00\nC4,Pending Approval,Ann Bee,,\n',
  'milestone dates, in every state':
    'id,status,created,started,finished\nA,Done,2026-03-01,2026-03-02,2026-03-04\nB,,,,\nC,In progress,,,\nD,Done,,,\nE,Cancelled,,,\n',
  'no date anywhere': 'Issue key,Issue id,Summary,Status\nT-1,1,a,Closed\nT-2,2,b,In Progress\nT-3,3,c,To Do\n',
};

describe('an item without any date', () => {
  for (const [name, data] of Object.entries(LOGS)) {
    for (const timeZone of ['UTC', 'America/New_York']) {
      for (const basis of ['elapsed', 'working', 'inclusive'] as const) {
        it(`breaks no metric: ${name}, ${basis} days in ${timeZone}`, async () => {
          const analysis = await open({ name: 'log.csv', data }, { timeZone, basis });
          const report = analysis.report();
          expect(report.failures).toEqual([]);
          for (const id of METRIC_IDS) {
            const answer = analysis.metric(id);
            expect([id, answer.failures, answer[id]]).toEqual([id, [], expect.anything()]);
          }
          for (const { id } of analysis.items().itemList) expect(analysis.item(id).item.id).toBe(id);
          expect(JSON.stringify(report)).not.toContain('NaN');
        });
      }
    }
  }

  it('leaves the figures of the others as they are', async () => {
    const analysis = await open({ name: 'log.csv', data: LOGS['one date a stage, the first of them of work'] });
    const { cycleTime, items } = analysis.report();
    expect(items).toMatchObject({ total: 2, notStarted: 1, finished: 1 });
    expect(cycleTime).toMatchObject({ count: 1, meanDays: 1 });
  });

  it('has an unknown lead time in every basis, and not 0', async () => {
    for (const basis of ['elapsed', 'working', 'inclusive'] as const) {
      const data = 'id,created,started,finished\nA,2026-03-02,2026-03-02,2026-03-04\nB,,2026-03-02,2026-03-05\n';
      const analysis = await open({ name: 'log.csv', data }, { basis, timeZone: 'Europe/Madrid' });
      expect([basis, analysis.item('B').item.leadTimeDays]).toEqual([basis, null]);
    }
  });
});

describe('an unknown instant', () => {
  it('has no place in a zone, and does not take the place of the others', () => {
    const zone = zoneOf('Australia/Adelaide');
    const at = Date.UTC(2026, 2, 2);
    const day = zone.dayOf(at);
    expect(zone.dayOf(Number.NaN)).toBeNaN();
    expect(zone.dayOf(at + 400 * 86_400_000)).toBe(day + 400);
    expect(zone.dayOf(at)).toBe(day);
  });

  it('is an unknown working time from any other', () => {
    const settings = { days: ['mon'], hours: ['09:00-17:00'], holidays: [] };
    const at = Date.UTC(2026, 2, 2);
    const calendar = new Calendar(settings as never, zoneOf('UTC'), at, at + 86_400_000);
    expect([calendar.between(Number.NaN, at), calendar.between(at, Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
    expect(calendar.between(at, at)).toBe(0);
  });
});
