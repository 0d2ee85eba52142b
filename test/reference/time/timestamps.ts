import { instantOfWall } from './zone.ts';

const SHAPE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * ISO 8601 to epoch milliseconds (definitions §1). With an offset or Z it is exact; without one it is a time of the
 * analysis zone. Fractions finer than a millisecond are cut off. null: not such a timestamp.
 */
export function readTimestamp(text: string, zone: string): number | null {
  const match = SHAPE.exec(text.trim());
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  const milliseconds = Number((fraction ?? '').padEnd(3, '0').slice(0, 3));
  const wall = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
    milliseconds,
  );
  if (offset === undefined) return instantOfWall(wall, zone);
  if (offset.toUpperCase() === 'Z') return wall;
  const digits = offset.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0);
  return offset.startsWith('-') ? wall + minutes * 60_000 : wall - minutes * 60_000;
}
