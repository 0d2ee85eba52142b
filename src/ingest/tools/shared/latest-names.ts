import type { EventLog, LogFile } from '../../../model/log/event-log.ts';
import { statusKey } from '../../../model/workflow/workflow.ts';

interface Said {
  name: string;
  at: number;
}

/**
 * Names by id, over several files. A tool exports the names of that day, so that of different names for one id the one
 * counts that the latest file gives.
 */
export class LatestNames {
  /** Id → what each file calls it. */
  readonly #said = new Map<string, Map<LogFile, Said>>();
  /** File → the latest instant that it tells of. */
  readonly #until = new Map<LogFile, number>();
  /** Former name → the only id that had it; null where several had. Made when it is first asked for. */
  #owners: Map<string, string | null> | null = null;

  /** @param at an instant of what the file says, which is not later than the file itself; NaN where it has none */
  learn(id: string, name: string, file: LogFile, at: number = Number.NaN): void {
    if (id === '' || name === '') return;
    if (at > (this.#until.get(file) ?? Number.NEGATIVE_INFINITY)) this.#until.set(file, at);
    const said = this.#said.get(id) ?? new Map<LogFile, Said>();
    this.#said.set(id, said);
    const known = said.get(file);
    const when = Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at;
    // A file may be put together from several: of two names of one instant the same one counts, whichever comes first.
    if (known === undefined || when > known.at || (when === known.at && name > known.name))
      said.set(file, { name, at: when });
    this.#owners = null;
  }

  /** The latest name of an id. */
  get(id: string): string | undefined {
    let best: { name: string; rank: number } | undefined;
    for (const [file, { name }] of this.#said.get(id) ?? []) {
      const rank = file.exportedAt ?? this.#until.get(file) ?? Number.NEGATIVE_INFINITY;
      if (best === undefined || rank > best.rank || (rank === best.rank && name > best.name)) best = { name, rank };
    }
    return best?.name;
  }

  /** What is called so today, where a name comes without an id: one that a single id had before, and none has now. */
  now(name: string): string {
    this.#owners ??= this.#formerOwners();
    const owner = this.#owners.get(name);
    return (typeof owner === 'string' ? this.get(owner) : undefined) ?? name;
  }

  /** Each id that was renamed, with the names that it had before. */
  renamed(): { former: string[]; name: string }[] {
    const all: { former: string[]; name: string }[] = [];
    for (const id of this.#said.keys()) {
      const name = this.get(id) as string;
      const former = this.#former(id, name);
      if (former.length > 0) all.push({ former, name });
    }
    return all;
  }

  #former(id: string, name: string): string[] {
    const names = [...(this.#said.get(id)?.values() ?? [])].map((said) => said.name);
    return [...new Set(names)].filter((one) => statusKey(one) !== statusKey(name)).sort();
  }

  #formerOwners(): Map<string, string | null> {
    const owners = new Map<string, string | null>();
    const latest = new Map([...this.#said.keys()].map((id) => [id, this.get(id) as string]));
    for (const [id, name] of latest)
      for (const former of this.#former(id, name)) owners.set(former, owners.has(former) ? null : id);
    for (const name of latest.values()) owners.delete(name);
    return owners;
  }
}

/** Says that a status is one, whatever it was called before. */
export function noteRenamedStatus({ findings }: EventLog, former: readonly string[], name: string): void {
  findings.add(
    'renamed-status',
    () => ({
      weight: 'info',
      message: 'statuses that were renamed: each is one status, under its latest name',
      cure: 'Nothing to do; a configuration has to use the latest names.',
    }),
    { value: `${[...former].sort().join(', ')} → ${name}` },
  );
}
