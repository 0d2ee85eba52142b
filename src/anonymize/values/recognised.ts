import type { NamedInput } from '../../ingest/input.ts';
import { readLog } from '../../ingest/read-log.ts';
import { headerKey } from '../../ingest/table/header-key.ts';

/** What the format of a file says about it. */
export interface Recognised {
  /** The format's id. */
  format: string;
  /** False if the format is a guess, which is not a reason to keep anything. */
  certain: boolean;
  /** True if it has groups that may be statuses. */
  hasGroups: boolean;
  /** Columns that the format reads, and names that it reads as statuses, by their `headerKey`. */
  columns: ReadonlySet<string>;
  /** Of these, columns of statuses, types, priorities and resolutions. */
  vocabulary: ReadonlySet<string>;
}

const OPTIONS = { timeZone: 'UTC', fields: {}, dateOrder: null, input: null, sourceName: null, extraFields: [] };
const VOCABULARY_FIELDS = /^(?:from|to|from, to|status|status category|category|type|priority|resolution|archived)$/;

/** Reads the file to find its format; null if it cannot be read. */
export async function recognised(input: NamedInput | { path: string }): Promise<Recognised | null> {
  try {
    const log = await readLog(['path' in input ? input.path : input], OPTIONS);
    const [file] = log.files;
    if (file === undefined || file.used === 0) return null;
    const certain = file.guessed !== true;
    const fields = Object.entries(certain ? file.mapping : {}).map(
      ([field, column]) => [field, headerKey(column)] as const,
    );
    const stages = (certain && file.grade === 'stage-dates' ? file.stageOrder : null) ?? [];
    return {
      format: file.format,
      certain,
      hasGroups: file.tool.startsWith('monday'),
      columns: new Set([...fields.map(([, column]) => column), ...stages.map(headerKey)]),
      vocabulary: new Set(fields.flatMap(([field, column]) => (VOCABULARY_FIELDS.test(field) ? [column] : []))),
    };
  } catch {
    // Any failure is fine here: people make copies of the very files that fail.
    return null;
  }
}
