import { PitwallError } from '../../model/errors.ts';
import { nearest } from '../../model/nearest.ts';

/** @param option as on the command line: `--last` */
export function optionError(option: string, what: string, cure: string): PitwallError {
  return new PitwallError('bad-option', what, option, cure);
}

/** @throws PitwallError if the value is given and is none of those allowed */
export function checkChoice(option: string, value: string | undefined, allowed: readonly string[]): void {
  if (value === undefined || allowed.includes(value)) return;
  const suggestion = nearest(value, allowed);
  throw optionError(
    option,
    `\`${value}\` is not one of ${allowed.join(', ')}`,
    suggestion === null ? 'Write one of them' : `Did you mean \`${suggestion}\`?`,
  );
}
