import type { Command } from 'commander';
import { formatsDocument } from '../../index.ts';
import { addPrintOptions } from '../options.ts';
import { type PrintOptions, printDocument } from '../print-document.ts';
import type { Session } from '../session.ts';

const EXAMPLES = `
Examples:
  pitwall formats
  pitwall formats jira-csv                       # how to get it from Jira`;

/** `formats [id]`: the formats that pitwall reads. */
export function addFormats(program: Command, session: Session): void {
  addPrintOptions(
    program.command('formats').description('the export formats it reads, and how to get each from its tool'),
  )
    .argument('[id]', 'a format; all of them by default')
    .addHelpText('after', EXAMPLES)
    .action(async (id: string | undefined, options: PrintOptions) =>
      printDocument(await formatsDocument(id), options, session),
    );
}
