import { describe, expect, it } from 'vitest';
import { open } from '../../../../src/index.ts';
import { azureQuery } from '../../../../src/ingest/tools/azure/query/azure-query.ts';
import { fieldOf, findingCounts, minute, probeTable, readTable } from '../read-with.ts';

describe('what it recognises', () => {
  it.each([
    '\uFEFFID,Work Item Type,Title,State,Tags,Activated Date,Closed Date,Parent\n1,Bug,t,Active,,7.6.2025 14:59:28,,',
    'ID,Work Item Type,Title,Assigned To,State,Tags\n1,Bug,t,,New,',
    'State;ID;Work Item Type;Title 1;Title 2\nNew;1;Epic;t;',
    'ID,Work Item Type,State,Title,Our own field\n1,Bug,New,t,x',
    'Closed Date;Activated Date;ID;Story Points\n5/31/2026;5/15/2026;1;3',
  ])('is certain of %j', (csv) => {
    expect(probeTable(azureQuery, csv).score).toBe('certain');
  });

  it.each([
    ['no type', 'ID,Title,State,Created Date,Closed Date\n1,t,New,,'],
    [
      'columns of its own beside the dates',
      'ID,Activated Date,Closed Date,Design Date\n1,2026-03-02,2026-03-04,2026-03-03',
    ],
    [
      'revisions',
      'ID,Work Item Type,State,Title,Changed Date\n1,Bug,New,t,2026-03-02\n1,Bug,Active,t,2026-03-03\n1,Bug,Closed,t,2026-03-04',
    ],
    ['nothing but a type and a state', 'ID,Work Item Type,State\n1,Bug,New'],
    ['the names of Analytics', 'WorkItemId,WorkItemType,State,Title\n1,Bug,New,t'],
  ])('does not take a table with %s for a query', (_, csv) => {
    expect(probeTable(azureQuery, csv).score).toBe('no');
  });
});

describe('dates', () => {
  const header = 'ID,Work Item Type,Title,State,Activated Date,Closed Date,Changed Date\n';

  it('with dots are days first only because the file proves it', () => {
    const log = readTable(
      azureQuery,
      `${header}1,Bug,t,Closed,7.6.2025 14:59:28,8.6.2025 9:00:00,\n2,Bug,t,Active,25.6.2025 9:00:00,,\n`,
    );
    expect(minute(log.started.at(0))).toBe('2025-06-07T14:59');
    expect(log.files[0]?.dateOrder).toMatchObject({ order: 'dmy', certainty: 'proved' });
  });

  it('with dots are months first where the file proves that', () => {
    const log = readTable(azureQuery, `${header}1,Bug,t,Closed,7.6.2025 14:59:28,7.25.2025 9:00:00,\n`);
    expect(minute(log.started.at(0))).toBe('2025-07-06T14:59');
  });

  it('that leave it open stop the run, and any date of the file decides', () => {
    expect(() => readTable(azureQuery, `${header}1,Bug,t,Active,7.6.2025 14:59:28,,\n`)).toThrow(
      /7 June 2025 or 6 July 2025/,
    );
    const log = readTable(azureQuery, `${header}1,Bug,t,Active,7.6.2025 14:59:28,,30.6.2025 8:00:00\n`);
    expect(minute(log.started.at(0))).toBe('2025-06-07T14:59');
  });

  it('of the change to a state that ends work stand in for a closing date', () => {
    const log = readTable(
      azureQuery,
      'ID,Work Item Type,Title,State,State Change Date,Closed Date\n1,Bug,t,Done,2026-03-05,\n2,Bug,t,Done,2026-03-05,2026-03-04\n' +
        '3,Bug,t,Committed,2026-03-05,\n4,Bug,t,Removed,2026-03-05,\n5,Bug,t,Resolved,2026-03-05,\n',
    );
    expect([0, 1, 2, 3, 4].map((item) => minute(log.finished.at(item)).slice(0, 10))).toEqual([
      '2026-03-05',
      '2026-03-04',
      'unknown',
      '2026-03-05',
      'unknown',
    ]);
    expect(log.files[0]?.notes[0]).toContain('2 items without a Closed Date');
  });

  it('of a closing do not count for an item that was reopened', async () => {
    const data =
      'ID,Work Item Type,Title,State,Activated Date,Closed Date\n1,Bug,t,Active,2026-03-02,2026-03-05\n' +
      '2,Bug,t,Closed,2026-03-02,2026-03-05\n3,Bug,t,Our own state,2026-03-02,2026-03-05\n';
    const analysis = await open({ name: 'query.csv', data });
    expect(['1', '2', '3'].map((id) => analysis.item(id).item.outcome)).toEqual(['inProgress', 'finished', 'finished']);
    expect(analysis.report().findings.map(({ code }) => code)).toContain('status-differs');
  });

  it('of plans are no starts and no finishes', () => {
    const log = readTable(
      azureQuery,
      'ID,Work Item Type,Title,State,Start Date,Finish Date,Target Date,Due Date\n1,Epic,t,Active,2026-03-02,2026-03-30,2026-03-30,2026-03-30\n',
    );
    expect([minute(log.started.at(0)), minute(log.finished.at(0))]).toEqual(['unknown', 'unknown']);
    expect(log.files[0]?.grade).toBe('snapshot');
  });
});

describe('items', () => {
  it('have their fields, and the assignee without the address', () => {
    const log = readTable(
      azureQuery,
      'ID,Work Item Type,Title,Assigned To,State,Tags,Activated Date,Parent,Effort,Area Path,Iteration Path,Reason,Severity\n' +
        '7,Bug,First,Ana <ana@example.test>,Active,Web; Urgent,2026-03-02,3,5,Shop\\Web,Shop\\Sprint 1,Approved,2 - High\n',
      { extraFields: ['severity'] },
    );
    const fields = ['type', 'title', 'labels', 'parent', 'points', 'team', 'sprint', 'resolution', 'severity'];
    expect(fields.map((field) => fieldOf(log, '7', field))).toEqual([
      'Bug',
      'First',
      'Web; Urgent',
      '3',
      '5',
      'Shop\\Web',
      'Shop\\Sprint 1',
      'Approved',
      '2 - High',
    ]);
    expect(log.people.members(log.currentPeople.at(0))).toEqual(['Ana']);
  });

  it('of a tree stand under the nearest row above with a smaller level; a Parent that is given stands', () => {
    const log = readTable(
      azureQuery,
      'ID,Work Item Type,Title 1,Title 2,Title 3,State,Parent\n1,Epic,A,,,New,\n2,Feature,,B,,New,\n3,Story,,,C,New,\n4,Story,,,D,New,99\n' +
        '5,Feature,,E,,New,\n6,Epic,F,,,New,\n7,Story,,,G,New,\n',
    );
    expect(['1', '2', '3', '4', '5', '6', '7'].map((id) => fieldOf(log, id, 'parent'))).toEqual([
      '',
      '1',
      '2',
      '99',
      '1',
      '',
      '6',
    ]);
    expect(fieldOf(log, '3', 'title')).toBe('C');
  });

  it('that links join, which are not parent and child, have no parent by that', () => {
    const log = readTable(
      azureQuery,
      'ID,Work Item Type,Title 1,Title 2,State,Link Type\n1,Story,A,,New,\n2,Bug,,B,New,Related\n3,Task,,C,New,Child\n',
    );
    expect(['2', '3'].map((id) => fieldOf(log, id, 'parent'))).toEqual(['', '1']);
  });

  it('are Resolved before they are finished, and dropped when Removed', () => {
    const log = readTable(
      azureQuery,
      'ID,Work Item Type,Title,State\n1,Bug,t,Resolved\n2,Bug,t,Removed\n3,Bug,t,In Review\n',
    );
    expect(Object.fromEntries(log.statusCategories)).toEqual({ resolved: 'waiting', removed: 'dropped' });
  });

  it('follow the column that the user names, or else their state, and say so', () => {
    const csv = 'ID,Work Item Type,Title,State,Board Column\n1,Bug,t,Active,Test\n';
    const statusOf = (to: string) => {
      const log = readTable(azureQuery, csv, { fields: { to } });
      return [log.statuses.value(log.currentStatus.at(0)), findingCounts(log)];
    };
    expect(statusOf('Board Column')).toEqual(['Test', {}]);
    expect(statusOf('State')).toEqual(['Active', {}]);
    expect(statusOf('Lane')).toEqual(['Active', { 'unknown-field': 1 }]);
    expect(readTable(azureQuery, csv).files[0]?.notes[0]).toContain('Board Column is another timeline');
  });
});
