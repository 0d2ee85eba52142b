import fc from 'fast-check';

/** Delimiters that files have. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Text of the pieces that a reader of delimited files can trip over, in any order. */
export const hostileText = (maxLength = 24) =>
  fc.string({
    unit: fc.constantFrom(
      ...['"', '"', '""', '","', '"\n', '"\r\n', ',', ';', '\t', '|', '\n', '\r\n', '\r', '\n\n'],
      ...['a', 'bc', ' ', '  ', 'é', '😀', '\u00a0', '\ufeff', '\\', "'", '=', '0', '\u0001'],
    ),
    maxLength,
  });

/** A cell as a careful writer writes it: in quotes where it must be, and now and then where it need not. */
function written(cell: string, quoted: boolean): string {
  return quoted || /[",;\t|\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A file that follows the rules: any cells, rows of any length, blank rows, any line ends, the last one or none. */
export const carefulText = (delimiter: string) =>
  fc
    .tuple(
      fc.array(
        fc.tuple(
          fc.array(fc.tuple(hostileText(4), fc.boolean()), { minLength: 1, maxLength: 5 }),
          fc.constantFrom('\n', '\r\n', '\r'),
        ),
        { maxLength: 6 },
      ),
      fc.boolean(),
    )
    .map(([rows, ended]) => {
      const lines = rows.map(
        ([cells, end]) => cells.map(([cell, quoted]) => written(cell, quoted)).join(delimiter) + end,
      );
      const text = lines.join('');
      return ended ? text : text.replace(/[\r\n]+$/, '');
    });
