import { PitwallError } from '../../model/errors.ts';
import { type NameGate, rewritten } from './name-gate.ts';
import { withoutFileText } from './without-file-text.ts';

/**
 * An error of the reading, before everybody is known whose name a file may have: files go by their places on the command
 * line, and nothing is said out of them.
 * @param inputs what was named, in its order
 */
export function readError(error: unknown, inputs: readonly string[], gate: NameGate): unknown {
  const files = new Map<string, string>();
  for (const [index, name] of inputs.entries()) if (name !== '-') files.set(name, `input ${index + 1}${ending(name)}`);
  const where = error instanceof PitwallError ? (error.where ?? '') : '';
  const file = where.replace(/:\d+(?::\d+)?$/, '');
  // A file that a pattern found.
  if (file !== '' && file !== '-' && !where.startsWith('--') && !files.has(file))
    files.set(file, `an input${ending(file)}`);
  // Other files are suggested by their names.
  if (error instanceof PitwallError && error.code === 'missing-file')
    return new PitwallError(error.code, error.what, files.get(file) ?? null, 'Check the path.');
  const longest = [...files].sort(([a], [b]) => b.length - a.length);
  return rewritten(error instanceof PitwallError ? withoutFileText(error) : error, (text) =>
    gate.text(longest.reduce((sum, [name, other]) => sum.replaceAll(name, other), text)),
  );
}

/** What gives away a file's kind. */
function ending(name: string): string {
  return /\.(?:csv|tsv|txt|jsonl?|ndjson|xlsx|xes|xml|zip|gz)$/i.exec(name)?.[0] ?? '';
}
