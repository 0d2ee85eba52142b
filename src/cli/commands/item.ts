import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { itemDocument, PitwallError } from '../../index.ts';
import { analyzeFiles } from '../analyze-files.ts';
import type { CommandOptions } from '../command-options.ts';
import { addAnalysisOptions, FILES } from '../options.ts';
import type { Session } from '../session.ts';

const USAGE = 'pitwall item <id> <files...>';

const EXAMPLES = `
Examples:
  pitwall item ABC-1 export.csv
  pitwall item ABC-1 export.csv --time-zone Europe/Madrid`;

/** `item export.csv ABC-1`: an id that is a file, and no file that is one. */
function refuseSwapped(id: string, files: readonly string[], { cwd }: Session): void {
  const isThere = (name: string) => existsSync(resolve(cwd, name));
  if (!isThere(id)) return;
  const last = files.at(-1);
  if (last === undefined) {
    throw new PitwallError('no-item', `no item given: ${id} is a file`, null, `Usage: pitwall item <id> ${id}`);
  }
  if (isThere(last) || last === '-' || /[*?[{]/.test(last)) return;
  const line = ['pitwall item', last, id, ...files.slice(0, -1)].join(' ');
  throw new PitwallError('swapped', `${id} is a file, and ${last} is none`, null, `The id comes first: ${line}`);
}

/** `item <id> <files...>`: one item explained. */
export function addItem(program: Command, session: Session): void {
  addAnalysisOptions(
    program
      .command('item')
      .description('one item explained: visit by visit, what started and stopped its clock, what each rule did'),
  )
    .argument('[id]', "the item's id")
    .argument('[files...]', FILES)
    .usage('[options] <id> <files...>')
    .addHelpText('after', EXAMPLES)
    .action((id: string | undefined, files: string[], options: CommandOptions) => {
      if (id === undefined) throw new PitwallError('no-item', 'no item given', null, `Usage: ${USAGE}`);
      refuseSwapped(id, files, session);
      return analyzeFiles(files, USAGE.replace('<id>', id), options, session, true, (analysis) => {
        const report = analysis.item(id);
        return { document: itemDocument(report), findings: report.findings };
      });
    });
}
