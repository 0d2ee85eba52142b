import type { TablePart } from '../../model/document/document-parts.ts';
import { textWidth } from './text-width.ts';
import { wrapIndented } from './wrap.ts';

/**
 * What was left out for the width, and how to see it: in one line, with as many names of columns as have room.
 * @param gone the labels of the columns; null: a list is shown in place of the whole table
 * @param needed the width in which all of it is shown
 */
export function leftOutLines(
  gone: readonly string[] | null,
  needed: number,
  { allIn }: Pick<TablePart, 'allIn'>,
  width: number,
): string[] {
  const cure = `--width ${needed} or -f ${allIn ?? 'json'}`;
  if (gone === null) return wrapIndented(`Too narrow for the whole table: ${cure}`, width);
  for (let named = gone.length; named > 0; named--) {
    const line = `No room for ${listed(gone, named)}: ${cure}`;
    if (textWidth(line) <= width) return [line];
  }
  return wrapIndented(`${gone.length} more ${gone.length === 1 ? 'column' : 'columns'}: ${cure}`, width);
}

/** `Type, Started and 3 more`. */
function listed(names: readonly string[], count: number): string {
  const more = names.length - count;
  const all = [...names.slice(0, count), ...(more === 0 ? [] : [`${more} more`])];
  const last = all.pop() as string;
  return all.length === 0 ? last : `${all.join(', ')} and ${last}`;
}
