import { indexOf } from '../../../table/header-index.ts';

/** The files of the data pipeline that say something about flow, by the columns that tell them apart. */
export const KINDS = {
  history: ['issue_id', 'changelog_id', 'created_date', 'field', 'from_string', 'to_string'],
  issues: ['id', 'instance_url', 'key', 'project_key', 'issue_type', 'summary', 'status'],
  fields: ['issue_id', 'field_id', 'field_name', 'field_value'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Kind = keyof typeof KINDS;

/** The kind that has the most of its columns in a header, and what it lacks. */
export function kindOf(header: readonly string[]): { kind: Kind; missing: string[] } {
  const index = indexOf(header);
  const kinds = (Object.keys(KINDS) as Kind[]).map((kind) => ({
    kind,
    missing: KINDS[kind].filter((name) => index.find(name) === -1),
    share: KINDS[kind].filter((name) => index.find(name) !== -1).length / KINDS[kind].length,
  }));
  const best = kinds.reduce((a, b) => (b.share > a.share ? b : a));
  return { kind: best.kind, missing: best.missing };
}
