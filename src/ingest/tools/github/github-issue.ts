import type { JsonRecords, Reading } from '../../format.ts';
import { type JsonObject, nameOf, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { nodesOf } from '../shared/graphql.ts';
import type { IssuePlace, IssueSnapshot } from '../shared/issue-history/issue-log.ts';
import { IssueTracker } from '../shared/issue-history/issue-tracker.ts';
import { readLabels } from '../shared/issue-history/renamed-labels.ts';

/** An address of an issue or pull request, for people or for programs, of github.com or of a server of one's own. */
const ADDRESS = /^https?:\/\/[^/]+\/(?:api\/v3\/)?(?:repos\/)?([^/]+\/[^/]+)\/(issues|pull|pulls)\/(\d+)(?:[/?#].*)?$/;

export interface IssueAddress {
  repository: string;
  number: string;
  isPull: boolean;
}

/** The repository and number that an address names; null if it is no issue's. */
export function addressOf(url: unknown): IssueAddress | null {
  const match = ADDRESS.exec(textOf(url));
  if (match === null) return null;
  return { repository: match[1] as string, number: match[3] as string, isPull: match[2] !== 'issues' };
}

/** The part of an object that either way of writing gives: `created_at` of REST, `createdAt` of gh and GraphQL. */
export function either(object: JsonObject | null, key: string): unknown {
  const value = own(object, key);
  return value === undefined ? own(object, camel(key)) : value;
}

function camel(key: string): string {
  return key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The elements of a list or of a GraphQL connection; none where there is neither. */
export function listOf(value: unknown): readonly unknown[] {
  return nodesOf(value) ?? [];
}

/** What an account is called: its login. */
export function loginOf(value: unknown): string {
  const user = objectOf(value);
  return user === null ? textOf(value) : textOf(own(user, 'login')) || textOf(own(user, 'name'));
}

/** The issue of an address. People read its id, a number alone where the repository is not known. */
export function placeOf({ repository, number, isPull }: IssueAddress): IssuePlace {
  return {
    key: `${repository.toLowerCase()}#${number}`,
    id: `${repository}#${number}`,
    scope: repository.toLowerCase(),
    isPull,
  };
}

/** Words for the reasons that GitHub gives with a closing. */
export function reasonOf(value: unknown): string {
  const reason = textOf(value).toLowerCase();
  const words: Readonly<Record<string, string>> = {
    completed: 'Completed',
    not_planned: 'Not planned',
    duplicate: 'Duplicate',
  };
  return Object.hasOwn(words, reason) ? (words[reason] as string) : '';
}

/**
 * Reads an issue as REST, `gh` or GraphQL give it; null if it has no number.
 * @param repositoryAround the repository that the file itself names
 */
export function readIssue(value: unknown, records: JsonRecords, repositoryAround: string): IssueSnapshot | null {
  const object = objectOf(value);
  const number = textOf(own(object, 'number'));
  if (object === null || !/^\d+$/.test(number)) return null;
  const addresses = ['html_url', 'url'].map((key) => addressOf(own(object, key))).filter((address) => address !== null);
  const repository = addresses[0]?.repository ?? (repositoryName(object) || repositoryAround);
  const pull = objectOf(own(object, 'pull_request'));
  const isPull =
    pull !== null ||
    addresses.some((address) => address.isPull) ||
    own(object, 'isPullRequest') === true ||
    own(object, '__typename') === 'PullRequest';
  const state = textOf(own(object, 'state')).toLowerCase();
  const isClosed = state === 'closed' || state === 'merged';
  const closed = records.instant(either(object, 'closed_at'));
  const updated = records.instant(either(object, 'updated_at'));
  const assignees = listOf(own(object, 'assignees')).map(loginOf);
  const [assignee] = assignees.length > 0 ? assignees : [loginOf(own(object, 'assignee'))];
  return {
    ...placeOf({ repository, number, isPull }),
    created: records.instant(either(object, 'created_at')),
    closed,
    isClosed,
    updated,
    ...readLabels(githubTracker(records).labels, listOf(own(object, 'labels')), records.file, updated),
    assignees: assignees.length > 0 ? assignees : [assignee ?? ''].filter((login) => login !== ''),
    projectStatus:
      listOf(own(object, 'projectItems'))
        .map((item) => nameOf(own(objectOf(item), 'status')))
        .find((status) => status !== '') ?? '',
    parentKey: '',
    fields: fieldsOf(object, isPull, isClosed, repository),
  };
}

function repositoryName(object: JsonObject): string {
  const api = /\/repos\/([^/]+\/[^/]+)$/.exec(textOf(own(object, 'repository_url')))?.[1];
  const repository = objectOf(own(object, 'repository'));
  return api ?? (textOf(either(repository, 'full_name')) || textOf(own(repository, 'nameWithOwner')));
}

function fieldsOf(
  object: JsonObject,
  isPull: boolean,
  isClosed: boolean,
  repository: string,
): [field: string, value: string][] {
  const type = isPull ? 'Pull request' : nameOf(own(object, 'type')) || nameOf(own(object, 'issueType'));
  const merged = either(objectOf(own(object, 'pull_request')), 'merged_at') ?? either(object, 'merged_at');
  const isMerged = textOf(merged) !== '' || textOf(own(object, 'state')).toLowerCase() === 'merged';
  const pullEnd = isMerged ? 'Merged' : 'Not merged';
  const milestone = nameOf(own(object, 'milestone'));
  const fields: [string, string][] = [
    ['title', textOf(own(object, 'title'))],
    ['resolution', isPull && isClosed ? pullEnd : reasonOf(either(object, 'state_reason'))],
    ['team', repository],
    [
      'url',
      textOf(own(object, 'html_url')) || (addressOf(own(object, 'url')) === null ? '' : textOf(own(object, 'url'))),
    ],
    ['sprint', milestone],
    ['milestone', milestone],
    ['author', loginOf(own(object, 'user')) || loginOf(own(object, 'author'))],
    ['repository', repository],
  ];
  // A label may give the type of an issue that has none of its own.
  if (type !== '') fields.push(['type', type]);
  return fields;
}

/** What all GitHub files of a source say together. */
export function githubTracker(reading: Reading): IssueTracker {
  return reading.shared(
    'issues',
    () =>
      new IssueTracker(reading.log, reading.options, {
        pulls: 'Pull requests',
        pullType: 'Pull request',
        // People swap labels by hand, one after the other.
        swapMs: 60_000,
        logsAssignees: true,
      }),
  );
}
