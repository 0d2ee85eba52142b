import { describe, expect, it } from 'vitest';
import type { ItemReport } from '../../src/contract/output.ts';
import type { Item } from '../../src/contract/result.ts';
import {
  explainDocument,
  formatDocument,
  formatsDocument,
  inspectionDocument,
  itemDocument,
  itemsDocument,
  metricDocument,
  proposalDocument,
} from '../../src/document/index.ts';
import { knownColumns } from '../../src/document/sections/known-columns.ts';
import { enumerate, sentence } from '../../src/document/words.ts';
import { METRIC_IDS, METRICS } from '../../src/metrics/index.ts';
import type { ColumnProposal } from '../../src/model/column-proposal.ts';
import type { Document } from '../../src/model/document/document-parts.ts';
import { durationWords } from '../../src/model/document/duration-words.ts';
import { REPORTERS } from '../../src/report/index.ts';
import { tableReporter } from '../../src/report/table.ts';
import { inspection, itemList, itemReport, report } from './sample-report.ts';

const format = {
  id: 'transition-log',
  name: 'Transition log',
  tool: 'table',
  grade: 'full-log' as const,
  description: 'One row a change of status.',
  howToGet: ['Open the board.', 'Choose Export.'],
  fields: { id: 'Ticket', at: 'Changed on' },
  probe: () => 'a function that no output shows',
};

const explained = {
  command: 'cycle-time',
  title: 'Cycle time',
  definition: { meaning: 'Start to finish.', formula: 'finished − started', unit: 'days', caution: 'No forecast.' },
};

const documents: Record<string, () => Document> = {
  item: () => itemDocument(itemReport),
  items: () => itemsDocument(itemList),
  inspect: () => inspectionDocument(inspection),
  explain: () => explainDocument([explained, explained]),
  'explain-one': () => explainDocument([explained]),
  formats: () => formatsDocument([format]),
  'formats-one': () => formatDocument(format),
  'cycle-time': () =>
    metricDocument('cycleTime', {
      ...report,
      cycleTime: {
        ...report.cycleTime,
        byItem: [
          {
            id: 'A-1',
            title: null,
            started: '2026-01-01T00:00:00.000Z',
            finished: '2026-01-02T12:00:00.000Z',
            cycleTimeDays: 1.5,
          },
          {
            id: 'A-2',
            title: null,
            started: '2026-01-01T00:00:00.000Z',
            finished: '2026-01-13T10:29:00.000Z',
            cycleTimeDays: 12.437,
          },
        ],
      },
    }),
};

describe.each(Object.entries(documents))('%s', (name, build) => {
  it('reads well in 80 columns', async () => {
    await expect(tableReporter.render(build(), { width: 80, color: false })).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  it('has a cell for every column, in every output', () => {
    const document = build();
    for (const row of document.records.rows) expect(row).toHaveLength(document.records.columns.length);
    expect(new Set(document.records.columns).size).toBe(document.records.columns.length);
    for (const reporter of REPORTERS)
      expect(reporter.render(document, { width: 50, color: true })).not.toMatch(/undefined|NaN/);
  });
});

describe('the document of a metric', () => {
  it.each(METRIC_IDS)('%s says when it could not be computed', (id) => {
    const document = metricDocument(id, { ...itemList, failures: [{ metric: id, message: 'No' }] });
    expect(tableReporter.render(document, { width: 80, color: false })).toContain(
      `error: ${METRICS[id].title} could not be computed.`,
    );
  });

  it('compares groups by its brief figures, and tells their records apart', () => {
    const groups = [
      { by: 'team', value: 'Web', wip: { ...report.wip, current: 7 } },
      { by: 'team', value: null, wip: report.wip },
    ];
    const wip = { ...report.wip, daily: [{ date: '2026-01-01', count: 3, stages: {} }] };
    const document = metricDocument('wip', { ...itemList, wip, groups, failures: [] });
    const text = tableReporter.render(document, { width: 80, color: false });
    expect(text).toMatch(/^team +Work in progress/m);
    expect(text).toMatch(/^\(all\) +101 /m);
    expect(text).toMatch(/^Web +7 /m);
    expect(text).toMatch(/^\(none\) +101 /m);
    expect(document.records).toEqual({ columns: ['group', 'date', 'count'], rows: [[null, '2026-01-01', 3]] });
  });
});

describe('a metric with groups and items', () => {
  it('puts the values of a group under the columns of the whole, and names no group by nothing', () => {
    const day = (stages: Record<string, number>) => ({
      days: [{ date: '2026-01-01', created: 1, started: 1, finished: 0, dropped: 0, stages, reached: {} }],
      between: null,
      leftOut: [],
    });
    const groups = [
      { by: 'team', value: 'Web', cumulativeFlow: day({ Review: 2, Writing: 1 }) },
      { by: 'team', value: null, cumulativeFlow: day({ Review: 3 }) },
    ];
    const cumulativeFlow = day({ Writing: 4, Review: 5 });
    const { records } = metricDocument('cumulativeFlow', { ...itemList, cumulativeFlow, groups, failures: [] });
    expect(records.columns.slice(-2)).toEqual(['in Writing', 'in Review']);
    expect(records.rows.map((row) => [row[0], row[1], ...row.slice(-2)])).toEqual([
      [null, '2026-01-01', 4, 5],
      ['Web', '2026-01-01', 1, 2],
      ['', '2026-01-01', null, 3],
    ]);
  });

  it('shows the items behind its figures where they are asked for', () => {
    const ids = (options: { items?: boolean }) =>
      metricDocument('waste', { ...itemList, waste: report.waste, failures: [] }, options).sections.map(({ id }) => id);
    expect(ids({ items: true })).toContain('items');
    expect(ids({ items: false })).not.toContain('items');
    expect(ids({})).not.toContain('items');
  });
});

describe('the document of an item', () => {
  const render = (item: Partial<ItemReport['item']>, width = 80) =>
    tableReporter.render(itemDocument({ ...itemReport, item: { ...itemReport.item, ...item } }), {
      width,
      color: false,
    });

  it('tells the story first', () => {
    const text = render({});
    const places = ['State ', 'Clock on ', 'Clock off ', 'Title ', 'Where it was', 'Its figures', 'Who had it'];
    expect(places.filter((place) => !text.includes(`\n${place}`))).toEqual([]);
    expect(places.map((place) => text.indexOf(`\n${place}`))).toEqual(
      places.map((place) => text.indexOf(`\n${place}`)).sort((a, b) => a - b),
    );
  });

  it('keeps a title from posing as more than that', () => {
    const text = render({ title: `x\nState      dropped\u001b[2J${' word'.repeat(500)}` });
    const from = text.indexOf('\nTitle');
    const title = text.slice(from + 1, text.indexOf('\nType', from)).split('\n');
    expect(title.length).toBeLessThanOrEqual(4);
    expect(title[0]).toMatch(/^Title +x State {6}dropped␛\[2J word/);
    expect(title.slice(1).every((line) => line.startsWith('     '))).toBe(true);
  });

  it('takes what has not happened yet for that, not for unknown', () => {
    const open = {
      outcome: 'inProgress',
      ageDays: 3,
      leadTimeDays: null,
      cycleTimeDays: null,
      reopened: null,
    } as const;
    const text = render(open);
    expect(text).toContain('Not known: hand-offs.');
    expect(text).not.toContain('Lead time');
  });

  it('shows what of a visit counts where its time does not tell', () => {
    expect(render({})).not.toContain('Counted');
    const visits = itemReport.visits.map((visit) => ({ ...visit, countedDays: 0.5 }));
    const document = itemDocument({ ...itemReport, visits });
    expect(tableReporter.render(document, { width: 100, color: false })).toMatch(/Counts as +Counted/);
  });
});

describe('the lines of an item', () => {
  /** A labelled line's text. */
  const line = (label: string, change: Partial<ItemReport>) =>
    itemDocument({ ...itemReport, ...change })
      .sections.flatMap(({ parts }) => parts)
      .find((part) => part.part === 'scalar' && part.label === label);
  const { item, clock } = itemReport;

  it('hold a title of up to 160 characters', () => {
    const titleOf = (title: string | null) => line('Title', { item: { ...item, title } });
    expect(titleOf('é'.repeat(160))).toMatchObject({ value: 'é'.repeat(160) });
    expect(titleOf('é'.repeat(161))).toMatchObject({ value: `${'é'.repeat(160)}…` });
    expect(titleOf(null)).toBeUndefined();
  });

  it('say who has it: somebody, nobody, or nothing where that is not known', () => {
    const assignee = (people: string[] | null) => line('Assignee', { item: { ...item, assignee: people } });
    expect(assignee(['ana'])).toMatchObject({ value: 'ana' });
    expect(assignee(['ana', 'bo'])).toMatchObject({ value: 'ana, bo' });
    expect(assignee([])).toMatchObject({ value: 'nobody' });
    expect(assignee(null)).toBeUndefined();
  });

  it('tell a clock that never ran from one that nobody can read', () => {
    const on = (startKnown: boolean) => line('Clock on', { clock: { ...clock, started: null, startKnown } });
    expect(on(true)).toMatchObject({ value: 'never: it was not started' });
    expect(on(false)).toMatchObject({ value: 'not known: the history does not say when it started' });
    const off = (outcome: Item['outcome']) =>
      line('Clock off', { clock: { ...clock, ended: null }, item: { ...item, outcome } });
    const unknown = 'not known: it is over, and the history does not say since when';
    expect(off('finished')).toMatchObject({ value: unknown });
    expect(off('dropped')).toMatchObject({ value: unknown });
    expect(off('inProgress')).toMatchObject({ value: 'not yet' });
  });

  it('name the state, and the stage where there is one', () => {
    const state = (stage: string | null) => line('State', { item: { ...item, stage, outcome: 'dropped' } });
    expect(state('Archived')).toMatchObject({ value: 'dropped, in Archived' });
    expect(state(null)).toMatchObject({ value: 'dropped' });
  });

  it('count reopenings of what is finished alone', () => {
    const facts = { ...item, reopened: true };
    expect(line('Reopened', { item: facts })).toMatchObject({ value: true });
    expect(line('Reopened', { item: { ...facts, outcome: 'inProgress' } })).toBeUndefined();
  });

  it('have sections for people and blocked periods where there are any', () => {
    const at = '2026-01-06T08:00:00.000Z';
    const assignments = [
      { at, people: ['ana', 'bo'], handoff: false },
      { at, people: ['cy'], handoff: true },
      { at, people: [], handoff: false },
    ];
    const sectionOf = (id: string, change: Partial<ItemReport>) =>
      itemDocument({ ...itemReport, ...change }).sections.find((section) => section.id === id);
    expect(sectionOf('people', { assignments })?.parts).toMatchObject([
      {
        rows: [
          [at, 'ana, bo', false],
          [at, 'cy', true],
          [at, 'nobody', false],
        ],
      },
    ]);
    expect(sectionOf('people', { assignments: [] })).toBeUndefined();
    expect(sectionOf('visits', { blockedPeriods: [] })?.parts).toHaveLength(1);
    expect(sectionOf('visits', { blockedPeriods: [{ start: at, end: null, reason: null }] })?.parts).toMatchObject([
      {},
      { title: 'Blocked', rows: [[at, null, null]] },
    ]);
    expect(sectionOf('rules', { notes: [] })).toBeUndefined();
  });

  it('note what is open, blocked, back or rework in a visit', () => {
    const [before, writing, published] = itemReport.visits;
    const noted = (visit: (typeof itemReport.visits)[number] | undefined) => {
      const document = itemDocument({ ...itemReport, visits: [visit as NonNullable<typeof visit>] });
      const table = document.sections.find(({ id }) => id === 'visits')?.parts[0];
      return table?.part === 'table' ? table.rows[0]?.at(-1) : undefined;
    };
    expect(noted(before)).toBe('');
    expect(noted(writing)).toBe('blocked 6.0 h, back, rework');
    expect(noted(published)).toBe('open');
  });

  it('show what counts of a visit where that is not its time without what was blocked, by a second and more', () => {
    const [, writing] = itemReport.visits;
    const counted = (countedDays: number) => {
      const visits = [{ ...(writing as NonNullable<typeof writing>), countedDays }];
      const table = itemDocument({ ...itemReport, visits }).sections.find(({ id }) => id === 'visits')?.parts[0];
      return table?.part === 'table' && table.columns.some(({ label }) => label === 'Counted');
    };
    // 6.5 days of which 0.25 were blocked.
    expect(counted(6.25)).toBe(false);
    expect(counted(6.25 - 0.5 / 86_400)).toBe(false);
    expect(counted(6.25 - 2 / 86_400)).toBe(true);
    expect(counted(6.5)).toBe(true);
  });
});

describe('what an item costs', () => {
  const cost = itemReport.cost as NonNullable<ItemReport['cost']>;
  const section = (change: Partial<ItemReport>) =>
    itemDocument({ ...itemReport, ...change }).sections.find(({ id }) => id === 'cost');
  const texts = (change: Partial<ItemReport>) =>
    section(change)?.parts.map((part) => (part.part === 'note' ? part.text : part.part === 'scalar' ? part.value : ''));

  it('is labour, hand-offs with it, and delay: days that it waited and was blocked', () => {
    // 12 + 1.5 hours; 2 + 0.25 days.
    expect(texts({ cost: { ...cost, handoffHours: 1.5, waitingDays: 2 } })?.slice(0, 2)).toEqual([
      expect.stringMatching(/^13\.5 h/),
      expect.stringMatching(/^2\.25 item-days, /),
    ]);
    // No price of no days.
    const [, none] = texts({ cost: { ...cost, waitingDays: 0, blockedDays: 0, delayCost: 0 } }) ?? [];
    expect(none).toBe('0 item-days');
  });

  it('says why it is not known, where there is a reason', () => {
    expect(texts({ cost: null, costUnknown: 'nobody knows' })).toEqual(['Not known, as nobody knows.']);
    expect(section({ cost: null, costUnknown: null })).toBeUndefined();
  });

  it('has an entry for paused days and for work of nobody, and says what shared time and allocation are', () => {
    const [first] = itemReport.visits;
    const charge = { person: null, workingHours: 4, hours: 4, sharedAmong: 1, cost: null };
    const nothing = first?.cost as NonNullable<NonNullable<typeof first>['cost']>;
    const visit = { ...(first as NonNullable<typeof first>), cost: { ...nothing, pausedDays: 2, charges: [charge] } };
    const table = section({ visits: [visit] })?.parts.find((part) => part.part === 'table');
    const rows = table?.part === 'table' ? table.rows : [];
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['Backlog', 'work', 'nobody assigned'],
      ['Backlog', 'paused', ''],
    ]);
    const allocation = 'Time in an active stage is an allocation and no proof of work.';
    expect(texts({ visits: [visit] })?.slice(3)).toEqual([allocation]);
    expect(texts({ visits: [visit], cost: { ...cost, chargedHours: 0 } })?.slice(3)).toEqual([]);
    const shared = { ...visit, cost: { ...visit.cost, charges: [{ ...charge, sharedAmong: 1.5 }] } };
    expect(texts({ visits: [shared] })?.slice(3)).toEqual([expect.stringMatching(/^At once: /), allocation]);
  });
});

describe('what inspect shows', () => {
  const [file] = inspection.files as [(typeof inspection.files)[number]];
  const parts = (files: typeof inspection.files, id: string) =>
    inspectionDocument({ ...inspection, files }).sections.find((section) => section.id === id)?.parts ?? [];

  it('adds up the rows of several files, not their items, which may be the same', () => {
    const other = { ...file, file: 'more.csv', rows: 10, used: 7, merged: 2, rejected: 1, items: 3, transitions: 7 };
    const [table] = parts([file, other], 'rows');
    expect(table?.part === 'table' && table.rows).toEqual([
      ['content-board.csv', 12_430, 12_391, 27, 12, 1250, 12_391],
      ['more.csv', 10, 7, 2, 1, 3, 7],
      ['All files', 12_440, 12_398, 29, 13, null, 12_398],
    ]);
  });

  it('says of a file what was not used, and how its cells are parted', () => {
    const linesOf = (change: Partial<typeof file>) =>
      parts([{ ...file, ...change }], 'file-content-board.csv').flatMap((part) =>
        part.part === 'scalar' ? [[part.label, part.value]] : [],
      );
    expect(linesOf({})).toContainEqual(['Not used', '12 rows: unreadable-date 12']);
    const whole = linesOf({ rejected: 0, rejectedBy: [], delimiter: '\t' });
    expect(whole.map(([label]) => label)).not.toContain('Not used');
    expect(whole).toContainEqual(['Encoding', 'UTF-8, delimiter tab']);
    expect(linesOf({ delimiter: '^' })).toContainEqual(['Encoding', 'UTF-8, delimiter “^”']);
    expect(linesOf({ delimiter: null })).toContainEqual(['Encoding', 'UTF-8']);
  });
});

describe('the list of items', () => {
  const [finished] = itemList.itemList;
  const long = { ...(finished as Item), id: 'CAMPAIGN-1234', title: 'Landing page for the spring campaign' };
  const open = { ...long, id: 'CAMPAIGN-1235', outcome: 'inProgress' as const, cycleTimeDays: null, ageDays: 9 };
  const list = { ...itemList, itemList: [long, open] };

  it('keeps in 80 columns what matters, the age in place of a cycle time', () => {
    const text = tableReporter.render(itemsDocument(list), { width: 80, color: false });
    expect(text.slice(text.indexOf('\nItem'))).toMatchInlineSnapshot(`
      "
      Item           Title                   Stage      State        Cycle/age  Active
      CAMPAIGN-1234  Landing page for the…   Published  finished         6.5 d    35 %
      CAMPAIGN-1235  Landing page for the…   Published  in progress      9.0 d    35 %
      No room for Type, Started, Ended and Lead time: --width 135 or -f csv

      "
    `);
  });

  it('tells when an item ended, finished or dropped', () => {
    const dropped = { ...long, outcome: 'dropped' as const, finished: null, dropped: '2026-01-09T10:00:00.000Z' };
    const table = itemsDocument({ ...itemList, itemList: [long, dropped] }).sections.find(({ id }) => id === 'items')
      ?.parts[0];
    const ended = table?.part === 'table' ? table.columns.findIndex(({ label }) => label === 'Ended') : -1;
    expect(table?.part === 'table' && table.rows.map((row) => row[ended])).toEqual([
      '2026-01-12T20:00:00.000Z',
      '2026-01-09T10:00:00.000Z',
    ]);
  });

  it('has no column of which nothing is known', () => {
    const unknown = list.itemList.map((item) => ({ ...item, title: null, efficiency: null }));
    const text = tableReporter.render(itemsDocument({ ...list, itemList: unknown }), { width: 200, color: false });
    expect(text).toMatch(/^Item +Type +Stage +State +Started +Ended +Lead time +Cycle\/age$/m);
  });
});

describe('what inspect shows of a table that no format fits', () => {
  const proposal: ColumnProposal = {
    file: 'odd.csv',
    rows: 3,
    columns: [
      { name: 'Key', kind: 'ids', evidence: '3 values', isCommonName: true },
      { name: 'Note', kind: 'text', evidence: 'words', isCommonName: false },
    ],
    stages: [],
    dateOrder: null,
    format: 'milestones',
    fields: [{ field: 'id', column: 'Key', because: 'no two are alike' }],
    doubt: 'no column holds dates',
  };

  it('is what each column seems to be and might be, a guess, and what speaks against it', () => {
    const { records, sections } = proposalDocument(proposal);
    expect(records.rows).toEqual([
      ['Key', 'ids', '3 values', 'id'],
      ['Note', 'text', 'words', ''],
    ]);
    expect(sections[0]?.parts.slice(1)).toMatchObject([
      { text: 'A guess at milestones: id: no two are alike.' },
      { text: 'No column holds dates.', weight: 'warning' },
    ]);
    const without = proposalDocument({ ...proposal, format: null, doubt: null });
    expect(without.sections[0]?.parts).toHaveLength(1);
  });
});

describe('words', () => {
  it('are joined and ended as in a sentence', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(enumerate)).toEqual(['', 'a', 'a and b', 'a, b and c']);
    expect(['a', 'a.', 'a!', 'a?', 'a… '].map(sentence)).toEqual(['a.', 'a.', 'a!', 'a?', 'a…']);
    expect((['elapsed', 'inclusive', 'working'] as const).map((basis) => durationWords(0.5, basis))).toEqual([
      '12.0 h',
      '12.0 h',
      '0.50 d',
    ]);
  });
});

describe('a table without what nobody knows', () => {
  const columns = (['Name', 'One', 'Two'] as const).map((label) => ({ label, unit: 'text' as const }));
  const labels = (rows: (string | null)[][]) =>
    knownColumns({ part: 'table', title: '', columns, rows, empty: '' }).columns.map(({ label }) => label);

  it('keeps its first column, and all of them where it has no rows', () => {
    expect(labels([[null, 'a', null]])).toEqual(['Name', 'One']);
    expect(labels([])).toEqual(['Name', 'One', 'Two']);
  });
});

describe('data', () => {
  it('of one definition is that, of several a list', () => {
    expect(explainDocument([explained]).data).toMatchObject({ command: 'cycle-time' });
    expect(explainDocument([explained, explained]).data).toHaveLength(2);
  });

  it('is the contract object itself', () => {
    expect(itemDocument(itemReport).data).toBe(itemReport);
    expect(itemsDocument(itemList).data).toBe(itemList);
    expect(inspectionDocument(inspection).data).toBe(inspection);
  });

  it('of a format holds no functions', () => {
    expect(formatDocument(format).data).not.toHaveProperty('probe');
  });

  it('has every fact of an item among its records', () => {
    const [item] = itemList.itemList;
    const several = { ...(item as Item), assignee: ['ana', 'bo'] };
    const { columns, rows } = itemsDocument({ ...itemList, itemList: [several] }).records;
    expect(rows[0]?.[columns.indexOf('assignee')]).toBe('ana, bo');
    expect(itemsDocument(itemList).records.columns).toEqual(Object.keys(item as object));
  });
});
