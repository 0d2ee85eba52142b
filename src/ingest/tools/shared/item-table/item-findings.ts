import type { FindingExample } from '../../../../model/finding.ts';
import type { Table } from '../../../format.ts';

function example(table: Table, item: number, line: number): FindingExample {
  return { file: table.file.file, line, item: table.log.itemIds[item] as string };
}

/**
 * An item that has a row already: the row counts that was changed last.
 * @param dated false where no column says when rows were changed: then the later row's filled cells count
 */
export function noteDuplicateItem(table: Table, item: number, line: number, dated = false): void {
  table.log.findings.add(
    'duplicate-item',
    () => ({
      weight: 'warning',
      message: dated
        ? 'Rows with the id of an earlier row were merged with it: the one updated last counts'
        : 'Rows with the id of an earlier row were merged into it: their filled cells count',
      cure: 'Check that these ids are of one item each, and export it once.',
    }),
    example(table, item, line),
  );
}

export function noteNoDates(table: Table, item: number, line: number): void {
  table.log.findings.add(
    'no-dates',
    () => ({
      weight: 'info',
      message: 'Items without any date: they exist, and nothing else is known of them',
      cure: 'Nothing to do if they have not been started.',
    }),
    example(table, item, line),
  );
}
