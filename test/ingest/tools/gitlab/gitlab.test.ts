import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open } from '../../../../src/index.ts';
import { readLog } from '../../../../src/ingest/read-log.ts';
import { gitlabEvents } from '../../../../src/ingest/tools/gitlab/gitlab-events.ts';
import { gitlabIssues } from '../../../../src/ingest/tools/gitlab/gitlab-issues.ts';
import { gitlabTable } from '../../../../src/ingest/tools/gitlab/gitlab-table.ts';
import { OPTIONS } from '../../read-text.ts';
import { damageOf } from '../damage.ts';
import { itemStories } from '../item-story.ts';
import { fieldOf, findingCounts, readRecords, readTable, transitionsOf } from '../read-with.ts';

type Json = Record<string, unknown>;

const at = (hours: number, ms = 0) =>
  new Date(Date.parse('2026-03-02T09:00:00Z') + hours * 3_600_000 + ms).toISOString();

function issue(id: number, more: Json = {}): Json {
  return {
    id,
    iid: id - 500,
    project_id: 77,
    title: `Issue ${id}`,
    state: 'opened',
    created_at: at(0),
    updated_at: at(0),
    closed_at: null,
    labels: [],
    web_url: `https://gitlab.example/acme/site/-/issues/${id - 500}`,
    ...more,
  };
}

let ids = 0;
function label(id: number, name: string | null, hours: number, on = true, ms = 0): Json {
  const action = on ? 'add' : 'remove';
  const value = name === null ? null : { id: `id of ${name}`, name };
  return { id: ++ids, created_at: at(hours, ms), resource_type: 'Issue', resource_id: id, label: value, action };
}
const state = (id: number, to: string, hours: number): Json => ({
  id: ++ids,
  created_at: at(hours),
  resource_type: 'Issue',
  resource_id: id,
  state: to,
});
const fileOf = (name: string, value: unknown) => ({ name, data: JSON.stringify(value) });

describe('label events', () => {
  it('of one scope make one move, whichever of the two comes first', () => {
    for (const [off, on] of [
      [0, 900],
      [900, 0],
    ] as const) {
      const log = readRecords(gitlabEvents, [
        label(501, 'workflow::ready', 0),
        label(501, 'workflow::ready', 24, false, off),
        label(501, 'workflow::doing', 24, true, on),
      ]);
      expect(transitionsOf(log, 'issue 501')).toEqual(['2026-03-02T09:00 ready', '2026-03-03T09:00 doing']);
    }
  });

  it('apart by more than two seconds are two moves', () => {
    const log = readRecords(gitlabEvents, [
      label(501, 'workflow::ready', 0),
      label(501, 'workflow::ready', 24, false),
      label(501, 'workflow::doing', 24, true, 2001),
    ]);
    expect(transitionsOf(log, 'issue 501').map((entry) => entry.slice(17))).toEqual(['ready', 'Open', 'doing']);
  });

  it('of a deleted label are in a finding', () => {
    const log = readRecords(gitlabEvents, [label(501, null, 1), label(501, 'workflow::doing', 2)]);
    expect(findingCounts(log)).toEqual({ 'deleted-label': 1, 'unlisted-issues': 1 });
    expect(log.files[0]).toMatchObject({ rows: 2, used: 1, rejected: 1 });
  });

  it('of a board without scopes are statuses where the user names them', () => {
    const events = [
      label(501, 'Doing', 5),
      label(501, 'Doing', 29, false),
      label(501, 'Review', 29),
      state(501, 'closed', 53),
    ];
    const plain = readRecords(gitlabEvents, events);
    expect(transitionsOf(plain, 'issue 501').map((entry) => entry.slice(17))).toEqual(['Open', 'Closed']);
    const named = readRecords(gitlabEvents, events, null, { fields: { to: 'Doing,Review' } });
    expect(transitionsOf(named, 'issue 501').map((entry) => entry.slice(17))).toEqual(['Doing', 'Review', 'Closed']);
  });

  it('join the list of issues by the id of the issue, and are closed when the list says so', async () => {
    const list = [issue(501, { state: 'closed', closed_at: at(72), labels: ['workflow::doing'] }), issue(502)];
    const events = [label(501, 'workflow::doing', 24)];
    const log = await readLog([fileOf('events.json', events), fileOf('issues.json', list)], OPTIONS);
    expect(transitionsOf(log, 'acme/site#1')).toEqual([
      '2026-03-02T09:00 Open',
      '2026-03-03T09:00 doing',
      '2026-03-05T09:00 Closed',
    ]);
    expect(findingCounts(log)).toEqual({});
    const dataset = await open([fileOf('events.json', events), fileOf('issues.json', list)]);
    expect(dataset.item('acme/site#1').item).toMatchObject({ cycleTimeDays: 2, leadTimeDays: 3 });
    // Of the other no event was given: only its creation is known.
    expect(dataset.item('acme/site#2').item).toMatchObject({ outcome: 'notStarted' });
  });
});

describe('state events', () => {
  it('opened is an opening, reopened one after a closing that is missing', () => {
    const opened = readRecords(gitlabEvents, [state(501, 'opened', 0), state(501, 'closed', 24)]);
    expect(findingCounts(opened)).toEqual({ 'unlisted-issues': 1 });
    const reopened = readRecords(gitlabEvents, [state(501, 'reopened', 0), state(501, 'closed', 24)]);
    expect(findingCounts(reopened)).toEqual({ 'missing-events': 1, 'unlisted-issues': 1 });
  });
});

describe('the table', () => {
  it('is in UTC, whatever the zone of the analysis', () => {
    const log = readTable(
      gitlabTable,
      'Issue ID,URL,Title,State,Created At (UTC),Closed At (UTC)\n1,https://gitlab.example/acme/site/-/issues/1,Guide,Closed,2026-03-02 09:00:00,2026-03-04 09:00:00\n',
      { timeZone: 'Europe/Madrid' },
    );
    expect(new Date(log.created.at(0)).toISOString()).toBe('2026-03-02T09:00:00.000Z');
    expect(new Date(log.finished.at(0)).toISOString()).toBe('2026-03-04T09:00:00.000Z');
  });

  it('names a parent by its id where that is in the list', () => {
    const log = readTable(
      gitlabTable,
      [
        'ID,IID,URL,Title,State,Created At (UTC),Closed At (UTC),Parent ID,Parent Title',
        '501,1,https://gitlab.example/acme/site/-/work_items/1,Guide,Open,2026-03-02 09:00:00,,,',
        '502,2,https://gitlab.example/acme/site/-/work_items/2,Page,Open,2026-03-02 09:00:00,,501,Guide',
        '503,3,https://gitlab.example/acme/site/-/work_items/3,Text,Open,2026-03-02 09:00:00,,900,Elsewhere',
      ].join('\n'),
    );
    expect([fieldOf(log, 'acme/site#2', 'parent'), fieldOf(log, 'acme/site#3', 'parent')]).toEqual([
      'acme/site#1',
      'Elsewhere',
    ]);
  });
});

describe('any events', () => {
  const change = fc.record({
    id: fc.integer({ min: 501, max: 503 }),
    what: fc.constantFrom('workflow::a', 'workflow::b', 'blocked', 'closed', 'reopened', 'opened'),
    on: fc.boolean(),
    hour: fc.integer({ min: 0, max: 6 }),
  });

  it('say the same in any order, and in files that overlap', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 2, maxLength: 15 }),
        fc.nat(),
        fc.infiniteStream(fc.nat()),
        async (changes, place, keys) => {
          const events = changes.map(({ id, what, on, hour }) =>
            what.includes('ed') && what !== 'blocked' ? state(id, what, hour) : label(id, what, hour, on),
          );
          const list = fileOf(
            'issues.json',
            [501, 502, 503].map((id) => issue(id)),
          );
          const mixed = events
            .map((entry) => ({ entry, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ entry }) => entry);
          const cut = 1 + (place % (events.length - 1));
          const parts = [mixed.slice(0, cut), mixed.slice(Math.max(0, cut - 2))];
          const whole = await readLog([fileOf('events.json', events), list], OPTIONS);
          const split = await readLog([...parts.map((part, index) => fileOf(`${index}.json`, part)), list], OPTIONS);
          expect(itemStories(split)).toEqual(itemStories(whole));
          expect(findingCounts(split)).toEqual(findingCounts(whole));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('damaged records', () => {
  const list = [
    issue(501, { labels: ['workflow::a', { name: 'b' }], references: { full: 'acme/site#1' } }),
    issue(502),
  ];
  const events = [label(501, 'workflow::a', 0), label(501, null, 1), state(501, 'closed', 2), state(502, 'opened', 0)];

  it.each([
    ['issues', gitlabIssues, list],
    ['events', gitlabEvents, events],
  ] as const)('never end the reading of %s, and no row is lost', (_, format, records) => {
    fc.assert(
      fc.property(damageOf(records), (damaged) => {
        const rows = Array.isArray(damaged) ? (damaged as Json[]) : [damaged as Json];
        const [file] = readRecords(format, rows).files;
        expect(file?.rows).toBe((file?.used ?? 0) + (file?.merged ?? 0) + (file?.rejected ?? 0));
      }),
      { numRuns: 300 },
    );
  });
});
