import type { Session } from '../session.ts';

const DEFAULT_WIDTH = 80;

/** The width to write in: `--width`, else the terminal's, else `COLUMNS`, else 80. */
export function widthOf(given: number | undefined, { stdout, env }: Session): number {
  if (given !== undefined) return given;
  if (stdout.columns !== undefined && stdout.columns > 0) return stdout.columns;
  const columns = Number(env.COLUMNS);
  return Number.isInteger(columns) && columns > 0 ? columns : DEFAULT_WIDTH;
}
