import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open } from '../../../../src/index.ts';
import { readLog } from '../../../../src/ingest/read-log.ts';
import { trelloBoard } from '../../../../src/ingest/tools/trello/trello-board.ts';
import type { EventLog } from '../../../../src/model/log/event-log.ts';
import { OPTIONS } from '../../read-text.ts';
import { damageOf } from '../damage.ts';
import { itemStories } from '../item-story.ts';
import { findingCounts, readRecords, transitionsOf } from '../read-with.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-03-02T09:00:00Z');

/** The instant so many days after 2 March 2026, 09:00. */
const day = (days: number) => new Date(START + Math.round(days * DAY_MS)).toISOString();

function cardId(days: number, number: number): string {
  return Math.floor((START + days * DAY_MS) / 1000)
    .toString(16)
    .padStart(8, '0')
    .concat(number.toString(16).padStart(16, '0'));
}

const LISTS = [
  { id: 'todo', name: 'To do', closed: false, pos: 1 },
  { id: 'doing', name: 'Doing', closed: false, pos: 2 },
  { id: 'done', name: 'Done', closed: false, pos: 3 },
];

type Json = Record<string, unknown>;

function card(number: number, idList: string, madeOn: number, more: Json = {}): Json {
  return { id: cardId(madeOn, number), idShort: number, name: `Card ${number}`, idList, closed: false, ...more };
}

let count = 0;
function action(type: string, days: number, of: Json, data: Json): Json {
  const id = `${cardId(days, 0).slice(0, 8)}${(++count).toString(16).padStart(16, '0')}`;
  return { id, type, date: day(days), data: { card: { id: of.id, idShort: of.idShort, name: of.name }, ...data } };
}

const created = (of: Json, days: number, list = 'todo') => action('createCard', days, of, { list: { id: list } });

function moved(of: Json, days: number, from: string, to: string): Json {
  return action('updateCard', days, of, { old: { idList: from }, listBefore: { id: from }, listAfter: { id: to } });
}

function archived(of: Json, days: number, list: string): Json {
  const { id, idShort, name } = of;
  const data = { old: { closed: false }, card: { id, idShort, name, closed: true }, list: { id: list } };
  return { ...action('updateCard', days, of, {}), data };
}

function board(cards: readonly Json[], actions: readonly Json[], more: Json = {}): Json {
  return {
    id: 'board-1',
    name: 'Content',
    prefs: {},
    lists: LISTS,
    cards,
    actions,
    dateLastActivity: day(99),
    ...more,
  };
}

const read = (boards: readonly Json[], options = {}) => readRecords(trelloBoard, boards, null, options);
const fileOf = (name: string, value: unknown) => ({ name, data: JSON.stringify(value) });

describe('an export with 1,000 actions', () => {
  // The oldest action is of day 10; card 1 is of day 0, moved on day 12 and finished on day 14; card 2 is of day 11.
  const old = card(1, 'done', 0);
  const young = card(2, 'done', 11);
  const still = card(3, 'doing', 1);
  const over = card(4, 'done', 2, { closed: true });
  const acts = [
    moved(old, 12, 'todo', 'doing'),
    moved(old, 14, 'doing', 'done'),
    created(young, 11),
    moved(young, 13, 'todo', 'doing'),
    moved(young, 16, 'doing', 'done'),
  ];
  const comments = Array.from({ length: 995 }, (_, index) => action('commentCard', 10 + index / 1000, old, {}));
  const full = board([old, young, still, over], [...acts, ...comments].reverse());

  it('marks the cards that are older than its oldest action, and says how many', () => {
    const log = read([full]);
    expect(findingCounts(log)).toMatchObject({ 'missing-actions': 3, 'other-field': 995 });
    expect(log.files[0]).toMatchObject({ rows: 1004, used: 9, merged: 0, rejected: 995, items: 4 });
    expect(log.files[0]?.notes.join(' ')).toContain('Trello stops at 1000 actions, and these go back to 2026-03-12');
    // By the oldest action, the card was where its first move took it from.
    expect(transitionsOf(log, '1')).toEqual([
      '2026-03-12T08:59 To do',
      '2026-03-14T09:00 Doing',
      '2026-03-16T09:00 Done',
    ]);
  });

  it('gives no figure that begins in the missing part', async () => {
    const dataset = await open(fileOf('board.json', full));
    // 14 days from its creation, of which its id tells; when it first started, nobody knows.
    expect(dataset.item('1').item).toMatchObject({ leadTimeDays: 14, cycleTimeDays: null, outcome: 'finished' });
    expect(dataset.item('2').item).toMatchObject({ leadTimeDays: 5, cycleTimeDays: 3 });
    // In progress since before the oldest action, and over since before it.
    expect(dataset.item('3').item).toMatchObject({ outcome: 'inProgress', started: null, ageDays: null });
    expect(dataset.item('4').item).toMatchObject({ outcome: 'finished', finished: null, leadTimeDays: null });
    expect(dataset.item('3').clock).toEqual({ started: null, ended: null, startKnown: false });
    expect(dataset.item('4').clock).toEqual({ started: null, ended: null, startKnown: false });
    expect(dataset.item('1').notes).toContain('When its history begins it is in To do: since when is not known.');
    const report = dataset.report();
    expect(report.items.inWindow.finished).toBe(2);
    expect(report.leadTime.leftOut).toEqual([expect.objectContaining({ items: 1 })]);
    // The visits that the history begins with have no length that is known: To do of card 1 is not among these.
    const [todo] = (await open(fileOf('board.json', full), { from: '2026-03-01' })).report().stages;
    expect(todo).toMatchObject({ stage: 'To do', visits: 1, totalDays: 2, entries: 1 });
    expect(todo?.leftOut).toEqual([expect.objectContaining({ items: 3 })]);
  });

  it('adds up with an earlier export: what both hold counts once', async () => {
    const earlier = board(
      [card(1, 'todo', 0), card(3, 'doing', 1), card(4, 'done', 2)],
      [
        created(old, 0),
        created(still, 1),
        moved(still, 1.5, 'todo', 'doing'),
        created(over, 2),
        moved(over, 3, 'todo', 'done'),
        ...comments.slice(0, 1),
      ],
      { dateLastActivity: day(10) },
    );
    for (const files of [
      [fileOf('new.json', full), fileOf('old.json', earlier)],
      [fileOf('old.json', earlier), fileOf('new.json', full)],
    ]) {
      const log = await readLog(files, OPTIONS);
      expect(findingCounts(log)['missing-actions']).toBeUndefined();
      expect(log.files.reduce((sum, { merged }) => sum + merged, 0)).toBe(4);
      expect(transitionsOf(log, '1')).toEqual([
        '2026-03-02T09:00 To do',
        '2026-03-14T09:00 Doing',
        '2026-03-16T09:00 Done',
      ]);
      expect(transitionsOf(log, '4')).toEqual(['2026-03-04T09:00 To do', '2026-03-05T09:00 Done']);
    }
  });

  it('adds up with pages of older actions, which go on where it ends', async () => {
    const older = [created(old, 0), created(still, 1), created(over, 2), moved(over, 3, 'todo', 'done')].map(
      (entry) => ({
        ...entry,
        idMemberCreator: 'm1',
        data: { ...(entry.data as Json), board: { id: 'board-1', name: 'Content' } },
      }),
    );
    const log = await readLog([fileOf('board.json', full), fileOf('page-2.json', older)], OPTIONS);
    expect(findingCounts(log)['missing-actions']).toBeUndefined();
    expect(log.files[1]).toMatchObject({ format: 'trello-board', rows: 4, used: 4 });
    expect(transitionsOf(log, '4')).toEqual(['2026-03-04T09:00 To do', '2026-03-05T09:00 Done']);
  });

  it('joins the table of cards of the same board', async () => {
    const table = {
      name: 'cards.csv',
      data: `Card ID,Card Name,Card URL,List ID,List Name,Board ID,Board Name,Archived,Effort\n${old.id},Card 1,https://trello.com/c/x/1-card,done,Done,board-1,Content,false,8\n`,
    };
    const log = await readLog([table, fileOf('board.json', full)], { ...OPTIONS, extraFields: ['Effort'] });
    expect(log.itemIds).toHaveLength(4);
    expect(log.files.map(({ used, merged }) => [used, merged])).toEqual([
      [1, 0],
      [8, 1],
    ]);
    expect(transitionsOf(log, '1')).toHaveLength(3);
  });

  it('does not add up with one that ends before it begins', async () => {
    const earlier = board([card(1, 'todo', 0)], [created(still, 1), created(young, 5)], { dateLastActivity: day(5) });
    const log = await readLog([fileOf('new.json', full), fileOf('old.json', earlier)], OPTIONS);
    expect(log.cutBefore.at(log.itemIds.indexOf('1'))).toBe(START + 10 * DAY_MS);
  });
});

describe('archived cards', () => {
  const [first, second] = [card(1, 'done', 0, { closed: true }), card(2, 'doing', 0, { closed: true })];
  const acts = [
    created(first, 0),
    moved(first, 1, 'todo', 'done'),
    archived(first, 2, 'done'),
    created(second, 0),
    moved(second, 1, 'todo', 'doing'),
    archived(second, 3, 'doing'),
  ];

  it('are done in the last list, and elsewhere a question', async () => {
    const dataset = await open(fileOf('board.json', board([first, second], acts)));
    expect(dataset.item('1').item).toMatchObject({ outcome: 'finished', finished: day(1) });
    expect(dataset.item('2').item).toMatchObject({ outcome: 'dropped', dropped: day(3) });
    expect(dataset.report().findings.find(({ code }) => code === 'archived-elsewhere')).toMatchObject({ count: 1 });
  });

  it('stay what they are in the lists that the user names', () => {
    const log = read([board([first, second], acts)], { fields: { finished: 'Doing, Done' } });
    expect(transitionsOf(log, '2')).toEqual(['2026-03-02T09:00 To do', '2026-03-03T09:00 Doing']);
    expect(findingCounts(log)).toEqual({});
  });

  it('go by the last list where the user means a column of another file', () => {
    const log = read([board([first, second], acts)], { fields: { finished: 'Closed Date', blocked: 'Blocked?' } });
    expect(findingCounts(log)).toEqual({ 'archived-elsewhere': 1 });
  });
});

describe('several boards', () => {
  it('keep cards of one number apart', () => {
    const other = board([card(1, 'x', 0.5)], [], { id: 'board-2', name: 'Web', lists: [{ id: 'x', name: 'New' }] });
    const log = read([board([card(1, 'todo', 0)], []), other]);
    expect(log.itemIds).toEqual(['Content#1', 'Web#1']);
  });

  it('follow a card from one to the other', () => {
    const here = card(7, 'x', 0);
    const left = { ...action('moveCardFromBoard', 2, here, { list: { id: 'todo' } }) };
    const came = { ...action('moveCardToBoard', 2.0001, here, { list: { id: 'x' } }) };
    const web = board([here], [came], { id: 'board-2', name: 'Web', lists: [{ id: 'x', name: 'New', pos: 1 }] });
    const log = read([board([], [created(here, 0), left]), web]);
    expect(transitionsOf(log, 'Web#7')).toEqual(['2026-03-02T09:00 To do', '2026-03-04T09:00 New']);
    expect(findingCounts(log)).toEqual({});
  });
});

describe('any board', () => {
  /** A history of five cards: each step does one thing to one of them, at times that often coincide. */
  const steps = fc.array(
    fc.record({
      card: fc.integer({ min: 1, max: 5 }),
      what: fc.constantFrom('todo', 'doing', 'done', 'archive', 'restore', 'join', 'leave', 'comment'),
      wait: fc.constantFrom(0, 0, 0.001, 0.5, 3),
    }),
    { maxLength: 30 },
  );

  function boardOf(history: readonly { card: number; what: string; wait: number }[]): {
    cards: Json[];
    actions: Json[];
  } {
    const cards = [1, 2, 3, 4, 5].map((number) => card(number, 'todo', 0, { idMembers: [] as string[] }));
    const actions = cards.map((of) => created(of, 0));
    let now = 1;
    for (const { card: number, what, wait } of history) {
      now += wait;
      const of = cards[number - 1] as Json;
      if (what === 'archive' || what === 'restore') {
        const closed = what === 'archive';
        if (of.closed === closed) continue;
        of.closed = closed;
        const changed = { id: of.id, idShort: of.idShort, name: of.name, closed };
        const data = { old: { closed: !closed }, card: changed, list: { id: of.idList } };
        actions.push({ ...action('updateCard', now, of, {}), data });
      } else if (what === 'join' || what === 'leave') {
        const joins = what === 'join';
        of.idMembers = joins ? ['m1'] : [];
        actions.push(action(joins ? 'addMemberToCard' : 'removeMemberFromCard', now, of, { idMember: 'm1' }));
      } else if (what === 'comment') actions.push(action('commentCard', now, of, {}));
      else {
        actions.push(moved(of, now, of.idList as string, what));
        of.idList = what;
      }
    }
    return { cards, actions };
  }

  const shuffled = <T>(values: readonly T[], seed: readonly number[]): T[] =>
    values
      .map((value, index) => ({ value, key: seed[index % seed.length] ?? index }))
      .sort((a, b) => a.key - b.key)
      .map(({ value }) => value);

  it('says the same however its cards and actions are ordered', () => {
    fc.assert(
      fc.property(steps, fc.array(fc.nat(), { minLength: 7, maxLength: 40 }), (history, seed) => {
        const { cards, actions } = boardOf(history);
        const plain = read([board(cards, actions)]);
        const mixed = read([board(shuffled(cards, seed), shuffled(actions, seed))]);
        expect(itemStories(mixed)).toEqual(itemStories(plain));
        expect(findingCounts(mixed)).toEqual(findingCounts(plain));
      }),
    );
  });

  it('ends each card where the board shows it', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const { cards, actions } = boardOf(history);
        const log = read([board(cards, actions)]);
        expect(findingCounts(log)['state-differs']).toBeUndefined();
        for (const { id, transitions, status } of itemStories(log)) {
          expect(transitions.at(-1), id).toContain(`-> ${status} not stated`);
        }
      }),
    );
  });

  it('says the same in one export and in two that overlap', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(), fc.nat({ max: 5 }), async (history, place, overlap) => {
        const { cards, actions } = boardOf(history);
        const cut = place % (actions.length + 1);
        const parts = [actions.slice(0, cut), actions.slice(Math.max(0, cut - overlap))];
        const whole = await readLog([fileOf('a.json', board(cards, actions))], OPTIONS);
        const split = await readLog(
          parts.map((part, index) => fileOf(`${index}.json`, board(cards, part))),
          OPTIONS,
        );
        expect(itemStories(split)).toEqual(itemStories(whole));
        for (const { rows, used, merged, rejected } of split.files) expect(used + merged + rejected).toBe(rows);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a damaged board', () => {
  it('never ends the reading, and no row is lost', () => {
    const [one, two] = [card(1, 'done', 0), card(2, 'doing', 0, { idMembers: ['m1'], labels: [{ name: 'Blocked' }] })];
    const whole = board(
      [one, two],
      [created(one, 0), moved(one, 1, 'todo', 'done'), archived(two, 2, 'doing'), created(two, 0)],
      { members: [{ id: 'm1', fullName: 'Ana' }], customFields: [{ id: 'f', name: 'Points' }] },
    );
    const check = (log: EventLog) => {
      for (const { rows, used, merged, rejected } of log.files) expect(used + merged + rejected).toBe(rows);
    };
    fc.assert(
      fc.property(damageOf(whole), (board) => check(read([board as Json]))),
      { numRuns: 300 },
    );
  });
});
