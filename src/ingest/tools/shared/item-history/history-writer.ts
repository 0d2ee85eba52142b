import { EMPTY } from '../../../../model/log/dictionary.ts';
import { type EventLog, type LogFile, NOT_STATED } from '../../../../model/log/event-log.ts';
import { HISTORY_GRADES } from '../../../../model/log/history-grade.ts';
import { byTime, type HistoryEntry } from './history-entry.ts';
import { noteUnlisted } from './history-findings.ts';
import { type PeopleEntry, peopleThrough } from './people-through.ts';

/** An item with all that was read of its history. */
export interface ItemHistory {
  item: number;
  entries: HistoryEntry[];
  /** True if the history is all there is: without a change of status the item always was what it is today. */
  isWhole: boolean;
  /** True if the tool logs who has an item, so that nobody had it where it says nothing. */
  logsPeople: boolean;
  file: LogFile;
  line: number;
}

/**
 * Writes an item's history into the log, once its snapshot has been read: its creation, and its status and people of
 * today. Tools log changes only. What an item began with is what its first change changed from, or, without a change,
 * what it is today.
 */
export function writeHistory(log: EventLog, history: ItemHistory): void {
  const { item, file, line } = history;
  const entries = history.entries.sort(byTime);
  const moves = entries.filter((entry) => entry.kind === 'status');
  const first = moves[0];
  const created = log.created.at(item);
  const today = log.currentStatus.at(item);
  log.continueFile(file);
  if (first === undefined && (!history.isWhole || Number.isNaN(created) || today === EMPTY)) {
    withoutMoves(log, history);
    return;
  }
  log.upgradeGrade(item, 'full-log');
  // An item created after its first change, as the list says, began with that change as far as anyone knows.
  const begin = (first !== undefined && first.at < created) || log.cutBefore.at(item) > created ? Number.NaN : created;
  if (Number.isNaN(created) && first !== undefined) {
    log.cut(item, first.at);
    noteUnlisted(log, item, first);
  }
  const initial = first === undefined ? today : log.statuses.id(first.from);
  if (initial !== EMPTY && !Number.isNaN(begin)) log.transition(item, begin, EMPTY, initial, NOT_STATED, line);
  for (const move of moves) {
    if (move.to === '') continue;
    log.continueFile(move.file);
    log.transition(item, move.at, log.statuses.id(move.from), log.statuses.id(move.to), NOT_STATED, move.line);
  }
  writePeople(log, history, begin);
  writeFlags(log, history, begin);
}

/** A history without a status says nothing about the flow of its item: its lists still count. */
function withoutMoves(log: EventLog, { item, file }: ItemHistory): void {
  const claimed = HISTORY_GRADES[log.grade.at(item)] === 'full-log';
  if (claimed) log.grade.set(item, HISTORY_GRADES.indexOf('snapshot'));
  if (file.assignees === 'full') log.assigneesKnown.set(item, 0);
}

function writePeople(log: EventLog, { item, entries, logsPeople }: ItemHistory, begin: number): void {
  if (!logsPeople) return;
  log.assigneesKnown.set(item, 1);
  const changes = entries.filter((entry): entry is PeopleEntry => entry.kind === 'people');
  const today = log.people.members(log.currentPeople.at(item));
  for (const { at, people, isFirst } of peopleThrough(changes, today)) {
    if (!isFirst) log.assignment(item, at, log.people.id(people));
    else if (!Number.isNaN(begin) && people.length > 0) log.assignment(item, begin, log.people.id(people));
  }
}

function writeFlags(log: EventLog, { item, entries }: ItemHistory, begin: number): void {
  const changes = entries.filter((entry) => entry.kind === 'blocked');
  if (changes[0]?.blocked === false && !Number.isNaN(begin)) log.flag(item, begin, true);
  for (const { at, blocked, reason } of changes) {
    if (blocked) log.flag(item, at, true, -1, log.reasons.id(reason));
    else log.flag(item, at, false);
  }
}
