import type { Interval } from '../types.ts';

/** What two stretches have in common; null if nothing. */
export function overlap(a: Interval, b: Interval): Interval | null {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? { start, end } : null;
}

/** The parts of a stretch that lie under any of the (disjoint, ordered) covers. */
export function under(stretch: Interval, covers: Interval[]): Interval[] {
  return covers.flatMap((cover) => overlap(stretch, cover) ?? []);
}

/** The parts of a stretch that lie under none of the (disjoint, ordered) covers. */
export function outside(stretch: Interval, covers: Interval[]): Interval[] {
  let rest = stretch.start < stretch.end ? [stretch] : [];
  for (const cover of covers) {
    rest = rest.flatMap((piece) => {
      const before = overlap(piece, { start: -Infinity, end: cover.start });
      const after = overlap(piece, { start: cover.end, end: Infinity });
      return [before, after].filter((part) => part !== null);
    });
  }
  return rest;
}

export function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
