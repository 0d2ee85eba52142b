import { describe, expect, it } from 'vitest';
import { HandoffReader } from '../../src/facts/handoff-reader.ts';
import { GroupedDays } from '../../src/metrics/derive/grouped-days.ts';
import { ReturnOriginReader } from '../../src/metrics/derive/visits/return-origin.ts';
import { BACKWARD, FORWARD, GIVEN_UP, NO_EXIT, VisitExitReader } from '../../src/metrics/derive/visits/visit-exits.ts';
import { PeopleSets } from '../../src/model/people/people-sets.ts';
import type { Timelines } from '../../src/model/timelines.ts';
import { ACTIVE, DONE, DROPPED_STAGE, TODO, WAITING } from '../../src/model/workflow/stage-columns.ts';
import { VisitColumns } from '../../src/normalize/visit-columns.ts';
import { Random } from '../reference/log/random.ts';

const KINDS = [TODO, ACTIVE, WAITING, ACTIVE, WAITING, DONE, DROPPED_STAGE];
/** Both sides of the room for what is kept of one item, 64 at first, and of its double. */
const LENGTHS = [0, 1, 2, 63, 64, 65, 66, 127, 128, 129, 130, 300, 5];

const offsetsOf = (lengths: readonly number[]) => {
  const offsets = [0];
  for (const length of lengths) offsets.push((offsets.at(-1) as number) + length);
  return Int32Array.from(offsets);
};

/** Items of so many visits each, at stages that `stageOf` gives, an hour each. */
function visits(stageOf: (random: Random, visit: number) => number) {
  const random = new Random(7);
  const offsets = offsetsOf(LENGTHS);
  const count = offsets.at(-1) as number;
  const stage = Int32Array.from({ length: count }, (_, visit) => stageOf(random, visit));
  return { offsets, stage, start: Float64Array.from({ length: count }, (_, visit) => visit) } as Timelines;
}

const STAGES: [string, (random: Random, visit: number) => number][] = [
  ['to and fro', (_, visit) => 1 + 2 * (visit % 2)],
  ['anywhere', (random) => random.whole(0, KINDS.length - 1)],
];

describe.each(STAGES)('of items that go %s', (_, stageOf) => {
  const timelines = visits(stageOf);
  const { offsets, stage, start } = timelines;
  const items = [...LENGTHS.keys()];

  it('stays are the runs of a stage that waiting does not break', () => {
    const reader = new VisitExitReader(timelines, Uint8Array.from(KINDS));
    for (const item of items) {
      const end = offsets[item + 1] as number;
      const own = Array.from({ length: LENGTHS[item] as number }, (_one, place) => (offsets[item] as number) + place);
      const stops = own.filter((visit) => KINDS[stage[visit] as number] !== WAITING);
      const wanted = stops.flatMap((visit, place) => {
        const at = stage[visit] as number;
        if (KINDS[at] !== TODO && KINDS[at] !== ACTIVE) return [];
        const next = stops[place + 1];
        if (next === undefined)
          return [[at, visit + 1 < end ? (start[visit + 1] as number) : Number.POSITIVE_INFINITY, NO_EXIT]];
        const to = stage[next] as number;
        if (to === at) return [];
        const exit = KINDS[to] === DROPPED_STAGE ? GIVEN_UP : to > at ? FORWARD : BACKWARD;
        return [[at, start[visit + 1] as number, exit]];
      });
      reader.read(item);
      const found = Array.from({ length: reader.length }, (_one, index) => [
        reader.stage[index],
        reader.end[index],
        reader.exit[index],
      ]);
      expect(found).toEqual(wanted);
    }
  });

  it('visits know the stage from which the item last came back', () => {
    const reader = new ReturnOriginReader(timelines, Uint8Array.from(KINDS));
    for (const item of items) {
      const first = offsets[item] as number;
      let directed = -1;
      let from = -1;
      const wanted: [number, number][] = [];
      for (let visit = first; visit < (offsets[item + 1] as number); visit++) {
        const at = stage[visit] as number;
        const back = (KINDS[at] === TODO || KINDS[at] === ACTIVE) && at < directed;
        if (back) from = directed;
        if (KINDS[at] !== WAITING && KINDS[at] !== DROPPED_STAGE) directed = at;
        wanted.push([from, back ? 1 : 0]);
      }
      expect(reader.read(item, offsets[item + 1] as number)).toBe(wanted.some(([, back]) => back === 1));
      expect(wanted.map((_one, place) => [reader.stage[place], reader.isReturn[place]])).toEqual(wanted);
    }
  });
});

it('hand-offs are the changes of people, however many', () => {
  const people = new PeopleSets();
  const sets = [[], ['ana'], ['bo'], ['ana', 'cy'], ['cy']].map((names) => people.id(names));
  const random = new Random(3);
  for (const anyone of [false, true]) {
    const peopleOffsets = offsetsOf(LENGTHS);
    const count = peopleOffsets.at(-1) as number;
    const peopleAt = Float64Array.from({ length: count }, (_, entry) => entry);
    const peopleSet = Int32Array.from({ length: count }, (_, entry) =>
      anyone ? random.pick(sets) : (sets[1 + (entry % 2)] as number),
    );
    const reader = new HandoffReader({ peopleAt, peopleOffsets, peopleSet }, people);
    for (const item of LENGTHS.keys()) {
      const first = peopleOffsets[item] as number;
      const end = peopleOffsets[item + 1] as number;
      // Strictly between two instants: all of it, and less by one at either end.
      for (const [after, before] of [
        [first - 1, end],
        [first + 1, end - 1],
      ] as const) {
        const wanted: [number, number][] = [];
        let last = 0;
        for (let entry = first; entry < Math.min(end, before); entry++) {
          const set = peopleSet[entry] as number;
          if (set === 0) continue;
          const shared = people.members(last).some((name) => people.members(set).includes(name));
          if (last !== 0 && !shared && entry > after) wanted.push([entry, last]);
          last = set;
        }
        expect(reader.read(item, after, before)).toBe(wanted.length);
        expect(wanted.map((_one, index) => [reader.entry[index], reader.from[index]])).toEqual(wanted);
      }
    }
  }
});

it('days are grouped as a Map groups them', () => {
  for (const count of [0, 1, 15, 16, 17, 32, 33, 64, 500]) {
    const grouped = new GroupedDays();
    const plain = new Map<number, number[]>();
    for (let index = 0; index < count; index++) {
      const key = (index * index) % 11;
      grouped.add(key, index / 2);
      plain.set(key, [...(plain.get(key) ?? []), index / 2]);
    }
    expect([...grouped.all()]).toEqual(Array.from({ length: count }, (_, index) => index / 2));
    expect([...grouped.byKey()].map(([key, days]) => [key, [...days]])).toEqual([...plain]);
  }
});

it('visits are kept as they are written, whatever room there was for them', () => {
  for (const room of [0, 1, 16, 17, 40]) {
    for (const count of [0, 1, 15, 16, 17, 18, 48, 49, 50, 96, 97, 200]) {
      const columns = new VisitColumns(room);
      for (let visit = 0; visit < count; visit++) columns.push(visit + 0.5, visit % 7);
      const kept = Array.from({ length: columns.length }, (_, visit) => [columns.start[visit], columns.stage[visit]]);
      expect(kept).toEqual(Array.from({ length: count }, (_, visit) => [visit + 0.5, visit % 7]));
    }
  }
});
