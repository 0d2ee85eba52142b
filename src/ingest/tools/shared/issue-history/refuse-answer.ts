import { PitwallError } from '../../../../model/errors.ts';

/** Stops at a file that holds a refusal in place of data. */
export function refuseAnswer(message: string | null, tool: string, file: string): void {
  if (message === null) return;
  throw new PitwallError(
    'error-document',
    `it is an error that ${tool} answered with, not an export: ${message.slice(0, 300)}`,
    file,
    'Check the address and the access rights of the request, and fetch it again.',
  );
}
