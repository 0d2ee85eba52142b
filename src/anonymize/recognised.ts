import { headerKey } from '../ingest/header-key.ts';
import { FORMATS } from '../ingest/index.ts';
import type { NamedInput } from '../ingest/input.ts';
import { readLog } from '../ingest/read.ts';
import { PitwallError } from '../model/errors.ts';

/** What a format that is certain of a file says of it. */
export interface Recognised {
  /** The format's id. */
  format: string;
  /** True if a tool has this format of its own: its tables have no columns that people make. */
  ofTool: boolean;
  /** Columns that the format reads, and names that it takes for statuses, by their `headerKey`. */
  columns: ReadonlySet<string>;
  /** Of these, columns of statuses, types, priorities and resolutions. */
  vocabulary: ReadonlySet<string>;
}

const OPTIONS = { timeZone: 'UTC', fields: {}, dateOrder: null, input: null, sourceName: null, extraFields: [] };
const VOCABULARY_FIELDS = /^(?:from|to|from, to|status|status category|category|type|priority|resolution|archived)$/;

/** What reading the file tells of it; null where it cannot be read, or its format is a guess. */
export async function recognised(input: NamedInput | { path: string }): Promise<Recognised | null> {
  try {
    const log = await readLog(['path' in input ? input.path : input], OPTIONS);
    const [file] = log.files;
    if (file === undefined || file.guessed === true || file.used === 0) return null;
    const fields = Object.entries(file.mapping).map(([field, column]) => [field, headerKey(column)] as const);
    const stages = file.stageOrder ?? [];
    return {
      format: file.format,
      ofTool: FORMATS.find(({ id }) => id === file.format)?.generic !== true,
      columns: new Set([...fields.map(([, column]) => column), ...stages.map(headerKey)]),
      vocabulary: new Set(fields.flatMap(([field, column]) => (VOCABULARY_FIELDS.test(field) ? [column] : []))),
    };
  } catch (error) {
    if (error instanceof PitwallError) return null;
    throw error;
  }
}
