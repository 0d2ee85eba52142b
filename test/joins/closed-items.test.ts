import { describe, expect, it } from 'vitest';
import { open, reportDocument } from '../../src/index.ts';

const HEADER = 'Issue Type,Issue key,Issue id,Summary,Status,Resolution,Created,Resolved\n';

async function read(rows: readonly string[]) {
  return (await open({ name: 'issues.csv', data: `${HEADER}${rows.join('\n')}\n` })).report();
}

describe('a Jira export without history', () => {
  it('takes a cancelled issue with a resolution of Done for dropped, when it was resolved', async () => {
    const report = await read([
      'Task,T-1,1,A,Done,Done,01/Mar/24 9:00 AM,05/Mar/24 9:00 AM',
      'Task,T-2,2,B,Cancelled,Done,01/Mar/24 9:00 AM,06/Mar/24 9:00 AM',
      'Task,T-3,3,C,In Progress,,01/Mar/24 9:00 AM,',
    ]);
    expect(report.items).toMatchObject({ finished: 1, dropped: 1, inProgress: 1, droppedUndated: 0 });
    expect(report.items.inWindow).toEqual({ finished: 1, finishedUnstarted: 0, dropped: 1 });
    // From 1 to 5 March.
    expect(report.leadTime).toMatchObject({ count: 1, meanDays: 4 });
  });

  it('says how many are done where no date says when', async () => {
    const report = await read([
      'Bug,T-1,1,A,Closed,Fixed,,',
      'Bug,T-2,2,B,Closed,Fixed,,',
      'Bug,T-3,3,C,In Progress,,,',
    ]);
    expect(report.items).toMatchObject({ total: 3, finished: 2, finishedUndated: 2, inProgress: 1 });
    expect(report.findings.find(({ code }) => code === 'status-differs')?.count).toBe(2);
    expect(reportDocument(report).title).toBe(
      '2 of 3 items are done, but the file does not say when; 1 item in progress.',
    );
  });
});
