import type { EventLog, LogFile } from '../../../model/log/event-log.ts';
import type { JsonRecords, ReadOptions, SharedReading } from '../../format.ts';
import { type JsonObject, own } from '../../text/json/json-values.ts';
import type { HistoryEntry } from '../shared/item-history/history-entry.ts';
import { writeHistory } from '../shared/item-history/history-writer.ts';
import { LatestNames, noteRenamedStatus } from '../shared/latest-names.ts';
import { seenBefore } from '../shared/value-sets.ts';
import { SectionProjects } from './section-projects.ts';
import {
  byWeight,
  COMPLETED,
  chooseStatus,
  describeStatus,
  SECTION,
  type StatusEvidence,
  type StatusRule,
} from './status-rule.ts';
import type { StoryChange } from './story.ts';
import { customField, type Membership, membershipsOf } from './task.ts';
import { OPEN, statusToday, type TaskStep, type TaskToday, taskMoves } from './task-status.ts';

interface Step extends TaskStep {
  file: LogFile;
  line: number;
}

interface TaskRecord {
  item: number;
  task: JsonObject | null;
  memberships: Membership[];
  completed: boolean;
  /** When it was ticked off last; NaN: never, or unknown. */
  completedAt: number;
  /** When it was last changed, as far as it says. */
  updated: number;
  steps: Step[];
  /** True if its stories were read, be they none. */
  hasStories: boolean;
  file: LogFile;
  line: number;
}

/** Tasks and stories of a source, over all its files: tasks give the fields, stories the history. */
export class TaskHistories implements SharedReading {
  readonly #log: EventLog;
  readonly #options: ReadOptions;
  readonly #said: string | undefined;
  readonly #sections = new SectionProjects();
  readonly #names = new LatestNames();
  readonly #tasks = new Map<number, TaskRecord>();
  readonly #stories = new Set<string>();
  readonly #files = new Set<LogFile>();

  constructor({ log, options }: JsonRecords) {
    this.#log = log;
    this.#options = options;
    this.#said = options.fields.to;
  }

  /** Takes a task, in place of what was read of it before; false if that was newer. */
  addTask(
    item: number,
    task: JsonObject,
    { completedAt, updated }: { completedAt: number; updated: number },
    file: LogFile,
    line: number,
  ): boolean {
    this.#files.add(file);
    const record = this.#of(item, file, line);
    if (record.task !== null && updated < record.updated) return false;
    record.updated = updated;
    for (const { sectionGid, section } of membershipsOf(task)) this.#names.learn(sectionGid, section, file, updated);
    record.task = task;
    record.memberships = membershipsOf(task);
    record.completed = own(task, 'completed') === true;
    record.completedAt = completedAt;
    return true;
  }

  knows(story: string): boolean {
    return seenBefore(this.#stories, story);
  }

  /** Says that the stories of a task were read. */
  trackStories(item: number, file: LogFile, line: number): void {
    this.#files.add(file);
    this.#of(item, file, line).hasStories = true;
  }

  addChange(item: number, step: Step): void {
    const { change, file, at } = step;
    if (change.kind === 'section')
      for (const { gid, name } of [change.from, change.to]) this.#names.learn(gid, name, file, at);
    this.#of(item, step.file, step.line).steps.push(step);
  }

  write(): void {
    this.#renameSections();
    this.#learnSections();
    const evidence = this.#evidence();
    const rule = chooseStatus(this.#said, evidence, this.#options);
    // What ticking off says; sections and custom fields are names of a team's own.
    if (rule.source === 'both' || rule.source === 'completed') this.#log.categorize(COMPLETED, 'closed');
    if (rule.source === 'completed') this.#log.categorize(OPEN, 'open');
    for (const record of this.#tasks.values()) this.#writeTask(record, rule, evidence);
    for (const file of this.#files) file.notes.push(describeStatus(rule, evidence));
  }

  /** Puts the latest names of sections in place of those that they had when a file was exported. */
  #renameSections(): void {
    const names = this.#names;
    const renamed = names.renamed();
    if (renamed.length === 0) return;
    for (const { former, name } of renamed) noteRenamedStatus(this.#log, former, name);
    for (const { memberships, steps } of this.#tasks.values()) {
      for (const membership of memberships) membership.section = names.get(membership.sectionGid) ?? membership.section;
      for (const { change } of steps) {
        if (change.kind !== 'section') continue;
        for (const section of [change.from, change.to]) section.name = names.get(section.gid) ?? section.name;
      }
    }
  }

  #learnSections(): void {
    const moves: (StoryChange & { kind: 'section' })[] = [];
    for (const { memberships, steps } of this.#tasks.values()) {
      for (const membership of memberships) this.#sections.learnMembership(membership);
      for (const { change } of steps) if (change.kind === 'section') moves.push(change);
    }
    for (const { from, to } of moves) for (const section of [from, to]) this.#sections.learnSection(section);
    for (const { from, to } of moves) this.#sections.learnMove(from, to);
  }

  #writeTask(record: TaskRecord, rule: StatusRule, evidence: StatusEvidence): void {
    const log = this.#log;
    const { item, task, steps, file, line, completedAt } = record;
    const project = this.#projectOf(record, rule, evidence);
    const today = task === null ? this.#listed(item) : this.#today(record, project, rule);
    const status = today === null ? '' : statusToday(rule, today);
    if (status !== '') log.currentStatus.set(item, log.statuses.id(status));
    if (!record.hasStories) {
      log.milestones(item, Number.NaN, completedAt);
      return;
    }
    log.listedFinish(item, completedAt);
    if (completedAt > 0 && !steps.some(({ change }) => change.kind === 'completed')) {
      steps.push({ at: completedAt, id: '', change: { kind: 'completed', completed: true }, file, line });
    }
    steps.sort((a, b) => a.at - b.at || Number(a.id) - Number(b.id) || (a.id < b.id ? -1 : 1));
    const isOwn = ({ from }: StoryChange & { kind: 'section' }) =>
      this.#projectName(this.#sections.keyOf(from)) === project;
    const moves = taskMoves(rule, steps, today, isOwn);
    const entries: HistoryEntry[] = moves.map(({ from, to, step: { at, id, file: of, line: row } }) => ({
      ...{ kind: 'status', from, to, at, id, file: of, line: row },
    }));
    for (const { change, at, id, file: of, line: row } of steps) {
      if (change.kind !== 'people') continue;
      const added = change.name === '' ? [] : [change.name];
      entries.push({ kind: 'people', removed: 'all', added, at, id, file: of, line: row });
    }
    writeHistory(log, { item, entries, isWhole: true, logsPeople: true, file, line });
  }

  #today({ task, memberships, completed }: TaskRecord, project: string, rule: StatusRule): TaskToday {
    const section = memberships.find(({ sectionGid }) => this.#projectName(sectionGid) === project)?.section ?? '';
    return { section, completed, field: rule.source === 'field' ? customField(task ?? {}, this.#said ?? '') : '' };
  }

  /** What the CSV export says of a task, if that is here: a column as its status, and whether it was completed. */
  #listed(item: number): TaskToday | null {
    const log = this.#log;
    const status = log.statuses.value(log.currentStatus.at(item));
    const completed = log.finished.at(item) > 0;
    const sections = log.hasField(SECTION) ? log.field(SECTION) : null;
    const section = sections?.dictionary.value(sections.snapshot(item)) || status;
    return status === '' ? null : { section, completed, field: status };
  }

  /** The project that a task's status is taken from: of those it is or was in the one named, or with most changes. */
  #projectOf({ memberships, steps }: TaskRecord, rule: StatusRule, evidence: StatusEvidence): string {
    const own = new Set(memberships.map(({ sectionGid }) => this.#projectName(sectionGid)));
    for (const { change } of steps) {
      if (change.kind === 'section') own.add(this.#projectName(this.#sections.keyOf(change.from)));
    }
    const named = [...own].find(rule.isProject);
    if (named !== undefined) return named;
    return [...own].sort(byWeight(evidence))[0] ?? '';
  }

  #evidence(): StatusEvidence {
    const projects = new Map<string, { changes: number; tasks: number }>();
    const fields = new Map<string, number>();
    const project = (section: string) => {
      const name = this.#projectName(section);
      const known = projects.get(name) ?? { changes: 0, tasks: 0 };
      projects.set(name, known);
      return known;
    };
    for (const { steps, memberships } of this.#tasks.values()) {
      for (const { sectionGid } of memberships) project(sectionGid).tasks++;
      for (const { change } of steps) {
        if (change.kind === 'section') project(this.#sections.keyOf(change.from)).changes++;
        else if (change.kind === 'field') fields.set(change.field, (fields.get(change.field) ?? 0) + 1);
      }
    }
    return { projects, fields };
  }

  #projectName(section: string): string {
    const project = this.#sections.projectOf(section);
    return this.#sections.nameOf(project) || `project ${project}`;
  }

  #of(item: number, file: LogFile, line: number): TaskRecord {
    let record = this.#tasks.get(item);
    if (record === undefined) {
      record = {
        item,
        task: null,
        memberships: [],
        completed: false,
        completedAt: Number.NaN,
        updated: Number.NaN,
        steps: [],
        hasStories: false,
        file,
        line,
      };
      this.#tasks.set(item, record);
    }
    return record;
  }
}

/** The tasks that all files of the source at hand share. */
export function taskHistoriesOf(records: JsonRecords): TaskHistories {
  return records.shared('asana tasks', () => new TaskHistories(records));
}
