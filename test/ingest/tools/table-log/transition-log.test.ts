import { describe, expect, it } from 'vitest';
import { NOT_STATED } from '../../../../src/model/log/event-log.ts';
import { findingsOf } from '../../findings-of.ts';
import { rowsOf } from '../../log-rows.ts';
import { changes, fileOf, readText } from '../../read-text.ts';

const two = (header: string, a: string, b: string) => `${header}\n${a}\n${b}\n`;

describe('transition log', () => {
  it.each([
    [
      'id',
      [
        'item_id',
        'item id',
        'id',
        'key',
        'Issue key',
        'issue',
        'IssueId',
        'ticket',
        'ticket id',
        'workItemId',
        'Work item id',
        'case_id',
        'card id',
        'task id',
        'number',
      ],
    ],
    [
      'to',
      [
        'to',
        'to_status',
        'To Status',
        'new status',
        'new_value',
        'status',
        'state',
        'stage',
        'to_state',
        'toString',
        'activity',
        'column',
      ],
    ],
    [
      'at',
      [
        'at',
        'timestamp',
        'changed_at',
        'Change date',
        'changed date',
        'date',
        'time',
        'when',
        'transitioned at',
        'created_date',
      ],
    ],
  ])('finds %s under its names', async (field, names) => {
    for (const name of names) {
      const header = ['id', 'to', 'at'].map((column) => (column === field ? name : column)).join(',');
      const log = await readText(two(header, 'A,Doing,2026-03-02', 'A,Done,2026-03-03'), { input: 'transition-log' });
      expect([name, changes(log).length, fileOf(log).mapping[field]]).toEqual([name, 2, name]);
    }
  });

  it('takes the id of the item, not that of the change', async () => {
    const log = await readText(two('id,issue_id,status,date', '1,A,Doing,2026-03-02', '2,A,Done,2026-03-03'));
    expect(log.itemIds).toEqual(['A']);
  });

  it('puts a date and a time together', async () => {
    const log = await readText(two('id,to,date,time', 'A,Doing,2026-03-02,10:15', 'A,Done,25.03.2026,'));
    expect(changes(log)).toEqual(['A 2026-03-02T10:15:00.000Z Doing', 'A 2026-03-25T00:00:00.000Z Done']);
  });

  it('does not take the instant of the change for the creation of the item', async () => {
    const log = await readText(two('id,to,created_date', 'A,Doing,2026-03-02', 'A,Done,2026-03-03'));
    expect(fileOf(log).mapping).toEqual({ id: 'id', to: 'to', at: 'created_date' });
    expect(log.created.at(0)).toBeNaN();
  });

  it('states nobody where the assignee is empty, and nothing where there is no such column', async () => {
    const named = await readText(two('id,to,at,assignee', 'A,Doing,2026-03-02,ben | ana', 'A,Done,2026-03-03,'));
    expect(rowsOf(named, 'people').map((set) => named.people.members(set))).toEqual([['ana', 'ben'], []]);
    expect([fileOf(named).assignees, named.assigneesKnown.at(0)]).toEqual(['full', 1]);
    const none = await readText(two('id,to,at', 'A,Doing,2026-03-02', 'A,Done,2026-03-03'));
    expect(rowsOf(none, 'people')).toEqual([NOT_STATED, NOT_STATED]);
    expect([fileOf(none).assignees, none.assigneesKnown.at(0)]).toEqual(['none', 0]);
  });

  it.each([
    ['true', 1, ''],
    ['Yes', 1, ''],
    ['y', 1, ''],
    ['1', 1, ''],
    ['x', 1, ''],
    ['Blocked', 1, ''],
    ['Impediment', 1, ''],
    ['flagged', 1, ''],
    ['waiting for Ben', 1, 'waiting for Ben'],
    ['', 0, ''],
    ['false', 0, ''],
    ['No', 0, ''],
    ['n', 0, ''],
    ['0', 0, ''],
    ['-', 0, ''],
  ])('reads the flag %j', async (cell, set, reason) => {
    const log = await readText(two('id,to,at,blocked', `A,Doing,2026-03-02,${cell}`, 'A,Done,2026-03-03,no'));
    expect([log.flagSet.at(0), log.reasons.value(log.flagReason.at(0)), log.flagTransition.at(0)]).toEqual([
      set,
      reason,
      0,
    ]);
    expect(log.flagItem.length).toBe(2);
  });

  it('keeps the fields of every row, the empty ones too, and those that are asked for', async () => {
    const log = await readText(
      two('id,to,at,points,Campaign Name', 'A,Doing,2026-03-02,3,spring', 'A,Done,2026-03-03,,'),
      {
        extraFields: ['Campaign name', 'absent'],
      },
    );
    expect(log.fieldNames().sort()).toEqual(['Campaign name', 'points']);
    const points = log.field('points');
    expect([
      points.dictionary.value(points.base(0)),
      [...points.exceptionRows.values()],
      [...points.exceptionValues.values()],
    ]).toEqual(['3', [1], [0]]);
  });

  it('uses a row whose creation date cannot be read', async () => {
    const log = await readText(two('id,to,at,created', 'A,Doing,2026-03-02,soon', 'A,Done,2026-03-03,2026-03-01'));
    expect(fileOf(log)).toMatchObject({ used: 2, rejected: 0 });
    expect(findingsOf(log)).toEqual({ 'unreadable-created': 1 });
    expect(new Date(log.created.at(0)).toISOString()).toBe('2026-03-01T00:00:00.000Z');
  });

  it('makes no item of rows that are rejected', async () => {
    const log = await readText(two('id,to,at,from', 'A,Doing,soon,', 'B,,2026-03-03,'));
    expect(log.itemCount).toBe(0);
    expect(log.findings.list().map(({ code, examples }) => [code, examples[0]])).toEqual([
      ['missing-status', { file: 'log.csv', line: 3, value: 'B' }],
      ['unreadable-date', { file: 'log.csv', line: 2, value: 'soon' }],
    ]);
  });
});

describe('a table that is nearly a log', () => {
  it('says nothing of people with a column of assignees that is empty', async () => {
    const log = await readText('id,to,at,assignee\n1,Doing,2026-03-02,\n1,Done,2026-03-03,\n');
    expect([fileOf(log).assignees, log.assigneesKnown.at(0), fileOf(log).mapping.assignee]).toEqual([
      'none',
      0,
      undefined,
    ]);
    const filled = await readText('id,to,at,assignee\n1,Doing,2026-03-02,Ana\n1,Done,2026-03-03,\n');
    expect([fileOf(filled).assignees, filled.assigneesKnown.at(0)]).toEqual(['full', 1]);
  });

  it('is none if each item has one row, with a date of which nobody says that the status came then', async () => {
    const rows = '1,Done,2026-03-02\n2,Doing,2026-03-03\n';
    await expect(readText(`ID,Status,Created date\n${rows}`)).rejects.toMatchObject({ code: 'unknown-format' });
    expect(fileOf(await readText(`ID,Status,Changed at\n${rows}`)).format).toBe('transition-log');
  });
});
