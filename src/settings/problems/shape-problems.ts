import type * as z from 'zod';
import { nearest } from '../../model/nearest.ts';
import { type Problem, pathText, valueText } from './problem.ts';

type Issue = z.core.$ZodIssue;
type Path = (string | number)[];

/** The keys that a schema knows, if it is an object with fixed keys. */
function knownKeys(schema: unknown): string[] {
  return Object.keys((schema as { shape?: object } | undefined)?.shape ?? {});
}

/** Makes zod list the known keys when it refuses an unknown one, since only that schema knows them. */
export const sayKnownKeys: z.core.$ZodErrorMap = (issue) =>
  issue.code === 'unrecognized_keys' ? knownKeys(issue.inst).join(', ') : undefined;

function unknownKeys(path: Path, keys: readonly string[], known: string): Problem[] {
  return keys.map((key) => {
    const suggestion = nearest(key, known.split(', '));
    const place = path.length === 0 ? '' : ` in ${pathText(path)}`;
    return {
      path: [...path, key],
      key: true,
      what: `unknown key \`${key}\`${place}`,
      cure: suggestion === null ? `Known here: ${known}` : `Did you mean \`${suggestion}\`?`,
    };
  });
}

/** The branch of a union that the value was probably meant for: one that does not refuse it as a whole. */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return branches.find((issues) => issues.every((issue) => issue.path.length > 0 || issue.code !== 'invalid_type'));
}

/** The cure for a number or boolean in quotes; null for anything else. */
function unquoted(issue: Issue, value: unknown): string | null {
  if (issue.code !== 'invalid_type' || typeof value !== 'string' || value.trim() === '') return null;
  const number = (issue.expected === 'number' || issue.expected === 'int') && !Number.isNaN(Number(value));
  const flag = issue.expected === 'boolean' && (value === 'true' || value === 'false');
  return number || flag ? `Write it without quotes: ${value}` : null;
}

function problemsOf(issue: Issue, base: Path, root: unknown): Problem[] {
  const path = [...base, ...(issue.path as Path)];
  if (issue.code === 'unrecognized_keys') return unknownKeys(path, issue.keys, issue.message);
  const value = path.reduce<unknown>((at, step) => (at as Record<string | number, unknown> | undefined)?.[step], root);
  if (issue.code === 'invalid_union') {
    const meant = meantBranch(issue.errors);
    if (meant !== undefined) return meant.flatMap((inner) => problemsOf(inner, path, root));
  }
  const last = path.at(-1);
  if (value === undefined && last !== undefined) {
    const parent = path.slice(0, -1);
    return [{ path: parent, key: false, what: `${pathText(parent)} has no \`${last}\``, cure: issue.message }];
  }
  if (value === null) {
    return [{ path, key: false, what: `${pathText(path)} is empty`, cure: `${issue.message}, or remove the key` }];
  }
  let cure = unquoted(issue, value) ?? issue.message;
  if (issue.code === 'invalid_value' && typeof value === 'string') {
    const suggestion = nearest(value, issue.values.map(String));
    if (suggestion !== null) cure = `Did you mean \`${suggestion}\`?`;
  }
  return [{ path, key: false, what: `${pathText(path)} cannot be ${valueText(value)}`, cure }];
}

/** Names that the schemas silently ignore in places where any name is allowed, so that their values would have no effect. */
export function passedOver(value: unknown, path: Path = []): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (key !== '__proto__') return passedOver(inner, here);
    return [{ path: here, key: true, what: `${pathText(path)} cannot name \`${key}\``, cure: 'Remove it' }];
  });
}

/** The problems that a schema found in a configuration, in words. */
export function shapeProblems(error: z.ZodError, configuration: unknown): Problem[] {
  return error.issues.flatMap((issue) => problemsOf(issue, [], configuration));
}
