import type { Command } from 'commander';
import { itemDocument, PitwallError } from '../../index.ts';
import { analyzeFiles } from '../analyze-files.ts';
import type { CommandOptions } from '../command-options.ts';
import { addAnalysisOptions } from '../options.ts';
import type { Session } from '../session.ts';

const USAGE = 'pitwall item <id> <files...>';

/** `item <id> <files...>`: one item explained. */
export function addItem(program: Command, session: Session): void {
  addAnalysisOptions(
    program
      .command('item')
      .description('one item explained: visit by visit, what started and stopped its clock, what each rule did'),
  )
    .argument('[id]', "the item's id")
    .argument('[files...]', 'exports: paths, globs, or - for standard input')
    .usage('[options] <id> <files...>')
    .action((id: string | undefined, files: string[], options: CommandOptions) => {
      if (id === undefined) throw new PitwallError('no-item', 'no item given', null, `Usage: ${USAGE}`);
      return analyzeFiles(files, USAGE.replace('<id>', id), options, session, true, (analysis) => {
        const report = analysis.item(id);
        return { document: itemDocument(report), findings: report.findings };
      });
    });
}
