import { describe, expect, it } from 'vitest';
import { milestones } from '../../../../src/ingest/tools/milestones/milestones.ts';
import { fieldOf, findingCounts, minute, probeTable, readTable } from '../read-with.ts';

describe('what it recognises', () => {
  it.each([
    'id,created_date,finished_date\n1,2026-03-02,2026-03-03',
    'Closed Date;Activated Date;ID;Story Points\n5/31/2026;5/15/2026;1;3',
    'ID,Name,State,Type,Started Date,Closed Date,Created Date,Parent Reference Id\n1,n,Done,Bug,2026-03-02,2026-03-03,2026-03-01,',
    '\uFEFFID,Work Item Type,Title,State,Tags,Activated Date,Closed Date,Parent\n1,Bug,t,Active,,7.6.2025 14:59:28,,',
    'Summary,Issue key,Status,Created,Resolved\ns,A-1,Done,25/Oct/25 3:15 PM,26/Oct/25 3:15 PM',
    'Código,Clave de incidencia,Fecha de inicio,Fecha de fin\n1,A-1,02/03/2026,13/03/2026',
  ])('is certain of %j', (csv) => {
    expect(probeTable(milestones, csv).score).toBe('certain');
  });

  it.each([
    [
      'a log of changes',
      'id,status,created,closed\n1,A,2026-03-02,2026-03-03\n1,B,2026-03-03,2026-03-04\n1,C,2026-03-04,2026-03-05',
    ],
    ['changes, one an item', 'id,from,to,created,done at\n1,A,B,2026-03-02,2026-03-03'],
    ['stages', 'ID,Name,Started,Review,Done\n1,n,2026-03-02,2026-03-03,2026-03-04'],
    ['one date', 'id,name,created\n1,n,2026-03-02'],
    ['words under the names of dates', 'id,created,closed\n1,yes,no'],
    ['items without an id', 'task,created,closed\nx,2026-03-02,2026-03-03'],
  ])('does not take %s for milestones', (_, csv) => {
    expect(probeTable(milestones, csv).score).toBe('no');
  });

  it('counts a mapped column as found', () => {
    const csv = 'what,created,went live\nx,2026-03-02,2026-03-03';
    expect(probeTable(milestones, csv, { id: 'what', finished: 'went live' }).score).toBe('certain');
  });
});

describe('dates', () => {
  it('prefer the closing to the resolving and the activation to nothing', () => {
    const log = readTable(
      milestones,
      'ID,Created Date,Activated Date,Resolved Date,Closed Date\n1,2026-03-01,2026-03-02,2026-03-05,2026-03-09\n',
    );
    expect([log.created, log.started, log.finished].map((column) => minute(column.at(0)))).toEqual([
      '2026-03-01T00:00',
      '2026-03-02T00:00',
      '2026-03-09T00:00',
    ]);
  });

  it('are kept when the finish precedes the creation; a start after the finish is not', () => {
    const log = readTable(
      milestones,
      'id,created,started,finished\n1,2026-03-05,,2026-03-04\n2,2026-03-01,2026-03-09,2026-03-08\n',
    );
    expect(findingCounts(log)).toEqual({ 'finished-before-created': 1, 'finished-before-started': 1 });
    expect([minute(log.created.at(0)), minute(log.finished.at(0))]).toEqual(['2026-03-05T00:00', '2026-03-04T00:00']);
    expect([minute(log.started.at(1)), minute(log.finished.at(1))]).toEqual(['unknown', '2026-03-08T00:00']);
    expect(log.findings.list()[0]?.examples).toEqual([
      { file: 'log.csv', line: 2, item: '1', value: '2026-03-04T00:00Z < 2026-03-05T00:00Z' },
    ]);
  });

  it('of one day are no contradiction', () => {
    expect(
      findingCounts(readTable(milestones, 'id,created,started,finished\n1,2026-03-05,2026-03-05,2026-03-05\n')),
    ).toEqual({});
  });

  it('that cannot be read are noted, and the row is used without them', () => {
    const log = readTable(milestones, 'id,created,finished\n1,2026-03-05,soon\n');
    expect(log.files[0]).toMatchObject({ used: 1, rejected: 0 });
    expect(findingCounts(log)).toEqual({ 'unreadable-date': 1 });
    expect(minute(log.finished.at(0))).toBe('unknown');
  });

  it('of an item without any are unknown, and the item exists', () => {
    const log = readTable(milestones, 'id,State,created,finished\n1,New,,\n');
    expect(log.itemIds).toEqual(['1']);
    expect([minute(log.created.at(0)), log.hasMilestones.at(0)]).toEqual(['unknown', 0]);
    expect(log.findings.list()).toMatchObject([{ code: 'no-dates', weight: 'info', count: 1 }]);
  });

  it('of day and month are read in the one order that the file proves', () => {
    const log = readTable(
      milestones,
      'ID,Work Item Type,State,Activated Date,Closed Date\n1,Bug,Closed,7.6.2025 14:59:28,25.6.2025 9:00:00\n',
    );
    expect(minute(log.started.at(0))).toBe('2025-06-07T14:59');
  });

  it('are asked for where there is no column of them', () => {
    expect(() => readTable(milestones, 'id,name\n1,n\n')).toThrow(/--map created=/);
  });
});

describe('items', () => {
  it('have the fields of their columns', () => {
    const csv =
      'ID,Work Item Type,Title,Assigned To,State,Tags,Activated Date,Closed Date,Parent,Story Points\n' +
      '7,Bug,First,Ana Example <ana@example.test>,Active,Web; Urgent,2026-03-02,,3,5\n';
    const log = readTable(milestones, csv);
    expect(['type', 'title', 'labels', 'parent', 'points'].map((field) => fieldOf(log, '7', field))).toEqual([
      'Bug',
      'First',
      'Web; Urgent',
      '3',
      '5',
    ]);
    expect(log.statuses.value(log.currentStatus.at(0))).toBe('Active');
    expect(log.people.members(log.currentPeople.at(0))).toEqual(['Ana Example']);
    expect(log.files[0]?.assignees).toBe('current');
  });

  it('with two rows are one: the latest value that is not empty counts', () => {
    const log = readTable(
      milestones,
      'id,created,finished,Assignee,Resolution\n1,2026-03-02,2026-03-09,Ana,\n1,2026-03-03,,,Fixed\n',
    );
    expect([minute(log.created.at(0)), minute(log.finished.at(0))]).toEqual(['2026-03-03T00:00', '2026-03-09T00:00']);
    expect(log.people.members(log.currentPeople.at(0))).toEqual(['Ana']);
    expect(fieldOf(log, '1', 'resolution')).toBe('Fixed');
    expect(log.files[0]).toMatchObject({ rows: 2, used: 1, merged: 1 });
    expect(findingCounts(log)).toEqual({ 'duplicate-item': 1 });
  });

  it('keep the columns that the user asked for', () => {
    const log = readTable(milestones, 'id,created,finished,Cost centre\n1,2026-03-02,2026-03-09,Blue\n', {
      extraFields: ['cost centre', 'nowhere'],
    });
    expect(fieldOf(log, '1', 'cost centre')).toBe('Blue');
    expect(log.hasField('nowhere')).toBe(false);
  });
});
