import { basename } from 'node:path';
import { PitwallError } from '../../model/errors.ts';
import type { LogFile } from '../../model/log/event-log.ts';
import { zoneOf } from '../../model/time/zone.ts';
import type { ReadOptions } from '../format.ts';
import { readTimestamp } from '../time/read-timestamp.ts';
import { Timestamp } from '../time/timestamp.ts';

/**
 * Notes when each file was exported: from the option, from the file itself, or from its name.
 * @throws PitwallError `snapshot-date` if none of them says it, `bad-option` if a date is for no file
 */
export function dateSnapshots(files: readonly LogFile[], options: ReadOptions): void {
  const zone = zoneOf(options.timeZone);
  const given = new Map(options.snapshots);
  for (const file of files) {
    const name = given.has(file.file) ? file.file : basename(file.file);
    const stated = options.snapshots?.get(name);
    given.delete(name);
    if (stated !== undefined) {
      const at = Date.parse(stated);
      date(file, stated.length === DAY_LENGTH ? zone.instantOfLocal(at) : at, 'as you say');
    } else if (file.exportedAt !== undefined) date(file, file.exportedAt, 'as it says itself');
    else {
      const local = dateInName(basename(file.file));
      if (Number.isNaN(local)) throw undated(file);
      date(file, zone.instantOfLocal(local), 'by its name');
    }
  }
  for (const name of given.keys()) {
    throw new PitwallError(
      'bad-option',
      `no file is called \`${name}\``,
      '--snapshot-date',
      `Write the name of one of the files: ${files.map(({ file }) => file).join(', ')}`,
    );
  }
}

const DAY_LENGTH = '2026-03-02'.length;

function date(file: LogFile, at: number, why: string): void {
  file.exportedAt = at;
  file.notes.push(`A snapshot of ${new Date(at).toISOString().slice(0, 16)}Z, ${why}.`);
}

/** `board-2026-03-02.csv`, `20260302 board.csv`: a wall time in milliseconds; NaN if there is no date. */
export function dateInName(name: string): number {
  const match = /(?<!\d)(20\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  if (match === null) return Number.NaN;
  const timestamp = new Timestamp();
  const text = `${match[1]}-${match[3]}-${match[4]}`;
  return readTimestamp(text, 2000, timestamp) ? timestamp.dmy : Number.NaN;
}

function undated({ file }: LogFile): PitwallError {
  return new PitwallError(
    'snapshot-date',
    'nothing says of which day this snapshot is',
    file,
    `Say it with --snapshot-date "${basename(file)}=2026-03-02", or put the date into the file's name.`,
  );
}
