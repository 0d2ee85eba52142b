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
} from '../../src/document/index.ts';
import { METRIC_IDS, METRICS } from '../../src/metrics/index.ts';
import type { Document } from '../../src/model/document-parts.ts';
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
            started: '2026-01-01T00:00:00.000Z',
            finished: '2026-01-02T12:00:00.000Z',
            cycleTimeDays: 1.5,
          },
          {
            id: 'A-2',
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
    const wip = { ...report.wip, daily: [{ date: '2026-01-01', count: 3 }] };
    const document = metricDocument('wip', { ...itemList, wip, groups, failures: [] });
    const text = tableReporter.render(document, { width: 80, color: false });
    expect(text).toMatch(/^team +Work in progress/m);
    expect(text).toMatch(/^\(all\) +101 /m);
    expect(text).toMatch(/^Web +7 /m);
    expect(text).toMatch(/^\(none\) +101 /m);
    expect(document.records).toEqual({ columns: ['group', 'date', 'count'], rows: [[null, '2026-01-01', 3]] });
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
    const places = ['State ', 'Clock on ', 'Clock off ', 'Where it was', 'Its figures', 'Who had it', 'Read '];
    expect(places.map((place) => text.indexOf(`\n${place}`))).toEqual(
      places.map((place) => text.indexOf(`\n${place}`)).sort((a, b) => a - b),
    );
  });

  it('keeps a title from posing as more than that', () => {
    const text = render({ title: `x\nState      dropped\u001b[2J${' word'.repeat(500)}` });
    const title = text.slice(0, text.indexOf('\n\n')).split('\n');
    expect(title.length).toBeLessThanOrEqual(3);
    expect(title[0]).toMatch(/^CON-17: x State {6}dropped␛\[2J word/);
    expect(title.slice(1).every((line) => line.startsWith('  '))).toBe(true);
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

describe('the list of items', () => {
  const [finished] = itemList.itemList;
  const long = { ...(finished as Item), id: 'CAMPAIGN-1234', title: 'Landing page for the spring campaign' };
  const open = { ...long, id: 'CAMPAIGN-1235', outcome: 'inProgress' as const, cycleTimeDays: null, ageDays: 9 };
  const list = { ...itemList, itemList: [long, open] };

  it('keeps in 80 columns what matters, the age in place of a cycle time', () => {
    const text = tableReporter.render(itemsDocument(list), { width: 80, color: false });
    expect(text.slice(text.indexOf('\nItem'), text.indexOf('What the data'))).toMatchInlineSnapshot(`
      "
      Item           Title                   Stage      State        Cycle/age  Active
      CAMPAIGN-1234  Landing page for the…   Published  finished         6.5 d    35 %
      CAMPAIGN-1235  Landing page for the…   Published  in progress      9.0 d    35 %
      Too narrow to show: Type, Started, Ended, Lead time.

      "
    `);
  });

  it('has no column of which nothing is known', () => {
    const unknown = list.itemList.map((item) => ({ ...item, title: null, efficiency: null }));
    const text = tableReporter.render(itemsDocument({ ...list, itemList: unknown }), { width: 200, color: false });
    expect(text).toMatch(/^Item +Type +Stage +State +Started +Ended +Lead time +Cycle\/age$/m);
  });
});

describe('data', () => {
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
    expect(itemsDocument(itemList).records.columns).toEqual(Object.keys(item as object));
  });
});
