import type { JsonRecords } from '../../../format.ts';
import { own } from '../../../text/json/json-values.ts';
import { refuseAnswer } from '../../shared/refuse-answer.ts';
import type { PageCount } from '../issues/page-count.ts';
import { errorMessages } from './jira-issue.ts';

/** Stops at a file that holds Jira's refusal in place of issues. */
export function refuseError(value: unknown, file: string): void {
  const messages = errorMessages(value);
  const said = messages === null ? null : messages.join('; ') || 'it gives no reason';
  refuseAnswer(said, 'Jira', 'issues', file);
}

/** Notes what the response says about others that belong to it. Plain lists of issues say nothing. */
export function notePages({ wrapper, file }: JsonRecords, count: number, pages: PageCount): void {
  if (wrapper === null) return;
  const number = (key: string) => {
    const value = own(wrapper, key);
    return typeof value === 'number' ? value : Number.NaN;
  };
  const isLast = own(wrapper, 'isLast');
  const token = own(wrapper, 'nextPageToken');
  const total = number('total');
  if (Number.isNaN(total) && isLast === undefined && token === undefined) return;
  // A file of several pages has the keys of its last one: its start then does not count.
  const start = count > number('maxResults') ? 0 : number('startAt') || 0;
  const more = isLast === false || (isLast !== true && typeof token === 'string');
  pages.add({ file, start, count, total, more });
}
