import { PitwallError } from '../../../model/errors.ts';
import type { JsonRecords } from '../../format.ts';
import { errorMessages } from './issue.ts';
import { own } from './json.ts';

/** Stops at a file that holds Jira's refusal in place of issues. */
export function refuseError(value: unknown, file: string): void {
  const messages = errorMessages(value);
  if (messages === null) return;
  const said = messages.length === 0 ? 'it gives no reason' : messages.join('; ').slice(0, 300);
  throw new PitwallError(
    'error-document',
    `it is an error that Jira answered with, not issues: ${said}`,
    file,
    'Check the address, the query and the access rights of the request, and fetch it again.',
  );
}

/** Says so if the response tells of more issues than it holds. */
export function notePages(records: JsonRecords, count: number): void {
  const { wrapper, log, file } = records;
  if (wrapper === null) return;
  const number = (key: string) => {
    const value = own(wrapper, key);
    return typeof value === 'number' ? value : Number.NaN;
  };
  // A file of several pages has the keys of its last one: its start then does not count.
  const start = count > number('maxResults') ? 0 : number('startAt') || 0;
  const total = number('total');
  const isLast = own(wrapper, 'isLast');
  const hasMore = isLast === false || (isLast !== true && typeof own(wrapper, 'nextPageToken') === 'string');
  if (!(total > start + count) && !hasMore) return;
  const of = Number.isNaN(total) ? 'more' : String(total);
  log.findings.add(
    'page-incomplete',
    () => ({
      weight: 'warning',
      message: 'Responses that are one page of several: the others are needed, too',
      cure: 'Fetch all pages and give them together; if you did, this is answered.',
    }),
    { file: file.file, value: `${start === 0 ? '' : `from ${start} on `}${count} of ${of} issues` },
  );
}
