import { PitwallError } from '../../model/errors.ts';
import { isObject, type JsonObject, own } from '../text/json/json-values.ts';

/** Keys under which servers say what went wrong. */
const MESSAGE_KEYS = [
  'errorMessages',
  'message',
  'error_description',
  'error_message',
  'errors',
  'error',
  'err',
  'detail',
  'Message',
] as const;
/** Keys that may be beside them: an object with any other key is no error. */
const OTHER_KEYS: ReadonlySet<string> = new Set([
  ...['code', 'status', 'statusCode', 'status_code', 'error_code', 'errorCode', 'ECODE', 'type', 'title', 'instance'],
  ...['documentation_url', 'help', 'url', 'path', 'timestamp', 'traceId', 'request_id', 'requestId', 'eventId', '$id'],
  ...['innerException', 'innererror', 'typeName', 'typeKey', 'warningMessages', 'warnings', 'success', 'ok'],
  ...[
    'data',
    'extensions',
    'account_id',
    'locations',
    'target',
    'details',
    'phrase',
    'scope',
    'userPresentableMessage',
  ],
]);

const CURES: readonly (readonly [RegExp, string])[] = [
  [/rate.?limit|too many|429|complexity/i, 'Wait a while and export again.'],
  [
    /401|403|unauthori[sz]ed|forbidden|not authori[sz]ed|permission|credential|token|log ?in|authenticat/i,
    'Check the token and what it may see, then export again.',
  ],
  [
    /\b404\b|not found|\b(?:issue|project|board|page|resource|repository)\b[^.]* does not exist/i,
    'Check the address and that you may see what it names, then export again.',
  ],
];

/**
 * The error of a file that holds what a server answered when it could not export: Jira's `errorMessages`, a `message`,
 * OData's `error`, GraphQL's `errors`. Null if it holds anything else.
 * @param records what was found in the file
 * @param wrapper the object around the records
 */
export function apiError(
  records: readonly unknown[],
  wrapper: Readonly<Record<string, unknown>> | null,
  file: string,
): PitwallError | null {
  const [only] = records;
  if (records.length > 1 && !(wrapper !== null && records.every(isErrorObject))) return null;
  // Each of GraphQL's errors is a record, and the object around them says nothing. A record without a message is no error,
  // but an item that came alone.
  const isNone = records.some((record) => isObject(record) && messageOf(record) === '');
  const text =
    wrapper !== null && !isNone && isErrorObject({ ...wrapper, errors: records })
      ? messageOf({ ...wrapper, errors: records })
      : '';
  const message = text !== '' ? text : isErrorObject(only) ? messageOf(only) : '';
  if (message === '') return null;
  const cure = CURES.find(([words]) => words.test(message))?.[1] ?? 'Put right what it says and export again.';
  const shown = message.length > 160 ? `${message.slice(0, 160)} …` : message;
  return new PitwallError('error-document', `it is an error message of a server, no export: "${shown}"`, file, cure);
}

/** The error of an answer that holds records all the same; empty if there is none. */
export function partialError(wrapper: Readonly<Record<string, unknown>> | null): string {
  return wrapper === null || !Object.hasOwn(wrapper, 'errors') ? '' : textIn(wrapper.errors, 3);
}

function isErrorObject(value: unknown): value is Record<string, unknown> {
  if (!isObject(value)) return false;
  const keys = Object.keys(value);
  const known = keys.every((key) => OTHER_KEYS.has(key) || MESSAGE_KEYS.some((name) => name === key));
  // An answer with data in it is no error.
  return known && messageOf(value) !== '' && !isFilled(value.data);
}

function isFilled(data: unknown): boolean {
  return isObject(data) ? Object.values(data).some((value) => value !== null) : Array.isArray(data) && data.length > 0;
}

function messageOf(object: Readonly<Record<string, unknown>>): string {
  for (const key of MESSAGE_KEYS) {
    const text = Object.hasOwn(object, key) ? textIn(object[key], 3) : '';
    if (text !== '') return text;
  }
  return '';
}

/** The first text in a value that is a text, a list, or an object with messages or of messages by field. */
function textIn(value: unknown, depth: number): string {
  if (typeof value === 'string') return value.trim();
  if (depth === 0 || typeof value !== 'object' || value === null) return '';
  const inner = Array.isArray(value)
    ? value
    : [...MESSAGE_KEYS.map((key) => own(value as JsonObject, key)), ...Object.values(value)];
  for (const part of inner.slice(0, 50)) {
    const text = textIn(part, depth - 1);
    if (text !== '') return text;
  }
  return '';
}
