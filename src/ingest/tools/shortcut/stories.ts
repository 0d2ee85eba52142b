import { EMPTY } from '../../../model/log/dictionary.ts';
import type { EventLog, LogFile } from '../../../model/log/event-log.ts';
import type { JsonRecords, SharedReading } from '../../format.ts';
import type { HistoryEntry } from '../shared/item-history/history-entry.ts';
import { noteUnnamedStatus } from '../shared/item-history/history-findings.ts';
import { writeHistory } from '../shared/item-history/history-writer.ts';
import type { EntryPlace } from '../shared/item-history/item-histories.ts';
import { setField } from '../shared/item-table/item-snapshot.ts';
import { NamesById } from '../shared/names-by-id.ts';
import { seenBefore } from '../shared/value-sets.ts';
import type { StoryChange, StoryFields } from './story-changes.ts';

const DELETED = 'Deleted';

interface StoryLog {
  item: number;
  entries: (EntryPlace & { change: StoryChange })[];
  fields: { at: number; fields: StoryFields }[];
  file: LogFile;
  line: number;
}

/** The stories of a source over all its files. States and people are ids; any entry may give the name of one. */
export class ShortcutStories implements SharedReading {
  /** Names of states, people and iterations, by their kind and id. */
  readonly #names = new NamesById();
  readonly #log: EventLog;
  readonly #stories = new Map<number, StoryLog>();
  readonly #known = new Set<string>();

  constructor(log: EventLog) {
    this.#log = log;
  }

  learnName(type: string, id: string, name: string, at: number): void {
    this.#names.learn(`${type} ${id}`, name, at);
  }

  knows(entry: string): boolean {
    return seenBefore(this.#known, entry);
  }

  add(item: number, place: EntryPlace, changes: readonly StoryChange[], fields: StoryFields): void {
    let story = this.#stories.get(item);
    if (story === undefined) {
      story = { item, entries: [], fields: [], file: place.file, line: place.line };
      this.#stories.set(item, story);
    }
    for (const change of changes) story.entries.push({ ...place, change });
    story.fields.push({ at: place.at, fields });
  }

  write(): void {
    for (const story of this.#stories.values()) this.#writeStory(story);
  }

  #writeStory({ item, entries, fields, file, line }: StoryLog): void {
    const log = this.#log;
    entries.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    const history: HistoryEntry[] = [];
    const created = entries.find(({ change }) => change.kind === 'created');
    let status = '';
    const move = (place: EntryPlace, from: string, to: string) => {
      history.push({ ...place, kind: 'status', from, to });
      status = to;
    };
    for (const { change, ...place } of entries) {
      if (change.kind === 'created') {
        status = this.#state(change.state, item, place);
        const added = change.owners.map((id) => this.#name('member', id));
        if (added.length > 0) history.push({ ...place, kind: 'people', removed: 'all', added });
      } else if (change.kind === 'deleted') move(place, status, DELETED);
      else if (change.kind === 'state') {
        move(place, this.#state(change.from, item, place), this.#state(change.to, item, place));
      } else if (change.kind === 'owners') {
        const [removed, added] = [change.removed, change.added].map((ids) => ids.map((id) => this.#name('member', id)));
        history.push({ ...place, kind: 'people', removed: removed as string[], added: added as string[] });
      } else history.push({ ...place, kind: 'blocked', blocked: change.blocked, reason: '' });
    }
    this.#writeFields(item, fields);
    if (status !== '' && log.currentStatus.at(item) === EMPTY) log.currentStatus.set(item, log.statuses.id(status));
    writeHistory(log, { item, entries: history, isWhole: created !== undefined, logsPeople: true, file, line });
  }

  /** What entries say of a story's fields: the latest of each counts. */
  #writeFields(item: number, all: { at: number; fields: StoryFields }[]): void {
    const log = this.#log;
    all.sort((a, b) => a.at - b.at);
    for (const { fields } of all) {
      setField(log, item, 'title', fields.title);
      setField(log, item, 'type', fields.type);
      setField(log, item, 'points', fields.points);
      setField(log, item, 'sprint', this.#name('iteration', fields.iteration));
    }
  }

  #state(id: string, item: number, place: EntryPlace): string {
    const name = this.#name('workflow-state', id);
    if (name === id && id !== '') noteUnnamedStatus(this.#log, item, place, id);
    return name;
  }

  #name(type: string, id: string): string {
    return this.#names.get(`${type} ${id}`) ?? id;
  }
}

/** The stories that all files of the source at hand share. */
export function storiesOf(records: JsonRecords): ShortcutStories {
  return records.shared('shortcut stories', () => new ShortcutStories(records.log));
}
