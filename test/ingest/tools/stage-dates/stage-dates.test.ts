import { describe, expect, it } from 'vitest';
import { milestones } from '../../../../src/ingest/tools/milestones/milestones.ts';
import { stageDates } from '../../../../src/ingest/tools/stage-dates/stage-dates.ts';
import { rowsOf } from '../../log-rows.ts';
import { fieldOf, findingCounts, flagsOf, minute, probeTable, readTable, transitionsOf } from '../read-with.ts';

describe('what it recognises', () => {
  it.each([
    [
      'ActionableAgile',
      'ID,Link,Name,New,Active,Resolved,Closed,Type,Blocked Days\n1,l,n,2026-03-02,2026-03-03,2026-03-04,2026-03-05,Bug,0',
    ],
    ['Flow Lens', 'ID,Title,To do,Doing,Done\n1,n,03/20/2026,03/21/2026,03/22/2026'],
    ['Nave', 'Id,Name,To do,Doing,Done,Blocked Date Range,Type\n1,n,20/03/2026,21/03/2026,,,Bug'],
  ])('is certain of %s', (_, csv) => {
    expect(probeTable(stageDates, csv).score).toBe('certain');
  });

  it('takes a sheet kept by hand for likely', () => {
    expect(
      probeTable(stageDates, 'Nr,Typ,Entwurf,Prüfung,Freigabe\n1,A,16.01.2026,17.01.2026,18.01.2026'),
    ).toMatchObject({
      score: 'likely',
      matched: ['Entwurf', 'Prüfung', 'Freigabe'],
    });
  });

  it.each([
    ['dates of start and finish', 'ID,Name,Created,Started,Finished\n1,n,2026-03-02,2026-03-03,2026-03-04'],
    [
      'dates that tools keep',
      'Issue key,Created,Updated,Last Viewed,Resolved,Due date\nA-1,2026-03-02,2026-03-09,2026-03-10,2026-03-09,2026-04-01',
    ],
    ['a log of changes', 'id,entered,left\n1,2026-03-02,2026-03-03\n1,2026-03-03,2026-03-04\n1,2026-03-04,2026-03-05'],
    ['numbers', 'id,width,height\n1,20260302,20260303'],
    ['dates in no order', 'id,alpha,beta\n1,2026-03-09,2026-03-02\n2,2026-03-09,2026-03-03'],
    ['one date', 'id,name,build\n1,n,2026-03-02'],
    [
      'dates whose names are none of stages',
      'ID,Title,Ordered,Shipped to us,Returned\n1,n,2026-03-02,2026-03-03,2026-03-04',
    ],
    ['names of dates', 'ID,Title,Review date,Approval date,Publish date\n1,n,2026-03-02,2026-03-03,2026-03-04'],
    ['a creation and a wish', 'ID,件名,作成日,希望日\n1,n,2026-03-02,2026-03-03'],
    ['an end of work and a closing', 'ID,Title,Work end,Closed\n1,n,2026-03-02,2026-03-03'],
    ['ends alone', 'ID,Title,Work began,Went live,Closed by finance\n1,n,2026-03-02,2026-03-03,2026-03-04'],
    ['two stages of which none is the end', 'ID,Title,Writing,Review\n1,n,2026-03-02,2026-03-03'],
    [
      'stages that today’s status contradicts',
      'ID,Title,Idea,Writing,Done,Status\n1,n,2026-03-02,2026-03-03,2026-03-04,In progress\n2,n,2026-03-02,2026-03-03,2026-03-04,Open',
    ],
    ['a row of data in place of a header', 'A-1,2026-03-02,2026-03-03\nA-2,2026-03-02,2026-03-03'],
  ])('does not take %s for stages', (_, csv) => {
    expect(probeTable(stageDates, csv).score).toBe('no');
  });
});

describe('columns of dates side by side', () => {
  const probed = (csv: string) => probeTable(stageDates, csv).score;

  it('are stages where two thirds of their names are, if there are three, or if the second of two is the end', () => {
    expect(probed('ID,Title,Idea,Legal,Review\n1,n,2026-03-02,2026-03-03,2026-03-04')).toBe('certain');
    expect(probed('ID,Title,Idea,Legal,Copy,Review\n1,n,2026-03-02,2026-03-03,2026-03-04,2026-03-05')).toBe('no');
    expect(probed('Task,Owner,Writing,Published\n1,n,2026-03-02,2026-03-03')).toBe('likely');
  });

  it('are stages although a plan stands between them, which is none', () => {
    const log = readTable(
      stageDates,
      'ID,Name,Idea,Review due,Review,Published\n1,n,2026-03-02,2026-03-09,2026-03-03,2026-03-04\n',
    );
    expect(log.files[0]?.stageOrder).toEqual(['Idea', 'Review', 'Published']);
  });

  it('must mostly rise, whichever way day and month are written', () => {
    expect(probed('ID,Title,Idea,Review,Done\n1,n,28/02/2026,27/02/2026,26/02/2026')).toBe('no');
    expect(probed('ID,Title,Idea,Review,Done\n1,n,28/02/2026,02/03/2026,03/03/2026')).toBe('certain');
  });

  it('leave it to today’s status to say that an item is over', () => {
    const log = readTable(
      stageDates,
      'ID,Name,Idea,Writing,Live,Status\n1,n,2026-03-02,2026-03-03,,Cancelled\n2,n,2026-03-02,2026-03-03,,Sunny\n',
    );
    expect([0, 1].map((item) => log.statuses.value(log.currentStatus.at(item)))).toEqual(['Cancelled', '']);
  });
});

describe('stages', () => {
  it('are entered in the order of the columns; a skipped one is not entered', () => {
    const log = readTable(
      stageDates,
      'ID,Name,Idea,Write,Review,Live\n1,n,2026-03-02,2026-03-03,,2026-03-03\n2,n,2026-03-02,,,\n',
    );
    expect(transitionsOf(log, '1')).toEqual([
      '2026-03-02T00:00 Idea',
      '2026-03-03T00:00 Write',
      '2026-03-03T00:00 Live',
    ]);
    expect(rowsOf(log, 'from').map((id) => log.statuses.value(id))).toEqual(['', 'Idea', 'Write', '']);
    expect(log.files[0]).toMatchObject({
      stageOrder: ['Idea', 'Write', 'Review', 'Live'],
      mapping: { id: 'ID', title: 'Name', 'stage 1': 'Idea' },
    });
  });

  it('are found in the whole file: one may be empty for its first thousand rows', () => {
    const open = Array.from({ length: 1000 }, (_, n) => `${n},n,2026-03-02,,`);
    const log = readTable(
      stageDates,
      `ID,Name,Idea,Write,Live\n${open.join('\n')}\nlast,n,2026-03-02,2026-03-03,2026-03-04\n`,
    );
    expect(log.files[0]?.stageOrder).toEqual(['Idea', 'Write', 'Live']);
    expect(transitionsOf(log, 'last')).toHaveLength(3);
  });

  it('include an empty last column whose name says that it is the end, and no other', () => {
    const log = readTable(stageDates, 'ID,Name,Idea,Write,Done,Remarks\n1,n,2026-03-02,2026-03-03,,\n');
    expect(log.files[0]?.stageOrder).toEqual(['Idea', 'Write', 'Done']);
  });

  it('never include dates of creation, change or a plan', () => {
    const log = readTable(
      stageDates,
      'Key,Created,Idea,Write,Last updated,Planned end\nA-1,2026-03-01,2026-03-02,2026-03-03,2026-04-01,2026-05-01\n',
    );
    expect(log.files[0]?.stageOrder).toEqual(['Idea', 'Write']);
    expect(minute(log.created.at(0))).toBe('2026-03-01T00:00');
  });

  it('keep their dates when these fall, in the order of time, and the row is named', () => {
    const log = readTable(
      stageDates,
      'ID,Name,Idea,Write,Review,Live\n1,n,2026-03-02,2026-03-09,2026-03-06,2026-03-10\n',
    );
    expect(transitionsOf(log, '1').map((text) => text.slice(17))).toEqual(['Idea', 'Review', 'Write', 'Live']);
    expect(log.findings.list()).toMatchObject([
      {
        code: 'stage-order',
        weight: 'warning',
        count: 1,
        examples: [{ line: 2, item: '1', value: 'Write 2026-03-09, Review 2026-03-06' }],
      },
    ]);
  });

  it('count cells that are no dates, where most of the column is', () => {
    const rows = Array.from({ length: 12 }, (_, n) => `${n},n,2026-03-02,${n === 5 ? 'later' : '2026-03-03'}`);
    const log = readTable(stageDates, `ID,Name,Idea,Write\n${rows.join('\n')}\n`);
    expect(log.findings.list()).toMatchObject([
      { code: 'unreadable-date', count: 1, examples: [{ line: 7, value: 'later' }] },
    ]);
    expect(transitionsOf(log, '5')).toEqual(['2026-03-02T00:00 Idea']);
  });

  it('are refused with a cure where the file has none', () => {
    expect(() => readTable(stageDates, 'ID,Name,Note\n1,n,x\n')).toThrow(
      /no two neighbouring columns of dates.*--input milestones/,
    );
  });

  it('may be called what every object has', () => {
    const log = readTable(stageDates, 'ID,Name,constructor,__proto__\n1,n,2026-03-02,2026-03-03\n', {
      extraFields: ['toString'],
    });
    expect(transitionsOf(log, '1')).toEqual(['2026-03-02T00:00 constructor', '2026-03-03T00:00 __proto__']);
  });
});

describe('items', () => {
  it('have today’s values as fields, and today’s assignee', () => {
    const csv =
      'ID,Name,Idea,Write,Type,Tags,Story Points,Owner,Status\n1,First,2026-03-02,2026-03-03,Bug,a|b,3,Ana <ana@example.test>,Writing\n';
    const log = readTable(stageDates, csv);
    expect(['title', 'type', 'labels', 'points', 'status'].map((field) => fieldOf(log, '1', field))).toEqual([
      'First',
      'Bug',
      'a|b',
      '3',
      'Writing',
    ]);
    expect(log.people.members(log.currentPeople.at(0))).toEqual(['Ana']);
    expect(log.files[0]?.assignees).toBe('current');
    expect(log.statuses.value(log.currentStatus.at(0))).toBe('Writing');
  });

  it('with two rows are one: later cells count, empty ones do not', () => {
    const log = readTable(stageDates, 'ID,Name,Idea,Write\n1,Old,2026-03-02,2026-03-03\n1,New,,2026-03-05\n');
    expect(transitionsOf(log, '1')).toEqual(['2026-03-02T00:00 Idea', '2026-03-05T00:00 Write']);
    expect(fieldOf(log, '1', 'title')).toBe('New');
    expect(log.files[0]).toMatchObject({ rows: 2, used: 1, merged: 1, items: 1 });
    expect(findingCounts(log)).toEqual({ 'duplicate-item': 1 });
  });

  it('without any date exist', () => {
    const log = readTable(stageDates, 'ID,Name,Idea,Write\n1,n,2026-03-02,2026-03-03\n2,n,,\n,n,,\n');
    expect(log.itemIds).toEqual(['1', '2']);
    expect(findingCounts(log)).toEqual({ 'missing-id': 1, 'no-dates': 1 });
  });

  it('are blocked in the ranges that Nave writes, day first, at midnight of the analysis zone', () => {
    const csv =
      'Id,Name,Idea,Write,Blocked Date Range\n1,n,20/03/2026,21/03/2026,[05/04/2026-06/04/2026]|[07/04/2026-]\n2,n,20/03/2026,21/03/2026,sometimes\n';
    const log = readTable(stageDates, csv, { timeZone: 'Europe/Madrid' });
    expect(flagsOf(log, '1')).toEqual(['2026-04-04T22:00 on', '2026-04-05T22:00 off', '2026-04-06T22:00 on']);
    expect(findingCounts(log)).toEqual({ 'unreadable-range': 1 });
  });
});

describe('columns that the user names', () => {
  const SHEET =
    'Card,Requested,Doing,Review,Done\nA,2026-01-01,2026-01-02,2026-01-03,2026-01-04\nB,2026-01-02,2026-01-03,,\n';

  it('are no stages, but for a start and an end', () => {
    const stages = (fields: Record<string, string>) => readTable(stageDates, SHEET, { fields }).files[0]?.stageOrder;
    expect(stages({})).toEqual(['Requested', 'Doing', 'Review', 'Done']);
    expect(stages({ created: 'Requested' })).toEqual(['Doing', 'Review', 'Done']);
    expect(stages({ id: 'Card', created: 'Requested', started: 'Doing', finished: 'Done' })).toEqual([
      'Doing',
      'Review',
      'Done',
    ]);
  });

  it('make a table of milestones of one that would be of stages, if they are a start or an end', () => {
    expect(probeTable(milestones, SHEET, { id: 'Card', created: 'Requested' }).score).toBe('no');
    expect(probeTable(milestones, SHEET, { id: 'Card', created: 'Requested', finished: 'Done' }).score).toBe('certain');
  });

  it('are what ids are looked for in', () => {
    const sheet = 'Team,Code,Doing,Done\nRed,c,2026-01-02,2026-01-03\nRed,d,2026-01-02,2026-01-04\n';
    expect(probeTable(stageDates, sheet).score).toBe('no');
    expect(probeTable(stageDates, sheet, { id: 'Code' }).score).toBe('likely');
  });
});
