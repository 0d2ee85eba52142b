import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';
import { csvText } from '../analysis/csv-cells.ts';
import { Random } from '../reference/log/random.ts';

const DAY = 86_400_000;

interface Move {
  id: string;
  at: number;
  from: string;
  to: string;
}

/** The inferred stages as `name kind`. */
async function inferred(moves: readonly Move[], configuration?: unknown) {
  const rows = moves.map(({ id, at, from, to }) => [id, new Date(at).toISOString(), from, to]);
  const data = csvText([['id', 'at', 'from', 'to'], ...rows]);
  return (await open({ name: 'log.csv', data }, { configuration })).report().workflow.stages;
}

/** Moves from paths such as `A > B > C`, one a day, a path an item. */
function pathsOf(...paths: string[]): Move[] {
  return paths.flatMap((path, item) => {
    const stages = path.split(' > ');
    return stages.map((to, step) => ({
      id: `I${item}`,
      at: Date.UTC(2026, 2, 2) + step * DAY,
      from: stages[step - 1] ?? '',
      to,
    }));
  });
}

const namesOf = async (...paths: string[]) => (await inferred(pathsOf(...paths))).map(({ name }) => name);
const kindsOf = async (...paths: string[]) =>
  (await inferred(pathsOf(...paths))).map(({ name, kind }) => `${name} ${kind}`);

/** Eight stages whose names give no order away: the alphabet runs against the work. */
const BOARD = ['Zoe', 'Yak', 'Xen', 'Wim', 'Vex', 'Ugo', 'Tau', 'Sol'];

/** Items walk along the board; each step goes back to any earlier stage with the given chance. */
function noisyMoves(seed: number, backward: number): Move[] {
  const random = new Random(seed);
  return Array.from({ length: 60 }, (_, item) => {
    const moves: Move[] = [];
    let place = 0;
    let at = Date.UTC(2026, 0, 1) + random.whole(0, 90 * 24) * (DAY / 24);
    moves.push({ id: `I${item}`, at, from: '', to: BOARD[0] as string });
    for (let step = 0; step < 40 && place < BOARD.length - 1; step++) {
      const back = place > 0 && random.chance(backward);
      const next = back ? random.whole(0, place - 1) : place + 1;
      at += random.whole(1, 72) * (DAY / 24);
      moves.push({ id: `I${item}`, at, from: BOARD[place] as string, to: BOARD[next] as string });
      place = next;
    }
    return moves;
  }).flat();
}

describe('the order of the stages', () => {
  it.each([0, 0.2, 0.4])('is that of the work with a share of %d backward moves', async (backward) => {
    let right = 0;
    const seeds = 25;
    for (let seed = 1; seed <= seeds; seed++) {
      const stages = await inferred(noisyMoves(seed, backward));
      if (stages.map(({ name }) => name).join() === BOARD.join()) right++;
    }
    expect(right).toBeGreaterThanOrEqual(0.95 * seeds);
  });

  it('does not depend on the order of the rows', async () => {
    for (let seed = 1; seed <= 5; seed++) {
      const moves = noisyMoves(seed, 0.4);
      expect(await inferred(new Random(seed).shuffled(moves))).toEqual(await inferred(moves));
    }
  });

  it('goes by name where two stages come at the same places, whatever order the items come in', async () => {
    // Either takes the places 1/10, 2/10 and 3/10 of an item's eleven stages: (0.1 + 0.2) + 0.3 is more than (0.3 + 0.2) + 0.1.
    const path = (name: string, place: number) =>
      Array.from({ length: 11 }, (_, step) => (step === place ? name : `Stage ${10 + step}`)).join(' > ');
    const paths = [path('Xen', 1), path('Xen', 2), path('Xen', 3), path('Yak', 3), path('Yak', 2), path('Yak', 1)];
    for (const order of [paths, paths.toReversed()])
      expect((await namesOf(...order)).filter((name) => !name.startsWith('Stage'))).toEqual(['Xen', 'Yak']);
  });

  it('holds where items skip stages, or begin in the middle', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = new Random(seed);
      const paths = Array.from({ length: 60 }, () => BOARD.filter(() => random.chance(0.7)).join(' > ')).filter(
        (path) => path !== '',
      );
      expect([seed, ...(await namesOf(...paths))]).toEqual([seed, ...BOARD]);
    }
  });

  it('goes by most items where they disagree, and by name where they are even', async () => {
    expect(await namesOf('A > C > B > D', 'A > C > B > D', 'A > B > C > D')).toEqual(['A', 'C', 'B', 'D']);
    expect(await namesOf('A > C > B > D', 'A > B > C > D')).toEqual(['A', 'B', 'C', 'D']);
  });

  it('puts what is not begun first and what is over last, whatever the moves say', async () => {
    // Reopened items that first appear as done; given up before they are done.
    expect(await namesOf('Done > Doing > Review', 'Cancelled > Backlog > Doing > Review > Done')).toEqual([
      'Backlog',
      'Doing',
      'Review',
      'Done',
      'Cancelled',
    ]);
  });

  it('takes one spelling of each status, whatever order they come in', async () => {
    const expected = ['In progress', 'Done'];
    expect(await namesOf('IN PROGRESS > Done', 'In progress > DONE', 'in  progress > done')).toEqual(expected);
    expect(await namesOf('in  progress > done', 'In progress > DONE', 'IN PROGRESS > Done')).toEqual(expected);
  });

  it('holds on a board of more stages than pairs are counted for', async () => {
    const many = Array.from({ length: 70 }, (_, index) => `S${String(index * 37 + 11).padStart(4, '0')}`).reverse();
    const names = await namesOf(...Array.from({ length: 5 }, () => many.join(' > ')));
    expect(names).toEqual(many);
  });
});

describe('the kind of a stage without a telling name', () => {
  it('is never done by position, however many items end there', async () => {
    expect(await kindsOf('Backlog > Blue > Green', 'Backlog > Blue > Green', 'Backlog > Blue')).toEqual([
      'Backlog todo',
      'Blue active',
      'Green active',
    ]);
  });

  it('is todo for the one in which more than half of the items begin', async () => {
    expect(await kindsOf('Red > Blue > Done', 'Red > Blue > Done', 'Blue > Done')).toEqual([
      'Red todo',
      'Blue active',
      'Done done',
    ]);
    // Half is not more than half.
    expect(await kindsOf('Red > Blue > Done', 'Blue > Done')).toEqual(['Red active', 'Blue active', 'Done done']);
  });

  it('is active for the first of only two', async () => {
    expect(await kindsOf('Red > Done', 'Red > Done')).toEqual(['Red active', 'Done done']);
  });

  it('gives way to names: a named done stage is the only one', async () => {
    expect(await kindsOf('Red > Blue > Green', 'Red > Blue > Green', 'Red > Blue > Done')).toEqual([
      'Red todo',
      'Blue active',
      'Green active',
      'Done done',
    ]);
  });

  it('goes by position where no name says anything: todo for the first, active for the others', async () => {
    const stages = await kindsOf(...Array.from({ length: 6 }, () => BOARD.join(' > ')));
    expect(stages).toEqual(['Zoe todo', ...BOARD.slice(1).map((name) => `${name} active`)]);
  });

  it('of a configured workflow is told by the name, else active, placed after what most often precedes it', async () => {
    const workflow = [
      { stage: 'Backlog', kind: 'todo' },
      { stage: 'Doing', kind: 'active' },
      { stage: 'Done', kind: 'done' },
    ];
    const moves = pathsOf(
      'Backlog > Doing > Legal > On hold > Done',
      'Backlog > Doing > Legal > Done',
      'Zero > Doing > Done',
    );
    expect((await inferred(moves, { workflow })).map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      // Items begin in Zero: nothing precedes it.
      'Zero active',
      'Backlog todo',
      'Doing active',
      'Legal active',
      'On hold waiting',
      'Done done',
    ]);
  });
});
