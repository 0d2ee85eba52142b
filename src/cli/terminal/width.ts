import type { Session } from '../session.ts';

const DEFAULT_WIDTH = 80;

/** Columns to write in: as told, else the terminal's, else `COLUMNS`, else 80. */
export function widthOf(told: number | undefined, { stdout, env }: Session): number {
  if (told !== undefined) return told;
  if (stdout.columns !== undefined && stdout.columns > 0) return stdout.columns;
  const columns = Number(env.COLUMNS);
  return Number.isInteger(columns) && columns > 0 ? columns : DEFAULT_WIDTH;
}
