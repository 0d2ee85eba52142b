import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { open } from '../../../../src/index.ts';
import { jiraCsv } from '../../../../src/ingest/tools/jira/csv/jira-csv.ts';
import { errorOf, readText } from '../../read-text.ts';
import { fieldOf, findingCounts, minute, probeTable, readTable } from '../read-with.ts';

const FIXTURES = join(import.meta.dirname, '../../../../fixtures/jira-csv');
const fixture = (name: string) => readFileSync(join(FIXTURES, name), 'utf8');
const CLOUD = fixture('cloud-all-fields/jira.csv');

describe('what it recognises', () => {
  it.each([
    ['Summary,Issue key,Status,Issue id', 'A,AB-1,Open,1'],
    ['Status,Summary,Issue key,Issue Type', 'Open,A,AB-1,Bug'],
    ['Summary,Issue key,Status,Project key', 'A,AB-1,Open,AB'],
    ['Summary,Issue key,Status,Custom field (Rank)', 'A,AB-1,Open,x'],
    ['Summary,Issue key,Status,Σ Time Spent', 'A,AB-1,Open,5'],
    ['Resumen,Clave de incidencia,Estado,Campo personalizado (Rank)', 'A,AB-1,Abierta,x'],
    ['Zusammenfassung;Vorgangsschlüssel;Status;Vorgangstyp', 'A;AB-1;Offen;Fehler'],
  ])('is certain of %s', (header, row) => {
    expect(probeTable(jiraCsv, `${header}\n${row}\n`).score).toBe('certain');
  });

  it.each([
    ['what is cut down to columns that any tool has', 'Summary,Issue key,Status,Created,Resolved', 'A,AB-1,Open,,'],
    ['a table of metrics', '"id","project","task","created_date"', '1,p,t,2020-01-02'],
    ['the log of a help desk', 'id;title;category;datetime;num', '1;Tulostin;laite;Wed, 2 Oct 2013 10:15:50 +0300;3'],
    ['made-up data of the same name', 'issue,summary,status,created,priority', '1,A,Open,2020-01-02,High'],
    ['a log of changes', 'Issue key,Summary,Status,Issue id,changelog_id,from_string,to_string', 'A-1,A,Open,1,2,x,y'],
    [
      'a report of dates for each status',
      'Issue key,Issue Type,Summary,Status,To Do,In Progress,Done',
      'AB-1,Bug,A,Done,2026-03-02,2026-03-03,2026-03-05',
    ],
    ['a query of Azure DevOps', 'ID,Work Item Type,Title,State', '1,Bug,A,New'],
  ])('is not %s', (_, header, row) => {
    expect(probeTable(jiraCsv, `${header}\n${row}\n`).score).toBe('no');
  });

  it('only guesses where the language is unknown, and then needs the columns named', async () => {
    const text =
      'Streszczenie,Klucz,Stan,Σ Czas,Utworzono\nA,AB-1,Open,1,2026-03-02 09:00\nB,AB-2,Open,2,2026-03-02 09:00\n';
    expect(probeTable(jiraCsv, text).score).toBe('likely');
    expect(probeTable(jiraCsv, text.replace('AB-2', 'AB-1')).score).toBe('no');
    const error = await errorOf(readText(text, { input: 'jira-csv' }));
    expect([error.code, error.message]).toEqual(['missing-column', expect.stringContaining('--map id=')]);
    const fields = { id: 'Klucz', title: 'Streszczenie', to: 'Stan', created: 'Utworzono' };
    const log = await readText(text, { fields });
    expect([log.files[0]?.format, log.itemIds]).toEqual(['jira-csv', ['AB-1', 'AB-2']]);
  });
});

describe('fields', () => {
  const log = readTable(jiraCsv, CLOUD);
  const values = (id: string, ...fields: string[]) => fields.map((field) => fieldOf(log, id, field));

  it('of several columns are joined; the last sprint is the current one', () => {
    expect(values('SHOP-1', 'labels', 'components', 'fix versions', 'sprint', 'sprints')).toEqual([
      'web; urgent',
      'Checkout; Billing',
      '1.0; 1.1',
      'Sprint 2',
      'Sprint 1; Sprint 2',
    ]);
  });

  it('take the points from whichever field is filled, and say where both are and differ', () => {
    expect(['SHOP-1', 'SHOP-2', 'SHOP-3', 'SHOP-4'].map((id) => fieldOf(log, id, 'points'))).toEqual([
      '5',
      '3',
      '8',
      '',
    ]);
    const examples = log.findings.list().find(({ code }) => code === 'two-estimates')?.examples;
    expect(examples).toMatchObject([{ item: 'SHOP-3', value: '8, 5' }]);
  });

  it('take the parent from its key, else by its number, else from the epic', () => {
    expect(values('SHOP-1', 'parent', 'parent id')).toEqual(['SHOP-9', '']);
    expect(values('SHOP-2', 'parent')).toEqual(['SHOP-9']);
    expect(values('SHOP-4', 'parent')).toEqual(['SHOP-1']);
    // Of an issue that is in no file the number is all there is.
    expect(values('SHOP-5', 'parent', 'parent id')).toEqual(['', '77777']);
  });

  it('take the team from its own field, and know who is flagged today', () => {
    expect(values('SHOP-1', 'team', 'blocked')).toEqual(['Red', '']);
    expect(values('SHOP-2', 'team', 'blocked')).toEqual(['', 'Impediment']);
    expect(log.flagItem).toHaveLength(0);
    const server = readTable(jiraCsv, fixture('server-parent-id/jira.csv'));
    expect(['SRV-1', 'SRV-2'].map((id) => fieldOf(server, id, 'parent'))).toEqual(['SRV-9', 'SRV-1']);
    expect(['team', 'sprint', 'labels'].map((field) => fieldOf(server, 'SRV-1', field))).toEqual([
      'Core',
      'S 3',
      'a; b',
    ]);
  });

  it('are found in other languages', () => {
    const german = readTable(jiraCsv, fixture('german/vorgaenge.csv'));
    expect(['title', 'type', 'points', 'labels', 'sprint'].map((field) => fieldOf(german, 'DE-1', field))).toEqual([
      'Erster',
      'Story',
      '2,5',
      'web; eilig',
      'S 2',
    ]);
    expect(['blocked', 'parent'].map((field) => fieldOf(german, 'DE-2', field))).toEqual(['Impediment', 'DE-1']);
  });

  it('are any that are asked for, by the name of the custom field too, or where the user says', () => {
    const text =
      'Summary,Issue key,Issue id,Status,Custom field (Cost centre),Custom field (Size),Custom field (Story Points)\nA,AB-1,1,Open,Blue,13,5\n';
    const own = readTable(jiraCsv, text, { fields: { points: 'Custom field (Size)' }, extraFields: ['Cost centre'] });
    expect(['points', 'Cost centre'].map((field) => fieldOf(own, 'AB-1', field))).toEqual(['13', 'Blue']);
    expect(own.files[0]?.mapping).toMatchObject({
      points: 'Custom field (Size)',
      'Cost centre': 'Custom field (Cost centre)',
    });
  });
});

describe('dates', () => {
  it('finish at the resolution, else since when the category is Done', () => {
    const log = readTable(jiraCsv, CLOUD);
    const finished = (id: string) => minute(log.finished.at(log.itemIds.indexOf(id)));
    expect(['SHOP-1', 'SHOP-2', 'SHOP-4'].map(finished)).toEqual(['2026-01-20T16:30', 'unknown', '2026-01-16T00:05']);
  });

  it('do not count where a resolution is set on an issue that is not done, and a finding says so', async () => {
    const analysis = await open({ name: 'jira.csv', data: CLOUD });
    expect(analysis.item('SHOP-5').item).toMatchObject({ outcome: 'inProgress' });
    const found = analysis.report().findings.find(({ code }) => code === 'status-differs');
    expect(found?.examples).toContainEqual(
      expect.objectContaining({ item: 'SHOP-5', value: expect.stringContaining('2026-01-17') }),
    );
  });

  it('that leave day and month open stop, in any language, unless their order tells', async () => {
    // The columns say which date comes first in an issue's life, not their order.
    const header = 'Zusammenfassung;Vorgangsschlüssel;Vorgangs-ID;Status;Aktualisiert;Erledigt;Erstellt\n';
    const open = `${header}A;AB-1;1;Fertig;05/04/2026 09:00;05/04/2026 09:00;03/04/2026 09:00\n`;
    expect((await errorOf(readText(open))).code).toBe('date-order');
    // Month first, each issue would have been resolved before it was created: in January, created in May.
    const row = (n: number) =>
      `A;AB-${n};${n};Fertig;06/0${n + 1}/2026 09:00;01/0${n + 1}/2026 09:00;05/0${n}/2026 09:00\n`;
    const log = await readText(header + [1, 2, 3].map(row).join(''));
    expect(log.files[0]?.dateOrder).toMatchObject({ order: 'dmy', certainty: 'inferred' });
  });
});

describe('the account of rows', () => {
  const rows = (count: number) =>
    `Summary,Issue key,Issue id,Status,Created\n${Array.from({ length: count }, (_, n) => `A,AB-${n},${n},Open,2026-03-02`).join('\n')}\n`;

  it.each([
    [999, {}],
    [1000, { 'row-cap': 1 }],
    [1001, {}],
  ])('of %d rows', (count, findings) => {
    expect(findingCounts(readTable(jiraCsv, rows(count)))).toEqual(findings);
  });

  it('keeps what the later update of an issue says, whichever row comes first', () => {
    const header = 'Summary,Issue key,Issue id,Status,Created,Updated,Resolved';
    const old = 'Old,AB-1,1,Open,2026-03-02,2026-03-03,';
    const young = 'New,AB-1,1,Done,2026-03-02,2026-03-05,2026-03-05';
    for (const order of [
      [old, young],
      [young, old],
    ]) {
      const log = readTable(jiraCsv, [header, ...order, ''].join('\n'));
      expect([fieldOf(log, 'AB-1', 'title'), minute(log.finished.at(0))]).toEqual(['New', '2026-03-05T00:00']);
      expect(log.files[0]).toMatchObject({ rows: 2, used: 1, merged: 1 });
    }
  });
});
