import { PitwallError } from '../../../../model/errors.ts';
import type { Reading } from '../../../format.ts';
import { objectOf, own, textOf } from '../../../text/json/json-values.ts';

/** What GitHub answers in place of data when something is wrong; null if this is no such answer. */
export function githubError(value: unknown): string | null {
  const object = objectOf(value);
  const message = textOf(own(object, 'message'));
  return message !== '' && own(object, 'documentation_url') !== undefined ? message : null;
}

/** The same for GitLab: `{ "message": "404 Project Not Found" }`, `{ "error": "invalid_token", "error_description": … }`. */
export function gitlabError(value: unknown): string | null {
  const object = objectOf(value);
  if (object === null || Object.keys(object).length > 3) return null;
  const message = textOf(own(object, 'message'));
  if (/^\d{3} /.test(message)) return message;
  const description = textOf(own(object, 'error_description'));
  return textOf(own(object, 'error')) !== '' && description !== '' ? description : null;
}

/** Stops at a file that holds a refusal in place of data. */
export function refuseAnswer(said: string | null, tool: string, file: string): void {
  if (said === null) return;
  throw new PitwallError(
    'error-document',
    `it is an error that ${tool} answered with, not an export: ${said.slice(0, 300)}`,
    file,
    'Check the address and the access rights of the request, and fetch it again.',
  );
}

/** How deep the answer of a GraphQL server may be wrapped. */
const DEEPEST = 6;

/** True if the answer says that there are further pages (`pageInfo: { hasNextPage: true }`). */
export function hasNextPage(value: unknown, depth: number = DEEPEST): boolean {
  const object = objectOf(value);
  if (object === null || depth === 0) return false;
  if (own(objectOf(own(object, 'pageInfo')), 'hasNextPage') === true) return true;
  return Object.values(object).some((part) => hasNextPage(part, depth - 1));
}

export function noteNextPage({ log, file }: Reading, value: string): void {
  log.findings.add(
    'page-incomplete',
    () => ({
      weight: 'warning',
      message: 'Responses that are one page of several: the others are needed, too',
      cure: 'Fetch all pages and give them together; if you did, this is answered.',
    }),
    { file: file.file, value },
  );
}
