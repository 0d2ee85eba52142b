import type { EventLog } from '../model/event-log.ts';
import type { Condition, Settings } from '../model/settings.ts';
import type { Timelines } from '../model/timelines.ts';
import type { ItemFieldValues } from './item-field-values.ts';

/**
 * Calls everybody who was ever assigned `person 1`, `person 2` and so on, in the order in which items came to them (the
 * oldest item first), so that neither the alphabet nor the order of rows shows through. The names go where all outputs
 * take them from, so none can show another; fields whose value is the name of such a person change with them.
 *
 * @returns the settings with the new names in the place of the old: rates and conditions are about the same people
 */
export function anonymizePeople(
  log: EventLog,
  timelines: Timelines,
  fields: ItemFieldValues,
  settings: Settings,
): Settings {
  const { people } = log;
  const names = new Map<string, string>();
  const meet = (set: number) => {
    for (const person of people.members(set)) if (!names.has(person)) names.set(person, `person ${names.size + 1}`);
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
  // Who was assigned after asOf only, or on a row that does not count: by name, as nothing else tells them apart.
  const others = Array.from({ length: people.size }, (_, set) => people.members(set)).flat();
  for (const person of others.filter((name) => !names.has(name)).sort())
    if (!names.has(person)) names.set(person, `person ${names.size + 1}`);
  const nameOf = (text: string) => names.get(text) ?? text;
  people.rename(nameOf);
  fields.rename(nameOf);
  const { cost } = settings;
  const assignee = Object.fromEntries(
    Object.entries(cost.rates.assignee).map(([name, rate]) => [nameOf(name.trim()), rate]),
  );
  return {
    ...settings,
    cost: { ...cost, rates: { ...cost.rates, assignee } },
    where: settings.where.map((condition) => renamed(condition, nameOf)),
  };
}

function renamed({ field, negated, text, values }: Condition, nameOf: (text: string) => string): Condition {
  const others = values.map(nameOf);
  const changed = others.some((value, index) => value !== values[index]);
  return {
    field,
    negated,
    values: others,
    text: changed ? `${field}${negated ? '!=' : '='}${others.join(',')}` : text,
  };
}
