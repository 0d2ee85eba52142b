import { describe, expect, it } from 'vitest';
import { asanaCsv } from '../../../src/ingest/tools/asana/asana-csv.ts';
import { SectionProjects } from '../../../src/ingest/tools/asana/section-projects.ts';
import { clickupCsv } from '../../../src/ingest/tools/clickup/clickup-csv.ts';
import { isContiguous } from '../../../src/ingest/tools/clickup/status-times.ts';
import { pivotalCsv } from '../../../src/ingest/tools/pivotal/pivotal-csv.ts';
import { redmineCsv } from '../../../src/ingest/tools/redmine/redmine-csv.ts';
import { type PeopleEntry, peopleThrough } from '../../../src/ingest/tools/shared/item-history/people-through.ts';
import { shortcutCsv } from '../../../src/ingest/tools/shortcut/shortcut-csv.ts';
import type { LogFile } from '../../../src/model/log/event-log.ts';
import { fieldOf, findingCounts, probeTable, readTable } from './read-with.ts';

describe('who had an item through its changes', () => {
  const file = {} as LogFile;
  const change = (at: number, removed: PeopleEntry['removed'], added: string[]): PeopleEntry => ({
    ...{ kind: 'people', at, id: '', file, line: 1, removed, added },
  });
  const through = (changes: PeopleEntry[], today: string[] = []) =>
    peopleThrough(changes, today).map(({ at, people }) => `${at} ${people.join('+')}`);

  it('begins with those that the first changes remove, and those of today that no change speaks of', () => {
    // Ana is removed without having been added, Cleo is there today and never changed: both were there before.
    expect(through([change(1, ['Ana'], ['Ben'])], ['Ben', 'Cleo'])).toEqual(['NaN Cleo+Ana', '1 Cleo+Ben']);
  });

  it('begins with today’s people where nothing changed', () => {
    expect(through([], ['Ana'])).toEqual(['NaN Ana']);
  });

  it('knows of nobody before a change that replaces everybody', () => {
    // Today's Ana came with the first change, which does not say whom she replaced.
    expect(through([change(1, 'all', ['Ana']), change(2, 'all', [])], [])).toEqual(['NaN ', '1 Ana', '2 ']);
    expect(through([change(1, 'all', ['Ana'])], ['Ana'])).toEqual(['NaN ', '1 Ana']);
  });
});

describe('times in status that are dates', () => {
  const MINUTE = 60_000;
  const times = (gap: number) => [
    { status: 'Open', since: 0, minutes: 10 },
    { status: 'Doing', since: 10 * MINUTE + gap, minutes: 5 },
  ];

  it('may lie a minute apart, since sums are cut to minutes, and no more', () => {
    expect(isContiguous(times(MINUTE), 'Doing')).toBe(true);
    expect(isContiguous(times(-MINUTE), 'Doing')).toBe(true);
    expect(isContiguous(times(MINUTE + 1), 'Doing')).toBe(false);
  });

  it('end in the status of today: a task that is back in an earlier one was there twice', () => {
    expect(isContiguous(times(0), 'Open')).toBe(false);
    expect(isContiguous(times(0), '')).toBe(true);
  });

  it('are all known', () => {
    expect(isContiguous([], 'Open')).toBe(false);
    expect(isContiguous([{ status: 'Open', since: Number.NaN, minutes: 1 }], 'Open')).toBe(false);
    expect(isContiguous([{ status: 'Open', since: 1, minutes: Number.NaN }], 'Open')).toBe(true);
  });
});

describe('the project of a section', () => {
  const section = (gid: string, name: string) => ({ gid, name, project: '' });

  it('is that of the sections that tasks moved to and from', () => {
    const sections = new SectionProjects();
    sections.learnMembership({ projectGid: 'p', project: 'Shop', sectionGid: '3', section: 'Done' });
    const moves = [
      [section('1', 'To do'), section('2', 'Doing')],
      [section('2', 'Doing'), section('3', 'Done')],
    ] as const;
    for (const [from, to] of moves) for (const each of [from, to]) sections.learnSection(each);
    for (const [from, to] of moves) sections.learnMove(from, to);
    expect(sections.nameOf(sections.projectOf('1'))).toBe('Shop');
  });

  it('is known of a section that is only named, unless several have the name', () => {
    const sections = new SectionProjects();
    for (const gid of ['1', '2']) sections.learnSection(section(gid, 'Done'));
    sections.learnSection(section('3', 'Doing'));
    expect(sections.keyOf(section('', 'Doing'))).toBe('3');
    expect(sections.keyOf(section('', 'Done'))).toBe('named Done');
  });
});

describe('lists of items', () => {
  it('take the offset of each row, and no date from an offset alone', () => {
    const csv =
      'id,is_completed,moved_at,utc_offset,created_at,completed_at,state\n1,FALSE,,+02:00,2026/03/02 10:00:00,,Doing';
    const log = readTable(shortcutCsv, csv);
    expect(log.created.at(0)).toBe(Date.parse('2026-03-02T08:00:00Z'));
    expect(log.finished.at(0)).toBeNaN();
    expect(findingCounts(log)).toEqual({});
  });

  it('take a parent by its title only where one item has it', () => {
    const header = 'Task ID,Section/Column,Completed At,Created At,Name,Parent task\n';
    const rows = ['1,Done,,2026-03-02,Pay,', '2,Done,,2026-03-02,Form,Pay', '3,Done,,2026-03-02,Test,Elsewhere'];
    const log = readTable(asanaCsv, header + rows.join('\n'));
    expect([fieldOf(log, '2', 'parent'), fieldOf(log, '3', 'parent')]).toEqual(['1', 'Elsewhere']);
    const twice = readTable(asanaCsv, `${header}${rows.join('\n')}\n4,Done,,2026-03-02,Pay,`);
    expect(fieldOf(twice, '2', 'parent')).toBe('');
    expect(findingCounts(twice)).toEqual({ 'parent-name': 1 });
  });

  it('become milestones where the user knows of a date', () => {
    const csv =
      'Task ID,Date Created,Date Created Text,List Name,Status,Shipped\na,1772442000000,3/2/2026,Shop,Closed,2026-03-05\n';
    expect(readTable(clickupCsv, csv).files[0]?.grade).toBe('snapshot');
    const log = readTable(clickupCsv, csv, { fields: { finished: 'Shipped' } });
    expect(log.files[0]?.grade).toBe('milestones');
    expect(log.finished.at(0)).toBe(Date.parse('2026-03-05T00:00:00Z'));
  });

  it('keep lists and words for nothing apart from values', () => {
    const csv =
      'Task ID,Date Created,Date Created Text,List Name,Status,Assignees,Tags,Parent ID\na,1772442000000,3/2/2026,Shop,Open,"[Ana, Ben]","[web, shop]",null\n';
    const log = readTable(clickupCsv, csv);
    expect(log.people.members(log.currentPeople.at(0))).toEqual(['Ana', 'Ben']);
    expect([fieldOf(log, 'a', 'labels'), fieldOf(log, 'a', 'parent')]).toEqual(['web, shop', '']);
  });

  it('take the status of a closed issue for its resolution, where the tool has none', () => {
    const csv =
      '#,Tracker,Status,Subject,Created,Closed\n1,Bug,Rejected,a,2026-03-02,2026-03-03\n2,Bug,New,b,2026-03-02,\n';
    const log = readTable(redmineCsv, csv);
    expect([fieldOf(log, '1', 'resolution'), fieldOf(log, '2', 'resolution')]).toEqual(['Rejected', '']);
  });

  it('have an owner in each of several columns', () => {
    const csv =
      'Id,Current State,Accepted at,Iteration,Created at,Estimate,Owned By,Owned By\n1,started,,1,"Mar 2, 2026",-1,Ben,Ana\n';
    const log = readTable(pivotalCsv, csv);
    expect(log.people.members(log.currentPeople.at(0))).toEqual(['Ana', 'Ben']);
    expect(fieldOf(log, '1', 'points')).toBe('');
  });

  it('are not recognised by half of what makes them', () => {
    expect(probeTable(asanaCsv, 'Task ID,Name,Completed At\n1,a,').score).toBe('no');
    expect(probeTable(asanaCsv, 'Task ID,Section/Column,Assignee Email\n1,a,').score).toBe('certain');
    expect(probeTable(pivotalCsv, 'Id,Title,Accepted at\n1,a,').score).toBe('no');
  });
});
