import type { ReadOptions } from '../../format.ts';

/** Where a task's status is taken from. */
export interface StatusRule {
  /** `both`: its section, and Completed once it is ticked off. */
  source: 'both' | 'sections' | 'completed' | 'field';
  /** The status of a completed task in a section. */
  completedIn: (section: string) => string;
  /** True for the project that the user names. */
  isProject: (name: string) => boolean;
  /** True for the custom field that the user names. */
  isField: (name: string) => boolean;
}

/** The field with the section of a completed task, where a list gives it and its status is not that. */
export const SECTION = 'section';

/** What a task is once it has been ticked off, whatever its section. */
export const COMPLETED = 'Completed';

/**
 * The status of a task that was ticked off: where it was is not what it is. One that was moved to where given-up tasks go
 * was given up.
 */
export function statusOfCompleted(section: string, { kindOf }: Pick<ReadOptions, 'kindOf'>): string {
  return kindOf?.(section) === 'dropped' ? section : COMPLETED;
}

/** What the tasks and stories hold that could be a status. */
export interface StatusEvidence {
  /** Project → section changes in it, and tasks that are in it today. */
  projects: ReadonlyMap<string, { changes: number; tasks: number }>;
  /** Custom field of choices → changes of it. */
  fields: ReadonlyMap<string, number>;
}

/** Orders projects: the one with most changes of section first, then with most tasks. */
export function byWeight({ projects }: StatusEvidence): (a: string, b: string) => number {
  const of = (name: string) => projects.get(name) ?? { changes: 0, tasks: 0 };
  return (a, b) => of(b).changes - of(a).changes || of(b).tasks - of(a).tasks || (a < b ? -1 : a > b ? 1 : 0);
}

/** The user's choice with `--map to=…`: `sections`, `completed`, a project or a custom field by its name; else both. */
export function chooseStatus(
  said: string | undefined,
  evidence: StatusEvidence,
  options: Pick<ReadOptions, 'kindOf'> = {},
): StatusRule {
  const completedIn = (section: string) => statusOfCompleted(section, options);
  const wanted = said?.trim().toLowerCase() ?? '';
  const names = (name: string) => name.toLowerCase() === wanted;
  const never = () => false;
  if (wanted === 'completed' || wanted === 'sections')
    return { source: wanted, completedIn, isProject: never, isField: never };
  if (wanted !== '' && [...evidence.projects.keys()].some(names))
    return { source: 'both', completedIn, isProject: names, isField: never };
  if (wanted !== '' && [...evidence.fields.keys()].some(names))
    return { source: 'field', completedIn, isProject: never, isField: names };
  return { source: 'both', completedIn, isProject: never, isField: never };
}

/** Says which was taken, and what the others hold. */
export function describeStatus(rule: StatusRule, evidence: StatusEvidence): string {
  const taken = {
    both: 'the section, and from completion: a completed task is Completed whatever its section, but in one for tasks that were given up',
    sections: 'the section alone',
    completed: 'completion alone',
    field: `the custom field ${[...evidence.fields.keys()].find(rule.isField) ?? ''}`,
  }[rule.source];
  const projects = [...evidence.projects.keys()]
    .sort(byWeight(evidence))
    .slice(0, 6)
    .map((name) => `${name} ${evidence.projects.get(name)?.changes}`);
  const several =
    projects.length < 2
      ? ''
      : ` Section changes by project: ${projects.join(', ')}; a task in several follows the one named first, unless --map to=<project> names another.`;
  const choices = [...evidence.fields].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 6);
  const fields =
    choices.length === 0
      ? ''
      : `, <custom field> (changes: ${choices.map(([name, count]) => `${name} ${count}`).join(', ')})`;
  return `Status is taken from ${taken}.${several} --map to=<sections, completed${fields}> takes it from elsewhere.`;
}
