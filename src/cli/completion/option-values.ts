import type { Option } from 'commander';
import { charts, formats, knownNames } from '../../index.ts';
import { FORMS } from '../options.ts';
import type { Asked } from './asked.ts';
import type { AtHand } from './at-hand.ts';
import { type Candidates, isTypable, named } from './candidate.ts';
import { SCRIPTS } from './scripts.ts';

/** Options whose values are always the same words. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  '--unit': ['day', 'week', 'month', 'sprint'],
  '--basis': ['elapsed', 'working', 'inclusive'],
  '--date-order': ['dmy', 'mdy'],
  '--as-of': ['now'],
  '--since': ['last'],
  '--rules': ['western-electric'],
  '--every': ['day', 'week', 'month', 'quarter', 'sprint', 'year'],
  '--items': ['open', 'in-progress'],
  '--scope': ['none', 'growth'],
};

type Values = (asked: Asked, atHand: AtHand) => Promise<Candidates> | Candidates;

/** Options whose values depend on the command or on the files. */
const VALUES: Readonly<Record<string, Values>> = {
  '--format': ({ command }) => named(FORMS.get(command) ?? []),
  '--input': formatIds,
  '--time-zone': () => named(['UTC', ...Intl.supportedValuesOf('timeZone')]),
  '--series': async (_, atHand) => named(await atHand.series()),
  '--by': ({ command }, atHand) => (command.name() === 'forecast' ? [] : fieldsAndColumns(atHand)),
  '--where': conditions,
  '--values': async ({ given, text }, atHand) => {
    const field = given.get('--by')?.at(-1);
    return field === undefined ? [] : listed('', text, await atHand.values(field));
  },
  '--map': async ({ text }, atHand) => {
    const [field = ''] = text.split('=');
    const all = text.includes('=') ? await atHand.columns(true) : (await knownNames()).fields;
    return named(all.map((name) => (text.includes('=') ? `${field}=${name}` : `${name}=`)));
  },
  '--snapshot-date': ({ arguments: files }) => named(files.filter((file) => file !== '-').map((file) => `${file}=`)),
  '--keep': async (_, atHand) => named(await atHand.columns(true)),
  '--mask': async (_, atHand) => named(await atHand.columns(true)),
  '--metric': metrics,
  '--max': async (_, atHand) => named((await figures(atHand)).map((path) => `${path}=`)),
  '--min': async (_, atHand) => named((await figures(atHand)).map((path) => `${path}=`)),
  // Without spaces, which would need quotes; an expression goes without.
  '--check': async (_, atHand) => named((await figures(atHand)).flatMap((path) => [`${path}<=`, `${path}>=`])),
};

/** What an argument may be, by its command; where it is no file. */
const ARGUMENTS: Readonly<Record<string, Values>> = {
  explain: async () => named((await knownNames()).definitions),
  schema: async () => named((await knownNames()).schemas),
  formats: formatIds,
  chart: async () => (await charts()).map(({ name, shows }) => ({ value: name, about: shows })),
  completion: () => named(Object.keys(SCRIPTS)),
};

/** What the value of an option may be. */
export function optionValues(option: Option, asked: Asked, atHand: AtHand): Promise<Candidates> | Candidates {
  const name = option.long ?? '';
  if (option.argChoices !== undefined) return named(option.argChoices);
  if (Object.hasOwn(WORDS, name)) return named(WORDS[name] as readonly string[]);
  const values = Object.hasOwn(VALUES, name) ? VALUES[name] : undefined;
  if (values !== undefined) return values(asked, atHand);
  return /[<[]files?(\.\.\.)?[>\]]/.test(option.flags) ? 'files' : [];
}

/** What an argument may be. */
export function argumentValues(asked: Asked, atHand: AtHand): Promise<Candidates> | Candidates {
  const { command } = asked;
  const index = asked.arguments.length;
  const argument = command.registeredArguments[index] ?? command.registeredArguments.at(-1);
  if (argument === undefined || (index >= command.registeredArguments.length && !argument.variadic)) return [];
  if (argument.argChoices !== undefined) return named(argument.argChoices);
  if (/^files?$/.test(argument.name())) return 'files';
  const values = Object.hasOwn(ARGUMENTS, command.name()) ? ARGUMENTS[command.name()] : undefined;
  return values === undefined ? [] : values(asked, atHand);
}

async function formatIds(): Promise<Candidates> {
  return (await formats()).map(({ id, name }) => ({ value: id, about: name }));
}

async function fieldsAndColumns(atHand: AtHand): Promise<Candidates> {
  const fields = await atHand.fields();
  const known = new Set(fields.map((field) => field.toLowerCase()));
  const columns = (await atHand.columns(false)).filter((column) => !known.has(column.toLowerCase()));
  return [...named(fields, 'field'), ...named(columns, 'column')];
}

/** `field=value`, `field!=value`, `field=a,b`. */
async function conditions({ text }: Asked, atHand: AtHand): Promise<Candidates> {
  const equals = text.indexOf('=');
  if (equals === -1) {
    const fields = (await fieldsAndColumns(atHand)) as Exclude<Candidates, 'files'>;
    return fields.map(({ value, about }) => ({ value: `${value}=`, about }));
  }
  const field = text.slice(0, text[equals - 1] === '!' ? equals - 1 : equals);
  return listed(text.slice(0, equals + 1), text.slice(equals + 1), await atHand.values(field));
}

async function metrics({ command, text }: Asked, atHand: AtHand): Promise<Candidates> {
  const { comparisons, trends } = await knownNames();
  if (command.name() !== 'compare') return command.name() === 'chart' ? named(trends) : listed('', text, trends);
  return named([...comparisons, ...(await atHand.stages()).map((stage) => `stage[${entry(stage)}]`)]);
}

/** Paths of figures that a limit can name. */
async function figures(atHand: AtHand): Promise<string[]> {
  const paths = (await knownNames()).figures.flatMap((path) =>
    path.includes('*') ? ['50', '85', '95'].map((point) => path.replace('*', point)) : [path],
  );
  const stages = (await atHand.stages()).map(entry);
  return paths.flatMap((path) => {
    if (path.startsWith('stage[]')) return stages.map((stage) => path.replace('[]', () => `[${stage}]`));
    return path.includes('[]') ? [] : [path];
  });
}

/** A name with `]` is written in quotes. */
const entry = (name: string): string => (name.includes(']') ? `"${name}"` : name);

/** The next value of a list with commas, after those that it has. */
function listed(prefix: string, text: string, values: readonly string[]): Candidates {
  const chosen = text.split(',').slice(0, -1);
  const before = chosen.map((value) => `${value},`).join('');
  const open = values.filter((value) => isTypable(value) && !value.includes(',') && !chosen.includes(value));
  return open.map((value) => ({ value: `${prefix}${before}${value}`, about: '' }));
}
