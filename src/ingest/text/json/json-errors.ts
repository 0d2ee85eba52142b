import { PitwallError } from '../../../model/errors.ts';

/** @param where file, line and column at which the file ends */
export function truncatedJson(where: string): PitwallError {
  return new PitwallError(
    'truncated-json',
    'the JSON stops in the middle',
    where,
    'Download or export it again, whole.',
  );
}

export function badJson(what: string, where: string, cause?: unknown): PitwallError {
  const cure = 'Check what wrote the file, or export it again.';
  return new PitwallError('bad-json', what, where, cure, cause === undefined ? undefined : { cause });
}

/** A record whose text is longer than a string can be. */
export function recordTooLarge(where: string): PitwallError {
  return new PitwallError(
    'bad-json',
    'a single record of it is larger than 512 MB',
    where,
    'Export it as an array of records, or one record a line: those are read one at a time.',
  );
}
