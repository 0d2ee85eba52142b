import type { Dictionary } from '../model/log/dictionary.ts';
import type { EventLog } from '../model/log/event-log.ts';
import { isPeopleName } from '../model/people/people-names.ts';
import { personsIn } from '../model/people/person-names.ts';
import type { Condition, ConfiguredStage, Settings } from '../model/settings.ts';
import type { Timelines } from '../model/timelines.ts';
import type { ItemFieldValues } from './item-field-values.ts';
import { NameGate } from './names/name-gate.ts';
import { NameMatcher } from './names/name-matcher.ts';
import { looseKey, otherSpellings, wholeSpellings } from './names/name-spellings.ts';

/** People with other names. */
interface Anonymized {
  /** The settings with the new names in the place of the old: rates and conditions are about the same people. */
  settings: Settings;
  gate: NameGate;
  /** What a value of a field is called from now on. */
  nameOf: (field: string, text: string) => string;
}

const isPeopleField = (field: string): boolean => field === 'assignee' || isPeopleName(field);

/**
 * Calls everybody who was ever assigned `person 1`, `person 2` and so on, in the order in which items came to them (the
 * oldest item first), so that neither the alphabet nor the order of rows shows through. The names go where all outputs
 * take them from. Whoever else is known comes after them; the gate is for their names, and for all that texts mention.
 *
 * @param met everybody in a column or key of people, as the reading met them
 */
export function anonymizePeople(
  log: EventLog,
  timelines: Timelines,
  fields: ItemFieldValues,
  settings: Settings,
  met: Dictionary,
): Anonymized {
  const labels = new Labels();
  const { people } = log;
  const meet = (set: number) => {
    for (const person of people.members(set)) labels.own(person);
  };
  for (let item = 0; item < timelines.count; item++) {
    for (
      let entry = timelines.peopleOffsets[item] as number;
      entry < (timelines.peopleOffsets[item + 1] as number);
      entry++
    )
      meet(timelines.peopleSet[entry] as number);
    meet(log.currentPeople.at(timelines.item[item] as number));
  }
  labels.addOthers(log, settings, met);
  const nameOf = (text: string) => labels.labelOf(text) ?? text;
  people.rename(nameOf);
  const renamedValue = (field: string, text: string) => (isPeopleField(field) ? nameOf(text) : text);
  fields.rename(renamedValue);
  const { cost } = settings;
  const assignee = Object.fromEntries(
    Object.entries(cost.rates.assignee).map(([name, rate]) => [nameOf(name.trim()), rate]),
  );
  const workflow = settings.workflow === null ? null : withOwners(settings.workflow, labels);
  const gate = labels.gate();
  return {
    settings: {
      ...settings,
      workflow,
      cost: { ...cost, rates: { ...cost.rates, assignee } },
      where: settings.where.map((condition) => renamed(condition, nameOf, gate)),
    },
    gate,
    nameOf: renamedValue,
  };
}

/** What keeps the names of those who are known so far out of an error, where the run ends before all are. */
export function gateOf(log: EventLog | null, settings: Settings, met: Dictionary): NameGate {
  const labels = new Labels();
  labels.addOthers(log, settings, met);
  if (settings.workflow !== null) withOwners(settings.workflow, labels);
  return labels.gate();
}

/** What everybody is called in the place of their names. */
class Labels {
  readonly #own = new Map<string, string>();
  readonly #exact = new Map<string, string>();
  readonly #loose = new Map<string, string>();
  readonly #names: [name: string, label: string][] = [];
  #count = 0;

  /** The label of who was assigned, or has a rate, under exactly this name; nobody else has it. */
  labelOf(name: string): string | undefined {
    return this.#own.get(name);
  }

  /** Gives a label to who has the name: another name is somebody else, since figures count them so. */
  own(name: string): void {
    if (this.#own.has(name)) return;
    const label = `person ${++this.#count}`;
    this.#own.set(name, label);
    this.#name([name], label);
  }

  /**
   * Those who were assigned after asOf only, or on a row that does not count, and whoever is known by another column or
   * by the settings: by name, as nothing else distinguishes them.
   */
  addOthers(log: EventLog | null, settings: Settings, met: Dictionary): void {
    const assigned =
      log === null ? [] : Array.from({ length: log.people.size }, (_, set) => log.people.members(set)).flat();
    for (const name of [...new Set([...assigned, ...Object.keys(settings.cost.rates.assignee)])].sort())
      this.own(name.trim());
    const typed = settings.where.filter(({ field }) => isPeopleField(field)).flatMap(({ values }) => values);
    const values =
      log === null
        ? []
        : log
            .fieldNames()
            .filter(isPeopleName)
            .flatMap((field) => log.field(field).dictionary.values());
    const others = [...new Set([...met.values(), ...values, ...typed])].sort().flatMap(personsIn);
    for (const names of others.filter(([first]) => first !== undefined && !/^person \d+$/.test(first)))
      this.#also(names);
  }

  /** The owner of a stage is a person where one is called so, and no two owners are one. */
  owner(name: string, taken: ReadonlySet<string>): string {
    const person = this.#exact.get(name) ?? this.#loose.get(looseKey(name));
    const label = person === undefined || taken.has(person) ? `owner ${taken.size + 1}` : person;
    this.#names.push([name, label]);
    return label;
  }

  /** Whole names before what is made of them: a name that is another's part is its own first. */
  gate(): NameGate {
    const matcher = new NameMatcher();
    for (const [name, label] of this.#names) for (const one of wholeSpellings(name)) matcher.add(one, label);
    for (const [name, label] of this.#names) for (const one of otherSpellings(name)) matcher.add(one, label);
    return new NameGate(matcher);
  }

  /** Takes in somebody who may be known by one of the names. */
  #also(names: readonly string[]): void {
    const known =
      names.map((name) => this.#exact.get(name)).find((label) => label !== undefined) ??
      names.map((name) => this.#loose.get(looseKey(name))).find((label) => label !== undefined);
    this.#name(names, known ?? `person ${++this.#count}`);
  }

  #name(names: readonly string[], label: string): void {
    for (const name of names) {
      if (this.#exact.has(name)) continue;
      this.#exact.set(name, label);
      this.#names.push([name, label]);
      const key = looseKey(name);
      if (key !== '' && !this.#loose.has(key)) this.#loose.set(key, label);
    }
  }
}

function withOwners(workflow: readonly ConfiguredStage[], labels: Labels): ConfiguredStage[] {
  const owners = new Map<string, string>();
  for (const { owner } of workflow)
    if (owner !== null && !owners.has(owner)) owners.set(owner, labels.owner(owner, new Set(owners.values())));
  return workflow.map((stage) => ({
    ...stage,
    owner: stage.owner === null ? null : (owners.get(stage.owner) ?? null),
  }));
}

function renamed(condition: Condition, nameOf: (text: string) => string, gate: NameGate): Condition {
  const { field, text, values } = condition;
  return { ...condition, values: isPeopleField(field) ? values.map(nameOf) : values, text: gate.text(text) };
}
