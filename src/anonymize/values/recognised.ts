import type { NamedInput } from '../../ingest/input.ts';
import { readLog } from '../../ingest/read-log.ts';
import { allFormats } from '../../ingest/registry.ts';
import { headerKey } from '../../ingest/table/header-key.ts';
import type { LogFile } from '../../model/log/event-log.ts';
import { keysIn, keysOfFormat } from './format-keys.ts';

/** What the format of a file says about it. */
export interface Recognised {
  /** The format's id. */
  format: string;
  /** False if the format is a guess, which is not a reason to keep anything. */
  certain: boolean;
  /** True if it has groups that may be statuses. */
  hasGroups: boolean;
  /** Columns and keys that the format reads or was recognised by, and names that it reads as statuses, by their `headerKey`. */
  columns: ReadonlySet<string>;
  /** Of these, columns of statuses, types, priorities and resolutions. */
  vocabulary: ReadonlySet<string>;
  /** Names that the format itself has: whatever they look like, no user wrote them. */
  ownNames: ReadonlySet<string>;
  /** The column with the name of the field that a row changes, and those of its values; null if each has its own. */
  change: { field: string; values: ReadonlySet<string> } | null;
}

const OPTIONS = { timeZone: 'UTC', fields: {}, dateOrder: null, input: null, sourceName: null, extraFields: [] };
const VOCABULARY_FIELDS = /^(?:from|to|from, to|status|status category|category|type|priority|resolution|archived)$/;

/** Reads the file to find its format; null if it cannot be read. */
export async function recognised(input: NamedInput | { path: string }): Promise<Recognised | null> {
  try {
    const log = await readLog(['path' in input ? input.path : input], OPTIONS);
    const [file] = log.files;
    if (file === undefined || file.used === 0) return null;
    return file.guessed === true ? guessed(file) : await known(file);
  } catch {
    // Any failure is fine here: people make copies of the very files that fail.
    return null;
  }
}

function hasGroups({ tool }: LogFile): boolean {
  return tool.startsWith('monday');
}

function guessed(file: LogFile): Recognised {
  const none: ReadonlySet<string> = new Set();
  const nothing = { columns: none, vocabulary: none, ownNames: none, change: null };
  return { format: file.format, certain: false, hasGroups: hasGroups(file), ...nothing };
}

async function known(file: LogFile): Promise<Recognised> {
  const fields = Object.entries(file.mapping).map(([field, column]) => [field, headerKey(column)] as const);
  const stages = (file.grade === 'stage-dates' ? file.stageOrder : null) ?? [];
  const matched = (file.matched ?? []).flatMap((name) => [name, ...keysIn(name)]);
  return {
    format: file.format,
    certain: true,
    hasGroups: hasGroups(file),
    columns: new Set([...fields.map(([, column]) => column), ...[...stages, ...matched].map(headerKey)]),
    vocabulary: new Set(fields.flatMap(([field, column]) => (VOCABULARY_FIELDS.test(field) ? [column] : []))),
    ownNames: await ownNames(file),
    change: changeOf(file),
  };
}

async function ownNames({ format: id, foundNames = new Set() }: LogFile): Promise<ReadonlySet<string>> {
  const format = (await allFormats()).find((each) => each.id === id);
  const ofJson = format?.shape === 'json' ? keysOfFormat(format) : [];
  // A column of JSON records is a path of keys.
  const found = [...foundNames].flatMap((name) => [name, ...name.split('.')]);
  return new Set([...ofJson, ...found].map(headerKey));
}

function changeOf({ mapping }: LogFile): Recognised['change'] {
  const { field, from, to } = mapping;
  if (field === undefined) return null;
  return {
    field: headerKey(field),
    values: new Set([from, to].flatMap((name) => (name === undefined ? [] : [headerKey(name)]))),
  };
}
