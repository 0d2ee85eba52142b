/** Which issue something is said of. */
export interface IssuePlace {
  /** What events name it by. */
  key: string;
  /** As people write it: `owner/repo#12`. */
  id: string;
  /** Repository or project. */
  scope: string;
  /** True for a pull or merge request. */
  isPull: boolean;
}

/** An issue as a tracker lists it: what it is today. */
export interface IssueSnapshot extends IssuePlace {
  /** Epoch milliseconds, as the other instants; NaN where the list does not say. */
  created: number;
  /** The last closing, as the list says: an issue that was reopened may still have one. NaN: none. */
  closed: number;
  isClosed: boolean;
  /** Tells which of two snapshots is the newer. */
  updated: number;
  labels: readonly string[];
  /** The ids of these labels, where the list gives them; empty for one without. */
  labelIds?: readonly string[];
  /** What events would name the issue by that it was moved to; missing or empty where it was not moved. */
  movedTo?: string;
  assignees: readonly string[];
  /** Its status in a project, where the list gives it; empty otherwise. */
  projectStatus: string;
  /** What events would name its parent by; empty where it has none, or the list gives none. */
  parentKey: string;
  /** Further fields. */
  fields: readonly (readonly [field: string, value: string])[];
}

/** What an event did to an issue. */
export type IssueChange =
  | { kind: 'assignee'; value: string; added: boolean }
  /** `label`: the id of the label, where the event gives it. */
  | { kind: 'label'; value: string; added: boolean; label?: string }
  | { kind: 'closed'; reason: string }
  /** Open from then on; `opened` may be the first opening, `reopened` is none. */
  | { kind: 'reopened' | 'opened' }
  | { kind: 'project'; value: string }
  /** It came from another repository; empty where the event does not say from which. */
  | { kind: 'transferred'; from: string };

export type IssueEvent = IssueChange & {
  at: number;
  /** The tracker's own id of the event: of two at one instant the smaller came first. */
  id: string;
  file: number;
  line: number;
};

/** By instant, then by id: numbers as numbers. */
export function byTime(a: IssueEvent, b: IssueEvent): number {
  return a.at - b.at || Number(a.id) - Number(b.id) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
