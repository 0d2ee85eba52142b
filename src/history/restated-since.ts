import type { SnapshotLine } from '../contract/statistics/history-schema.ts';

/**
 * How many periods were restated since a snapshot was first taken, by cause: a run that restates adds its own period, too,
 * so what it restated counts for the reader of the next run.
 * @param lines those of one segment
 */
export function restatedSince(
  lines: readonly SnapshotLine[],
  { asOf, restated }: Pick<SnapshotLine, 'asOf' | 'restated'>,
): { data: number; definition: number } {
  const since = Date.parse(restated[0]?.from.asOf ?? asOf);
  const count = (cause: 'data' | 'definition') =>
    lines.filter((line) => line.restated.some((one) => one.cause === cause && Date.parse(one.at) >= since)).length;
  return { data: count('data'), definition: count('definition') };
}
