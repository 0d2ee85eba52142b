import { PitwallError } from '../../../model/errors.ts';

/**
 * Stops at a file that holds a server's error in place of data.
 * @param message what the server says; null where it is no error
 * @param wanted what the file should hold
 */
export function refuseAnswer(message: string | null, tool: string, wanted: string, file: string): void {
  if (message === null) return;
  const said = message.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 300);
  throw new PitwallError(
    'error-document',
    `it is an error that ${tool} answered with, not ${wanted}: ${said}`,
    file,
    'Check the address, the query and the access rights of the request, and fetch it again.',
  );
}
