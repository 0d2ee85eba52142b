import type { Command } from 'commander';
import { itemsDocument } from '../../index.ts';
import { analyzeFiles } from '../analyze-files.ts';
import type { CommandOptions } from '../command-options.ts';
import { addAnalysisOptions, FILES } from '../options.ts';
import type { Session } from '../session.ts';

const EXAMPLES = `
Examples:
  pitwall items export.csv
  pitwall items export.csv --where type=Bug --last 12w
  pitwall items export.csv -o items.csv`;

/** `items <files...>`: one row an item. */
export function addItems(program: Command, session: Session): void {
  addAnalysisOptions(program.command('items').description('one row an item: its facts'))
    .argument('[files...]', FILES)
    .usage('[options] <files...>')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: CommandOptions) =>
      analyzeFiles(files, 'pitwall items <files...>', options, session, false, (analysis) => {
        const list = analysis.items();
        return { document: itemsDocument(list), findings: list.findings };
      }),
    );
}
