import type { EventLog } from '../../model/log/event-log.ts';
import { INSTANT, INSTANT_ROW, ITEM, ROW } from '../../model/log/transitions.ts';

/** Which stretches of a file's rows list an item from the newest to the oldest: more steps back in time than forward. */
export function newestFirstFiles(log: EventLog): boolean[] {
  const { cells, instants, length } = log.transitions;
  const last = new Float64Array(log.itemCount).fill(Number.NaN);
  const lastFile = new Int32Array(log.itemCount).fill(-1);
  return log.fileStarts.map((_, file) => {
    const end = log.fileStarts[file + 1] ?? length;
    let back = 0;
    let forward = 0;
    for (let row = log.fileStarts[file] as number; row < end; row++) {
      const item = cells[row * ROW + ITEM] as number;
      const instant = instants[row * INSTANT_ROW + INSTANT] as number;
      if (lastFile[item] === file) {
        if (instant < (last[item] as number)) back++;
        else if (instant > (last[item] as number)) forward++;
      }
      last[item] = instant;
      lastFile[item] = file;
    }
    return back > forward;
  });
}

/**
 * A row's place in input order: its index, or its mirror image in a file that is listed newest first.
 *
 * @returns null if no file is: then a row's place is its index
 */
export function inputPlaces(log: EventLog): Int32Array | null {
  if (log.transitions.ascending) return null;
  const reversed = newestFirstFiles(log);
  if (!reversed.includes(true)) return null;
  const count = log.transitionCount;
  const places = new Int32Array(count);
  for (const [file, newestFirst] of reversed.entries()) {
    const start = log.fileStarts[file] as number;
    const end = log.fileStarts[file + 1] ?? count;
    for (let row = start; row < end; row++) places[row] = newestFirst ? start + end - 1 - row : row;
  }
  return places;
}
