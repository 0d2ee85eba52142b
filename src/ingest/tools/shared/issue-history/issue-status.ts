import { countOf } from '../../../../model/document/number-format.ts';
import { splitNames } from '../text-patterns.ts';

/** Where the status of issues is taken from. */
export interface StatusRule {
  source: 'state' | 'labels' | 'project';
  /** The status that a label means; null for a label that means none. */
  statusOf: (label: string) => string | null;
}

/** How often each source occurs, over all issues that were read. */
export interface StatusEvidence {
  /** Label → how often it was added, removed, or found on an issue. */
  labels: ReadonlyMap<string, number>;
  /** Project status → how often it was set, or found on an issue. */
  projects: ReadonlyMap<string, number>;
  /** How often an event set one. */
  projectChanges: number;
  /** How often issues were closed or reopened. */
  stateChanges: number;
}

/** What the part before the separator is called where labels are statuses. */
const STATUS_SCOPE = /^(?:status|state|stage|workflow|kanban|column|phase|progress)$/i;

const NO_LABEL = (): null => null;

/**
 * The rule by which an issue gets its status. What the user says holds: `state`, `project`, or labels by name or by
 * pattern. Otherwise the status in a project, where events name any; else the most frequent group of labels that is
 * called status, workflow and the like; else open and closed. In any case a closed issue is closed.
 */
export function chooseStatus(said: string | undefined, evidence: StatusEvidence): StatusRule {
  const scope = bestScope(evidence.labels);
  const labels: StatusRule = {
    source: 'labels',
    statusOf: (label) => (scope !== null && scopeOf(label) === scope ? restOf(label) : null),
  };
  const wanted = said?.trim().toLowerCase();
  if (wanted === 'state') return { source: 'state', statusOf: NO_LABEL };
  if (wanted === 'project') return { source: 'project', statusOf: NO_LABEL };
  if (wanted === 'labels') return labels;
  if (said !== undefined) {
    const statusOf = byPattern(said);
    // A column of another file may be meant.
    const matches = [...evidence.labels.keys()].some((label) => statusOf(label) !== null);
    if (matches) return { source: 'labels', statusOf };
  }
  if (evidence.projectChanges > 0) return { source: 'project', statusOf: NO_LABEL };
  if (scope !== null) return labels;
  return { source: evidence.projects.size > 0 ? 'project' : 'state', statusOf: NO_LABEL };
}

/** The group of labels used for statuses, `status:` say; null if there is none. */
function bestScope(labels: ReadonlyMap<string, number>): string | null {
  const counts = new Map<string, number>();
  for (const [label, count] of labels) {
    const scope = scopeOf(label);
    if (scope !== null) counts.set(scope, (counts.get(scope) ?? 0) + count);
  }
  const [best] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return best?.[0] ?? null;
}

function scopeOf(label: string): string | null {
  const [scope, separator] = partsOf(label);
  return STATUS_SCOPE.test(scope) ? `${scope.toLowerCase()}${separator}` : null;
}

function restOf(label: string): string {
  return partsOf(label)[2];
}

/** A label in two parts, such as `status: doing`, `status/doing` or `a::b::doing`: scope, separator and the rest. */
function partsOf(label: string): [scope: string, separator: string, rest: string] {
  const double = label.lastIndexOf('::');
  const at = double === -1 ? label.search(/[:/]/) : double;
  const width = double === -1 ? 1 : 2;
  const rest = label.slice(at + width).trim();
  if (at === -1 || rest === '') return ['', '', label];
  return [label.slice(0, at).trim(), label.slice(at, at + width), rest];
}

/** `status: *`, `workflow::` or `workflow` take what follows; `Doing, Review` take these labels as they are. */
function byPattern(patterns: string): (label: string) => string | null {
  const tests = splitNames(patterns).map((pattern) => {
    const plain = pattern.toLowerCase();
    const prefix = plain.endsWith('*') ? plain.slice(0, -1).trimEnd() : plain;
    return (label: string): string | null => {
      const lower = label.toLowerCase();
      if (lower === plain) return label;
      if (!lower.startsWith(prefix)) return null;
      const rest = label.slice(prefix.length);
      // A prefix ends with a separator, or one follows it.
      const bare = plain.endsWith('*') || /(?:::|:|\/|-)$/.test(prefix) ? rest : /^\s*(?:::|:|\/)(.+)$/.exec(rest)?.[1];
      return bare?.trim() || null;
    };
  });
  return (label) => {
    for (const test of tests) {
      const status = test(label);
      if (status !== null) return status;
    }
    return null;
  };
}

const times = (count: number): string => countOf(count, 'time');

/** Says which source was taken, what the others hold, and how to choose. */
export function describeStatus(rule: StatusRule, evidence: StatusEvidence, said: string | undefined): string {
  const statuses = new Set<string>();
  let changes = 0;
  const others: [string, number][] = [];
  for (const [label, count] of evidence.labels) {
    const status = rule.statusOf(label);
    if (status === null) others.push([label, count]);
    else {
      statuses.add(status);
      changes += count;
    }
  }
  others.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const named = others.slice(0, 6).map(([label, count]) => `${label} ${count}`);
  const projectCount = [...evidence.projects.values()].reduce((sum, count) => sum + count, 0);
  const taken = {
    state: `open or closed (closed or reopened ${times(evidence.stateChanges)})`,
    labels: `labels (${countOf(statuses.size, 'status', 'statuses')}: ${[...statuses].sort().slice(0, 8).join(', ')}; set, removed or found ${times(changes)})`,
    project: `the project (${countOf(evidence.projects.size, 'status', 'statuses')}, set or found ${times(projectCount)})`,
  }[rule.source];
  const rest = [
    ...(rule.source === 'state' ? [] : [`open or closed (--map to=state; ${times(evidence.stateChanges)})`]),
    ...(rule.source === 'project' || projectCount === 0
      ? []
      : [`the project (--map to=project; ${times(projectCount)})`]),
    ...(named.length === 0 ? [] : [`other labels (--map to="label,label" or to="prefix:*"): ${named.join(', ')}`]),
  ];
  const unmatched = said !== undefined && rule.source !== said.trim().toLowerCase() && rule.source !== 'labels';
  const unheard = unmatched ? ` No label is like “${said}” (--map to).` : '';
  return `Status is taken from ${taken}; a closed issue is Closed whatever else it says.${rest.length === 0 ? '' : ` It could be taken from ${rest.join('; ')}.`}${unheard}`;
}
