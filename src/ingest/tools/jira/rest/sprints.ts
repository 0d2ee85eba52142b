import { objectOf, own, textOf } from '../../../text/json/json-values.ts';
import type { Issue } from './jira-issue.ts';

/** The sprints of an issue, and where they are in it. */
export interface Sprints {
  names: readonly string[];
  path: string;
}

/**
 * The issue's sprints, the current one last. The field is recognised by the form of its values: its id is any number.
 * Boards give the current sprint and the closed ones apart.
 */
export function sprintsOf(issue: Issue): Sprints | null {
  for (const [id, value] of Object.entries(issue.fields)) {
    if (id === 'closedSprints' || !Array.isArray(value)) continue;
    const names = value.map(sprintName).filter((name) => name !== '');
    if (names.length > 0) return { names, path: `fields.${id}` };
  }
  const closed = own(issue.fields, 'closedSprints');
  const names = [...(Array.isArray(closed) ? closed : []), own(issue.fields, 'sprint')]
    .map(sprintName)
    .filter((name) => name !== '');
  return names.length === 0 ? null : { names, path: 'fields.closedSprints, fields.sprint' };
}

/** The name of what is a sprint, as Cloud or as old servers write it; empty for anything else. */
function sprintName(value: unknown): string {
  if (typeof value === 'string' && value.startsWith('com.atlassian.greenhopper.service.sprint.Sprint')) {
    return /[[,]name=([^\]]*?)(?:,\w+=|\])/.exec(value)?.[1] ?? '';
  }
  const sprint = objectOf(value);
  return /^(active|closed|future)$/i.test(textOf(own(sprint, 'state'))) ? textOf(own(sprint, 'name')) : '';
}
