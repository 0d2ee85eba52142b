import { safeLine } from './terminal/safe-line.ts';

/** The command line parser throws this: an error to print, or the end of `--help` and `--version`. */
export interface ParserError extends Error {
  code: string;
  exitCode: number;
}

export function isParserError(error: unknown): error is ParserError {
  return error instanceof Error && 'exitCode' in error && String((error as ParserError).code).startsWith('commander.');
}

/** True if the reader of standard output closed it, as `head` does when it has enough. */
export function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

/** A message ends without a full stop. */
function oneLine(text: string): string {
  return safeLine(text).trim().replace(/\.$/, '');
}

/**
 * The message of a failure for standard error; null if there is none.
 * @param stack true adds the stack on further lines
 */
export function messageOf(error: unknown, stack: boolean): string | null {
  if (isClosedPipe(error)) return null;
  if (isParserError(error)) return error.exitCode === 0 ? null : `pitwall: ${oneLine(error.message)}`;
  if (!(error instanceof Error)) return `pitwall: ${oneLine(String(error))}`;
  const known = error.name === 'PitwallError';
  const line = known ? error.message : `${error.name}: ${error.message}. This is a bug in pitwall`;
  const hint = known || stack ? '' : ': run again with --debug to see where';
  return `pitwall: ${oneLine(`${line}${hint}`)}${stack ? `\n${String(error.stack).split('\n').map(safeLine).join('\n')}` : ''}`;
}

/** The exit status of a failure; 1 and 3 are those of checks. */
export function exitStatusOf(error: unknown): number {
  if (isClosedPipe(error)) return 0;
  return isParserError(error) && error.exitCode === 0 ? 0 : 2;
}
