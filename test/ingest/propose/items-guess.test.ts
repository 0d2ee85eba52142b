import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnknownFormatError } from '../../../src/model/column-proposal.ts';
import { PitwallError } from '../../../src/model/errors.ts';
import { errorOf, fileOf, readText } from '../read-text.ts';

const csvOf = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');

async function proposalOf(text: string, dateOrder: 'dmy' | 'mdy' | null = null) {
  const error = await errorOf(readText(`${text}\n`, { dateOrder }));
  if (!(error instanceof UnknownFormatError)) throw error;
  const fields = Object.fromEntries(error.proposal.fields.map(({ field, column }) => [field, column]));
  return { ...error.proposal, fields, cure: error.cure, message: error.message };
}

describe('a table of items, one row each', () => {
  it.each([
    [
      'two dates, of which one is a wish',
      '課題ID,件名,登録日,希望日,対応ステータス\n1,A,2026-01-05,2026-01-09,進行中\n2,B,2026-01-06,2026-01-12,完了\n3,C,2026-01-07,2026-01-07,中止',
      { id: '課題ID', title: '件名', status: '対応ステータス', created: '登録日' },
    ],
    [
      'the end of the work and the closing of its ticket',
      'Number,Short description,Work end,Closed,Status\nC1,a,2026-01-05 10:00,2026-01-05 10:10,Successful\nC2,b,2026-01-06 10:00,2026-01-06 10:10,Cancelled\nC3,c,2026-01-07 10:00,2026-01-07 10:20,Successful',
      { id: 'Number', title: 'Short description', status: 'Status', finished: 'Closed' },
    ],
    [
      'statuses that are written like names of people',
      'number,state,assignment_group,assigned_to,opened_at\nT1,Closed Complete,Web Team,Kim,2026-03-17 6:00\nT2,Closed Complete,Print Team,Kim,2026-03-18 8:00\nT3,Closed Skipped,Web Team,Alex,2026-03-19 8:00',
      { id: 'number', status: 'state', assignee: 'assigned_to', created: 'opened_at' },
    ],
    [
      'a German sheet',
      'Nr.,Aufgabe,Bearbeiter,Bearbeitungsstand,Eingang am,Arbeitsbeginn,Fertigstellung am,Wunschtermin,Rechnung am\n1,Mail,Ana,Erledigt,05.01.2026,07.01.2026,16.01.2026,15.01.2026,20.01.2026\n2,Seite,Ben,In Arbeit,06.01.2026,08.01.2026,,20.01.2026,\n3,Flyer,Ana,Offen,07.01.2026,,,25.01.2026,',
      {
        id: 'Nr.',
        title: 'Aufgabe',
        status: 'Bearbeitungsstand',
        assignee: 'Bearbeiter',
        created: 'Eingang am',
        started: 'Arbeitsbeginn',
        finished: 'Fertigstellung am',
      },
    ],
    [
      'a status without any date of what happened',
      'Ticket,Working title,Status,Due\nA-1,Mail,Done,2026-01-15\nA-2,Page,In progress,2026-01-20\nA-3,Flyer,Done,2026-01-22',
      { id: 'Ticket', title: 'Working title', status: 'Status' },
    ],
  ])('with %s', async (_, text, expected) => {
    expect((await proposalOf(text)).fields).toEqual(expected);
  });

  it('has no finish that is there for items which their status says are open', async () => {
    const rows = [
      'A-1,Done,2026-01-05,2026-01-09',
      'A-2,Doing,2026-01-06,2026-02-10',
      'A-3,To do,2026-01-07,2026-02-11',
    ];
    const { doubt, fields } = await proposalOf(`Ref,Status,Logged on,Publication\n${rows.join('\n')}`);
    expect(fields).toEqual({ id: 'Ref', status: 'Status', created: 'Logged on' });
    expect(doubt).toBe('left out as plans: Publication is filled for items that Status says are not so far');
    const done = await proposalOf(
      `Ref,Status,Logged on,Publication\n${rows[0]}\nA-2,Doing,2026-01-06,\nA-3,To do,2026-01-07,\n`,
    );
    expect(done.fields.finished).toBe('Publication');
  });

  it('says the order of day and month that only its plans prove', async () => {
    const rows = 'Mail,Done,01/05/26,01/16/26,5d\nPage,Doing,01/06/26,02/20/26,9d\nFlyer,Done,01/08/26,01/29/26,3d';
    const { cure, dateOrder, fields } = await proposalOf(`Task Name,Status,Created,Finish,Duration\n${rows}`);
    expect([dateOrder, fields]).toEqual(['mdy', { id: 'Task Name', status: 'Status', created: 'Created' }]);
    expect(cure).toMatch(/--map created=Created --date-order mdy$/);
    const proved = await proposalOf(
      `Task Name,Status,Created,Finish,Duration\n${rows.replace('01/05/26', '01/15/26')}`,
    );
    expect(proved.dateOrder).toBeNull();
  });

  it('keeps the order of day and month that the user gives', async () => {
    const rows = 'C1,Successful,1/2/20 1:25\nC2,Cancelled,1/3/20 1:25\nC3,Successful,1/4/20 1:25';
    const { cure } = await proposalOf(`Number,Status,Closed\n${rows}`, 'mdy');
    expect(cure).toMatch(/--map finished=Closed --date-order mdy$/);
  });

  it('is the same however its columns are ordered', async () => {
    const columns: [string, ...string[]][] = [
      ['Ref no', 'R-1', 'R-2', 'R-3', 'R-4'],
      ['Deliverable', 'a mail', 'a page', 'a flyer', 'a film'],
      ['Summary of the brief', 'a long text', 'a longer text', 'more of a text', 'a text of many words'],
      ['Stage', 'Done', 'Doing', 'Done', 'Ideas'],
      ['Owner', 'Ana', 'Ben', 'Ana', 'Eva'],
      ['Approved by', 'Kim Lee', 'Kim Lee', 'Kim Lee', ''],
      ['Date received', '2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08'],
      ['Logged', '2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08'],
      ['Work began', '2026-01-06', '2026-01-09', '2026-01-08', ''],
      ['Went live', '2026-01-09', '', '2026-01-12', ''],
      ['Closed by finance', '2026-01-10', '', '2026-01-13', ''],
      ['Promised for', '2026-01-08', '2026-02-01', '2026-01-11', '2026-03-01'],
      ['Invoice sent', '2026-01-12', '', '2026-01-15', ''],
    ];
    const first = await proposalOf(csvOf([0, 1, 2, 3, 4].map((row) => columns.map((column) => column[row] as string))));
    expect(first.fields).toMatchObject({ id: 'Ref no', status: 'Stage', assignee: 'Owner', started: 'Work began' });
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(columns, { minLength: columns.length }), async (shuffled) => {
        const rows = [0, 1, 2, 3, 4].map((row) => shuffled.map((column) => column[row] as string));
        const { cure, fields } = await proposalOf(csvOf(rows));
        expect([fields, cure]).toEqual([first.fields, first.cure]);
      }),
      { numRuns: 25 },
    );
  });

  it('gets no finish from dates that are all plans', async () => {
    const plan = fc.constantFrom(
      'Due',
      'Planned end',
      'Échéance',
      'Fällig am',
      'Срок',
      '納期',
      'Target date',
      'Son tarih',
      'Eräpäivä',
      'Deadline',
    );
    const status = fc.constantFrom('Done', 'Doing', 'To do');
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(plan, { minLength: 1, maxLength: 3 }),
        fc.array(status, { minLength: 2, maxLength: 6 }),
        async (plans, statuses) => {
          const rows = statuses.map((name, row) => [
            `K-${row}`,
            name,
            ...plans.map((_, n) => `2026-0${n + 1}-1${row}`),
          ]);
          const text = csvOf([['Ticket', 'Status', ...plans], ...rows]);
          const { fields } = await proposalOf(text);
          for (const role of ['created', 'started', 'finished']) expect(fields).not.toHaveProperty(role);
          if (fields.status === undefined) return;
          const log = await readText(`${text}\n`, { fields: { ...fields, to: fields.status } });
          for (let item = 0; item < log.itemCount; item++) expect(log.finished.at(item)).toBeNaN();
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('dates side by side', () => {
  const SHEET =
    'ID,Title,Briefing,Copy,Legal,On air\n1,a,2026-01-05,2026-01-06,2026-01-08,2026-01-09\n2,b,2026-01-05,2026-01-08,,\n3,c,2026-01-06,,,\n';

  it('are proposed as stages where their names could be those of stages', async () => {
    const { cure, doubt, fields, stages } = await proposalOf(SHEET.trim());
    expect([fields, stages]).toEqual([{ id: 'ID' }, ['Briefing', 'Copy', 'Legal', 'On air']]);
    expect(cure).toMatch(/run pitwall report log\.csv --input stage-dates --map id=ID$/);
    expect(doubt).toContain('Briefing, Copy, Legal, On air may be stages in this order');
  });

  it('are stages where the configured workflow has them', async () => {
    const stages = new Map([
      ['briefing', 'todo'],
      ['copy', 'active'],
      ['legal', 'waiting'],
      ['on air', 'done'],
    ] as const);
    const log = await readText(SHEET, { stages });
    expect(fileOf(log)).toMatchObject({ format: 'stage-dates', stageOrder: ['Briefing', 'Copy', 'Legal', 'On air'] });
  });
});

describe('any table', () => {
  it('is read or refused, and never a crash', async () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom(
        '',
        '2026-01-05',
        '01/02/2026',
        'Done',
        'Doing',
        'Ana Lee',
        '7',
        '__proto__',
        '完了',
        '05.13.2026',
      ),
    );
    const name = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('ID', 'Status', 'Created', 'Closed', 'Due', '__proto__', 'Owner', '完了日', 'Duration', 'ID'),
    );
    const table = fc
      .integer({ min: 1, max: 6 })
      .chain((width) =>
        fc.tuple(
          fc.array(name, { minLength: width, maxLength: width }),
          fc.array(fc.array(cell, { minLength: 0, maxLength: width + 1 }), { minLength: 0, maxLength: 8 }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(table, async ([header, rows]) => {
        const outcome = await readText(`${csvOf([header, ...rows])}\n`).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(PitwallError);
      }),
      { numRuns: 300 },
    );
  });
});
