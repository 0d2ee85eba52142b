import { describe, expect, it } from 'vitest';
import { processMining } from '../../../../src/ingest/tools/process-mining/process-mining.ts';
import { assignmentsOf, fieldOf, findingCounts, flagsOf, probeTable, readTable, transitionsOf } from '../read-with.ts';

const XES = 'case:concept:name,concept:name,lifecycle:transition,time:timestamp,org:resource\n';
const SPANS = 'case:concept:name,concept:name,start_timestamp,time:timestamp,org:resource\n';

describe('what it recognises', () => {
  it('is certain of XES names, in any order and beside other columns', () => {
    expect(probeTable(processMining, ',time:timestamp,concept:name,case:concept:name\n0,2026-03-02,A,1').score).toBe(
      'certain',
    );
  });

  it.each(['case_id;activity;timestamp', 'Case ID,Activity,Complete Timestamp', 'case,activity,start_time,end_time'])(
    'takes %s for likely only: a plain log of changes looks the same',
    (header) => {
      expect(probeTable(processMining, `${header}\n`).score).toBe('likely');
    },
  );

  it('says what is lacking', () => {
    expect(probeTable(processMining, 'concept:name,time:timestamp\nA,2026-03-02')).toMatchObject({
      score: 'no',
      missing: [expect.stringContaining('case')],
    });
  });
});

describe('a log of statuses', () => {
  it('makes lifecycle values that are no standard a part of the status, those before them in the file included', () => {
    const log = readTable(
      processMining,
      `${XES}1,Accepted,START,2026-03-02T09:00:00Z,Ana\n1,Accepted,Wait - User,2026-03-02T10:00:00Z,Ana\n1,Done,,2026-03-02T11:00:00Z,Ana\n`,
    );
    expect(transitionsOf(log, '1')).toEqual([
      '2026-03-02T09:00 Accepted / START',
      '2026-03-02T10:00 Accepted / Wait - User',
      '2026-03-02T11:00 Done',
    ]);
    expect(log.files[0]?.mapping.to).toBe('{concept:name} / {lifecycle:transition}');
    expect(log.files[0]?.notes.join()).toContain('Wait - User');
  });

  it('says with a standard lifecycle value whether work is under way', () => {
    const rows = [
      'Accepted,start',
      'Accepted,Wait - User',
      'Accepted,suspend',
      'Accepted,schedule',
      'Accepted,complete',
    ];
    const log = readTable(processMining, XES + rows.map((row) => `1,${row},2026-03-02T09:00:00Z,Ana\n`).join(''));
    // What is complete is the step, not the item; and the standard knows no waiting for users.
    expect([...log.statusCategories]).toEqual([
      ['accepted / start', 'active'],
      ['accepted / suspend', 'waiting'],
      ['accepted / schedule', 'waiting'],
    ]);
  });

  it('leaves no status behind that no item was in', () => {
    const log = readTable(processMining, `${XES}1,Accepted,In Call,2026-03-02T09:00:00Z,Ana\n`);
    expect(log.statuses.values()).toEqual(['', 'Accepted / In Call']);
  });

  it('keeps the values that an attribute had on each row, and takes names with and without "case:"', () => {
    const csv =
      'case:concept:name,concept:name,time:timestamp,org:group,case:channel\n1,A,2026-03-02,Red,mail\n1,B,2026-03-03,Blue,mail\n';
    const log = readTable(processMining, csv, { extraFields: ['channel'] });
    expect(log.fieldNames()).toEqual(['team', 'channel']);
    const team = log.field('team');
    expect(team.dictionary.value(team.base(0))).toBe('Red');
    expect([...team.exceptionValues.values()].map((id) => team.dictionary.value(id))).toEqual(['Blue']);
    expect(log.field('channel').dictionary.value(log.field('channel').base(0))).toBe('mail');
  });

  it('rejects rows without case, activity or time', () => {
    const log = readTable(
      processMining,
      `${XES},A,complete,2026-03-02,\n1,,complete,2026-03-02,\n1,A,complete,,\n1,A,complete,soon,\n`,
    );
    expect(log.files[0]).toMatchObject({ rows: 4, used: 0, rejected: 4 });
    expect(findingCounts(log)).toEqual({ 'missing-id': 1, 'missing-status': 1, 'unreadable-date': 2 });
  });

  it('takes a status that the user puts together', () => {
    const csv = `${XES}1,Accepted,start,2026-03-02T09:00:00Z,Ana\n`;
    const log = readTable(processMining, csv, { fields: { to: '{concept:name}, {lifecycle:transition}' } });
    expect(transitionsOf(log, '1')).toEqual(['2026-03-02T09:00 Accepted, start']);
  });
});

describe('a log with the standard life cycle', () => {
  it('is in an activity from start to complete and waits in between', () => {
    const log = readTable(
      processMining,
      `${XES}1,A,start,2026-03-02T09:00:00Z,Ana\n1,A,complete,2026-03-02T10:00:00Z,Ana\n` +
        '1,B,start,2026-03-02T12:00:00Z,Ben\n1,B,complete,2026-03-02T13:00:00Z,Ben\n',
    );
    expect(transitionsOf(log, '1')).toEqual([
      '2026-03-02T09:00 A',
      '2026-03-02T10:00 Waiting',
      '2026-03-02T12:00 B',
      '2026-03-02T13:00 Done',
    ]);
    expect(assignmentsOf(log, '1')).toEqual([
      '2026-03-02T09:00 Ana',
      '2026-03-02T10:00 nobody',
      '2026-03-02T12:00 Ben',
      '2026-03-02T13:00 nobody',
    ]);
  });

  it('does not wait between a complete and a start at the same instant, whichever comes first in the file', () => {
    for (const second of [
      '1,A,complete,2026-03-02T10:00:00Z,\n1,B,start,2026-03-02T10:00:00Z,\n',
      '1,B,start,2026-03-02T10:00:00Z,\n1,A,complete,2026-03-02T10:00:00Z,\n',
    ]) {
      const log = readTable(processMining, `${XES}1,A,start,2026-03-02T09:00:00Z,\n${second}`);
      expect(transitionsOf(log, '1')).toEqual(['2026-03-02T09:00 A', '2026-03-02T10:00 B']);
    }
  });

  it('reads suspend and resume as blocked time and an aborted case as cancelled', () => {
    const log = readTable(
      processMining,
      `${XES}1,A,start,2026-03-02T09:00:00Z,\n1,A,suspend,2026-03-02T10:00:00Z,\n1,A,resume,2026-03-02T11:00:00Z,\n1,A,pi_abort,2026-03-02T12:00:00Z,\n`,
    );
    expect(flagsOf(log, '1')).toEqual(['2026-03-02T10:00 on', '2026-03-02T11:00 off']);
    expect(transitionsOf(log, '1')).toEqual(['2026-03-02T09:00 A', '2026-03-02T12:00 Cancelled']);
  });

  it('takes a complete without a start for an event of no duration', () => {
    const log = readTable(
      processMining,
      `${XES}1,Submitted,complete,2026-03-02T08:00:00Z,\n1,A,start,2026-03-02T09:00:00Z,\n1,Noted,complete,2026-03-02T09:30:00Z,\n1,A,complete,2026-03-02T10:00:00Z,\n`,
    );
    expect(transitionsOf(log, '1')).toEqual([
      '2026-03-02T08:00 Submitted',
      '2026-03-02T08:00 Waiting',
      '2026-03-02T09:00 A',
      '2026-03-02T09:30 Noted',
      '2026-03-02T09:30 A',
      '2026-03-02T10:00 Done',
    ]);
  });

  it('takes events that all complete for the entries of statuses, and says so', () => {
    const log = readTable(processMining, `${XES}1,Open,complete,2026-03-02,Ana\n1,Closed,complete,2026-03-03,Ana\n`);
    expect(transitionsOf(log, '1')).toEqual(['2026-03-02T00:00 Open', '2026-03-03T00:00 Closed']);
    expect(log.files[0]?.notes.join()).toContain('entered');
  });
});

describe('a log of steps with start and end', () => {
  it('is in the step started last, then back in the one still running', () => {
    const log = readTable(
      processMining,
      `${SPANS}1,Long,2026-03-02T08:00Z,2026-03-02T12:00Z,Ana\n1,Short,2026-03-02T09:00Z,2026-03-02T10:00Z,Ben\n1,Late,2026-03-02T14:00Z,2026-03-02T15:00Z,Eva\n`,
    );
    expect(transitionsOf(log, '1')).toEqual([
      '2026-03-02T08:00 Long',
      '2026-03-02T09:00 Short',
      '2026-03-02T10:00 Long',
      '2026-03-02T12:00 Waiting',
      '2026-03-02T14:00 Late',
      '2026-03-02T15:00 Done',
    ]);
    expect(assignmentsOf(log, '1').slice(0, 4)).toEqual([
      '2026-03-02T08:00 Ana',
      '2026-03-02T09:00 Ben',
      '2026-03-02T10:00 Ana',
      '2026-03-02T12:00 nobody',
    ]);
  });

  it('says nothing when the earlier of two running steps ends', () => {
    const log = readTable(
      processMining,
      `${SPANS}1,A,2026-03-02T08:00Z,2026-03-02T10:00Z,Ana\n1,B,2026-03-02T09:00Z,2026-03-02T11:00Z,Ben\n`,
    );
    expect(transitionsOf(log, '1')).toEqual(['2026-03-02T08:00 A', '2026-03-02T09:00 B', '2026-03-02T11:00 Done']);
  });

  it('continues a step that another of the same name follows at once, and hands it over', () => {
    const log = readTable(
      processMining,
      `${SPANS}1,A,2026-03-02T08:00Z,2026-03-02T09:00Z,Ana\n1,A,2026-03-02T09:00Z,2026-03-02T10:00Z,Ben\n`,
    );
    expect(transitionsOf(log, '1')).toEqual(['2026-03-02T08:00 A', '2026-03-02T10:00 Done']);
    expect(assignmentsOf(log, '1')).toEqual([
      '2026-03-02T08:00 Ana',
      '2026-03-02T09:00 Ben',
      '2026-03-02T10:00 nobody',
    ]);
  });

  it('starts and ends where the log has markers; without the mark of the end the item waits', () => {
    const rows = [
      '1,Start,2026-03-02T08:00Z,2026-03-02T08:00Z,Start',
      '1,A,2026-03-02T09:00Z,2026-03-02T11:00Z,Ana',
      '1,End,2026-03-02T10:00Z,2026-03-02T10:00Z,End',
      '2,A,2026-03-02T09:00Z,2026-03-02T11:00Z,Ana',
    ];
    const log = readTable(processMining, `${SPANS}${rows.join('\n')}\n`);
    // A step that still runs at the mark of the end does not open the item again.
    expect(transitionsOf(log, '1')).toEqual(['2026-03-02T08:00 Start', '2026-03-02T09:00 A', '2026-03-02T10:00 End']);
    expect(transitionsOf(log, '2')).toEqual(['2026-03-02T09:00 A', '2026-03-02T11:00 Waiting']);
    expect(assignmentsOf(log, '1').join()).not.toContain('Start');
  });

  it('rejects a step that ends before it starts, and keeps one that has no end running', () => {
    const log = readTable(
      processMining,
      `${SPANS}1,A,2026-03-02T09:00Z,2026-03-02T08:00Z,Ana\n1,B,2026-03-02T10:00Z,,Ana\n`,
    );
    expect(findingCounts(log)).toEqual({ 'span-end-before-start': 1 });
    expect(transitionsOf(log, '1')).toEqual(['2026-03-02T10:00 B']);
    expect(log.files[0]).toMatchObject({ used: 1, rejected: 1 });
  });

  it('reads rows in any order alike', () => {
    const rows = [
      '1,A,2026-03-02T08:00Z,2026-03-02T09:00Z,Ana',
      '1,B,2026-03-03T08:00Z,2026-03-03T09:00Z,Ana',
      '1,C,2026-03-04T08:00Z,2026-03-04T09:00Z,Ben',
    ];
    const forward = readTable(processMining, `${SPANS}${rows.join('\n')}\n`);
    const backward = readTable(processMining, `${SPANS}${rows.toReversed().join('\n')}\n`);
    expect(transitionsOf(backward, '1')).toEqual(transitionsOf(forward, '1'));
  });

  it('gives every transition the fields of the row it comes from', () => {
    const csv =
      'case:concept:name,concept:name,start_timestamp,time:timestamp,org:group\n1,A,2026-03-02T08:00Z,2026-03-02T09:00Z,Red\n1,B,2026-03-02T10:00Z,2026-03-02T11:00Z,Blue\n';
    const team = readTable(processMining, csv).field('team');
    // A, Waiting: red; B, Done: blue.
    expect(team.dictionary.value(team.base(0))).toBe('Red');
    expect([...team.exceptionRows.values()]).toEqual([2, 3]);
  });
});

it('does not take a snapshot for a field of the rows', () => {
  const log = readTable(processMining, `${XES}1,A,complete,2026-03-02,Ana\n`);
  expect(fieldOf(log, '1', 'team')).toBe('');
});

it('says that a row is a transition where that is so, for the account of repeated rows', () => {
  const rowPerTransition = (csv: string) => readTable(processMining, csv).files[0]?.rowPerTransition ?? false;
  expect(rowPerTransition(`${XES}1,A,In Call,2026-03-02,Ana\n`)).toBe(true);
  expect(rowPerTransition(`${XES}1,A,complete,2026-03-02,Ana\n`)).toBe(true);
  expect(rowPerTransition(`${SPANS}1,A,2026-03-02,2026-03-03,Ana\n`)).toBe(false);
});

it('makes one change of two at one instant that are the same', () => {
  const rows = [
    '1,Long,2026-03-02T08:00Z,2026-03-02T12:00Z,Ana',
    '1,Note,2026-03-02T09:00Z,2026-03-02T09:00Z,Ben',
    '1,Stamp,2026-03-02T09:00Z,2026-03-02T09:00Z,Ben',
    '1,Note,2026-03-02T09:00Z,2026-03-02T09:00Z,Ben',
  ];
  const log = readTable(processMining, `${SPANS}${rows.join('\n')}\n`);
  expect(transitionsOf(log, '1')).toEqual([
    '2026-03-02T08:00 Long',
    '2026-03-02T09:00 Note',
    '2026-03-02T09:00 Stamp',
    '2026-03-02T09:00 Long',
    '2026-03-02T12:00 Done',
  ]);
  expect(assignmentsOf(log, '1').at(-2)).toBe('2026-03-02T09:00 Ana');
});

it('does not go back and forth within one instant', () => {
  const rows = [
    '1,Long,2026-03-02T08:00Z,2026-03-02T12:00Z,Ana',
    '1,Check,2026-03-02T09:00Z,2026-03-02T10:00Z,Ben',
    '1,Long,2026-03-02T09:00Z,2026-03-02T09:00Z,Ana',
  ];
  const log = readTable(processMining, `${SPANS}${rows.join('\n')}\n`);
  expect(transitionsOf(log, '1').slice(0, 3)).toEqual([
    '2026-03-02T08:00 Long',
    '2026-03-02T09:00 Check',
    '2026-03-02T10:00 Long',
  ]);
});

describe('events at one instant', () => {
  const ROWS = [
    '1,Draft,start,2026-03-02T09:00:00Z,',
    '1,Check,start,2026-03-02T10:00:00Z,',
    '1,Proof,start,2026-03-02T10:00:00Z,',
    '1,Draft,complete,2026-03-02T10:00:00Z,',
    '1,Proof,complete,2026-03-02T12:00:00Z,',
    '1,Check,complete,2026-03-02T13:00:00Z,',
  ];
  const of = (rows: readonly string[]) => transitionsOf(readTable(processMining, `${XES}${rows.join('\n')}\n`), '1');

  it('stand in the order of the file, with what completes before what starts', () => {
    // Draft is over first, then Check starts, and Proof last: Check goes on when Proof is over.
    const stages = of(ROWS).map((move) => move.slice(5));
    expect(stages).toContain('03-02T10:00 Proof');
    expect(stages.filter((move) => move.startsWith('03-02T10:00')).at(-1)).toBe('03-02T10:00 Proof');
    expect(stages).toContain('03-02T12:00 Check');
    const [draft, check, proof, ...rest] = ROWS as [string, string, string];
    expect(
      of([draft, proof, check, ...rest])
        .filter((move) => move.includes('T10:00'))
        .at(-1),
    ).toContain('Check');
  });

  it('stand in the order of the file where it goes neither back nor forward', () => {
    const both = ['1,Check,start,2026-03-02T10:00:00Z,', '1,Proof,start,2026-03-02T10:00:00Z,'];
    expect(of(both).at(-1)).toBe('2026-03-02T10:00 Proof');
  });

  it('start before they end, though the file lists the end first', () => {
    const rows = [
      '1,Sign,complete,2026-03-02T09:00:00Z,',
      '1,Sign,start,2026-03-02T09:00:00Z,',
      '1,Print,start,2026-03-02T10:00:00Z,',
      '1,Print,complete,2026-03-02T11:00:00Z,',
    ];
    // Signing takes no time and is over: it does not go on when Print ends.
    expect(of(rows)).toEqual([
      '2026-03-02T09:00 Sign',
      '2026-03-02T09:00 Waiting',
      '2026-03-02T10:00 Print',
      '2026-03-02T11:00 Done',
    ]);
  });

  it('stand the other way round in a file that lists the newest first', () => {
    expect(of([...ROWS].reverse())).toEqual(of(ROWS));
  });
});

describe('a column of starts without any start', () => {
  it('is no column: the rows are events, as they are without it', () => {
    const rows = [
      ['1', 'Register', '', '2026-03-02T09:00:00Z', 'Ana'],
      ['1', 'Check', '', '2026-03-04T09:00:00Z', ''],
      ['2', 'Register', '', '2026-03-03T09:00:00Z', 'Ben'],
    ];
    const csv = (columns: readonly number[], header: string) =>
      header + rows.map((row) => columns.map((column) => row[column]).join(',')).join('\n');
    const empty = readTable(processMining, csv([0, 1, 2, 3, 4], SPANS));
    const without = readTable(processMining, csv([0, 1, 3, 4], SPANS.replace('start_timestamp,', '')));
    for (const id of ['1', '2']) {
      expect(transitionsOf(empty, id)).toEqual(transitionsOf(without, id));
      expect(assignmentsOf(empty, id)).toEqual(assignmentsOf(without, id));
    }
    expect(transitionsOf(empty, '1')).toEqual(['2026-03-02T09:00 Register', '2026-03-04T09:00 Check']);
    expect(empty.files[0]).toEqual(without.files[0]);
  });
});

describe('the end of a case that no mark states', () => {
  it('is a step that cases end with; a case that stands elsewhere waits', () => {
    // Pack ends two of three cases and is never followed; Cut is followed in two of three.
    const step = (item: string, activity: string, hour: number) =>
      `${item},${activity},2026-03-02T${hour}:00:00Z,2026-03-02T${hour + 1}:00:00Z\n`;
    const rows = ['A', 'B'].flatMap((item) => [step(item, 'Cut', 10), step(item, 'Pack', 12)]);
    const header = 'case:concept:name,concept:name,start_timestamp,time:timestamp\n';
    const log = readTable(processMining, header + [...rows, step('C', 'Cut', 14)].join(''));
    expect(transitionsOf(log, 'A').at(-1)).toBe('2026-03-02T13:00 Done');
    expect(transitionsOf(log, 'C')).toEqual(['2026-03-02T14:00 Cut', '2026-03-02T15:00 Waiting']);
  });
});
