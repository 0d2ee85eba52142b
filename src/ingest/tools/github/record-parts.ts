import { each, FLAG, NAME, nodes, type ObjectShape, parts, TEXT, telling } from '../../text/json/part-shapes.ts';

const PERSON = parts(each(['login', 'name'], TEXT), 'login');
const LABEL = parts(each(['id', 'name'], TEXT), 'name');
const REPOSITORY = parts(each(['full_name', 'nameWithOwner', 'fullName'], TEXT), 'full_name');

/** What an issue has in the words of REST, of gh and of GraphQL. */
const ISSUE_PARTS = {
  ...each(['id', 'node_id', 'number', 'title', 'state', 'html_url', 'url', 'repository_url'], TEXT),
  ...each(['created_at', 'updated_at', 'closed_at', 'merged_at', 'state_reason'], TEXT),
  ...each(['createdAt', 'updatedAt', 'closedAt', 'mergedAt', 'stateReason', '__typename'], TEXT),
  isPullRequest: FLAG,
  labels: nodes(LABEL),
  assignees: nodes(PERSON),
  ...each(['assignee', 'user', 'author'], PERSON),
  pull_request: parts({ merged_at: TEXT }),
  repository: REPOSITORY,
  ...each(['milestone', 'type', 'issueType'], NAME),
  projectItems: nodes(telling({ status: NAME })),
};

const EVENT_PARTS = {
  ...each(['id', 'node_id', 'event', '__typename', 'eventType', 'created_at', 'createdAt'], TEXT),
  ...each(['state_reason', 'stateReason', 'issue_url', 'url', 'html_url', 'resourcePath', 'projectColumnName'], TEXT),
  label: LABEL,
  assignee: PERSON,
  project_card: parts({ column_name: TEXT }),
  column_name: TEXT,
  status: NAME,
  fromRepository: REPOSITORY,
};

/** An issue, in Perceval's envelope or without, possibly with its events. */
export const ISSUE: ObjectShape = parts({ ...ISSUE_PARTS, data: parts(ISSUE_PARTS) });

/** An event, or an issue with its events. */
export const EVENT: ObjectShape = parts({
  ...ISSUE_PARTS,
  ...EVENT_PARTS,
  issue: parts(ISSUE_PARTS),
  ...each(['timelineItems', 'timeline', 'events'], nodes(parts(EVENT_PARTS))),
});
