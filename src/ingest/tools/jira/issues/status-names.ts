import type { EventLog, LogFile } from '../../../../model/log/event-log.ts';
import type { StatusCategory } from '../../../../model/workflow/status-category.ts';
import { statusKey } from '../../../../model/workflow/workflow.ts';
import { noteRenamedStatus } from '../../shared/latest-names.ts';

interface Named {
  at: number;
  name: string;
}

/**
 * Statuses by their ids: one that was renamed is one status, under its latest name, and two of one name are two. A change
 * has the names of its time. Which name is the latest shows only once all files have been read: until then rows hold
 * the name by which a status was met first.
 */
export class StatusNames {
  readonly #log: EventLog;
  /** Status by its id and a name → what rows hold in its place. */
  readonly #held = new Map<string, { id: string; name: string; held: number }>();
  /** What rows hold → the id of its status. */
  readonly #taken = new Map<number, string>();
  /** Ids that mean nothing: there are two names or meanings of today for one, or an issue has two for what it is in. */
  readonly #broken = new Set<string>();
  /** Status id → what it means in Jira. */
  readonly #categories = new Map<string, StatusCategory | null>();
  /** What lists say that a status means, by its id and name. */
  readonly #meanings = new Map<string, { id: string; name: string; category: StatusCategory }>();
  /** File and status id → its name of today. */
  readonly #nameToday = new Map<string, string>();
  /** Status id → its names, each with the latest instant at which it had it. */
  readonly #names = new Map<string, Map<string, number>>();
  readonly #today: { id: string; name: string; file: LogFile }[] = [];
  readonly #todayKeys = new Set<string>();

  constructor(log: EventLog) {
    this.#log = log;
  }

  /** Learns a name that a status had at an instant. */
  learn(id: string, name: string, at: number): void {
    if (!isId(id) || name === '') return;
    const names = this.#names.get(id) ?? new Map<string, number>();
    this.#names.set(id, names);
    if (!(at < (names.get(name) ?? at))) names.set(name, at);
  }

  /** Learns the name that a status has where a file says what issues are today. */
  learnToday(id: string, name: string, category: StatusCategory | null, file: LogFile): void {
    const key = `${this.#log.files.indexOf(file)} ${id} ${name}`;
    if (!isId(id) || name === '' || this.#todayKeys.has(key)) return;
    this.#todayKeys.add(key);
    const place = `${this.#log.files.indexOf(file)} ${id}`;
    if (this.#nameToday.has(place) || (this.#categories.get(id) ?? category) !== category) this.#broken.add(id);
    this.#categories.set(id, category);
    this.#nameToday.set(place, name);
    this.#today.push({ id, name, file });
  }

  /** Learns what a status means in Jira: that of another id may mean something else by the same name. */
  learnMeaning(id: string, name: string, category: StatusCategory | null): void {
    if (category !== null) this.#meanings.set(`${id} ${name} ${category}`, { id, name, category });
  }

  /** Takes two ids of one name that an issue is in at once: they are no way to tell statuses apart. */
  learnSame(one: string, other: string): void {
    if (one === other || !isId(one) || !isId(other)) return;
    this.#broken.add(one);
    this.#broken.add(other);
  }

  /** What a row holds for a status, given by its id, its name or both; 0 for neither. */
  of(id: string, name: string): number {
    const { statuses } = this.#log;
    if (!isId(id)) return statuses.id(name || id);
    const key = `${id} ${name}`;
    const known = this.#held.get(key);
    if (known !== undefined) return known.held;
    const plain = statuses.id(name || id);
    const held = (this.#taken.get(plain) ?? id) === id ? plain : statuses.twin(name || id);
    this.#taken.set(held, id);
    this.#held.set(key, { id, name, held });
    return held;
  }

  /** Puts the latest names in place of those that rows hold. @param files those that hold them */
  settle(files: ReadonlySet<number>): void {
    // A file's names of today hold up to the latest instant in it.
    for (const { id, name, file } of this.#today) this.learn(id, name, (file.exportedAt ?? file.tellsUntil ?? 0) + 1);
    const known = new Map([...this.#names].map(([id, names]) => [id, latestOf(names)]));
    for (const id of this.#broken) this.#names.delete(id);
    const latest = new Map([...this.#names].map(([id, names]) => [id, latestOf(names)]));
    const called = toldApart(latest);
    const changed = new Map<number, number>();
    for (const { id, name: written, held } of this.#held.values()) {
      const name = called.get(id) ?? (written || known.get(id) || id);
      if (this.#log.statuses.id(name) !== held) changed.set(held, this.#log.statuses.id(name));
    }
    for (const { id, name, category } of this.#meanings.values())
      this.#log.categorize(called.get(id) ?? name, category);
    for (const [id, name] of called) this.#account(id, name, latest.get(id) as string);
    this.#addOldNames(called, changed);
    if (changed.size > 0) this.#log.replaceStatuses(files, changed);
  }

  /** Rows that have a name alone have the status that was called so, where one alone was. */
  #addOldNames(called: ReadonlyMap<string, string>, changed: Map<number, number>): void {
    const owners = new Map<string, string[]>();
    for (const [id, names] of this.#names)
      for (const name of names.keys()) owners.set(name, [...(owners.get(name) ?? []), id]);
    const now = new Set([...called.values()].map(statusKey));
    for (const [name, ids] of owners) {
      const held = this.#log.statuses.find(name);
      const [only] = ids;
      if (held === undefined || ids.length > 1 || now.has(statusKey(name)) || changed.has(held)) continue;
      changed.set(held, this.#log.statuses.id(called.get(only as string) as string));
    }
  }

  #account(id: string, name: string, latest: string): void {
    const { findings } = this.#log;
    const old = [...(this.#names.get(id)?.keys() ?? [])].filter((one) => statusKey(one) !== statusKey(latest));
    if (old.length > 0) noteRenamedStatus(this.#log, old, name);
    if (name !== latest)
      findings.add(
        'status-name-shared',
        () => ({
          weight: 'info',
          message: 'different statuses of one name: all but the one with the lowest id have their id added',
          cure: 'If they mean the same, put them into one stage in the configuration.',
        }),
        { value: name },
      );
  }
}

/** Jira numbers its statuses: what is no number is a name. */
function isId(id: string): boolean {
  return /^\d+$/.test(id);
}

function latestOf(names: ReadonlyMap<string, number>): string {
  const all: Named[] = [...names].map(([name, at]) => ({ name, at }));
  return all.reduce((best, one) => (one.at > best.at || (one.at === best.at && one.name > best.name) ? one : best))
    .name;
}

/** Status id → its name, with the id added where a status of a lower id is called the same. */
function toldApart(latest: ReadonlyMap<string, string>): Map<string, string> {
  const ids = [...latest.keys()].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
  const taken = new Set<string>();
  const called = new Map<string, string>();
  for (const id of ids) {
    const name = latest.get(id) as string;
    called.set(id, taken.has(statusKey(name)) ? `${name} (${id})` : name);
    taken.add(statusKey(name));
  }
  return called;
}
