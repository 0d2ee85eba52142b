import { PitwallError } from '../../../../model/errors.ts';
import { objectOf, own, textOf } from '../../../text/json/json-values.ts';

/** What Azure DevOps answers in place of work items when something is wrong; null if this is no such answer. */
export function errorMessage(value: unknown): string | null {
  const object = objectOf(value);
  const error = objectOf(own(object, 'error'));
  // Analytics puts its answer into `error`; the other services name the type of what went wrong.
  const message = textOf(own(error ?? object, 'message'));
  const isAzure = /^(?:TF|VS)\d{5,}\b/.test(message) || (error === null && textOf(own(object, 'typeKey')) !== '');
  return isAzure && message !== '' ? message : null;
}

/** Stops at a file that holds such an answer. */
export function refuseError(value: unknown, file: string): void {
  const message = errorMessage(value);
  if (message === null) return;
  throw new PitwallError(
    'error-document',
    `it is an error that Azure DevOps answered with, not work items: ${message.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 300)}`,
    file,
    'Check the address, the id and the access rights of the request, and fetch it again.',
  );
}
