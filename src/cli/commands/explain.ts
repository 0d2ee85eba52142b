import type { Command } from 'commander';
import { explainDocument } from '../../index.ts';
import { addPrintOptions } from '../options.ts';
import { type PrintOptions, printDocument } from '../print-document.ts';
import type { Session } from '../session.ts';

const EXAMPLES = `
Examples:
  pitwall explain cycle-time
  pitwall explain -o definitions.md`;

/** `explain [metric]`: definitions. */
export function addExplain(program: Command, session: Session): void {
  addPrintOptions(program.command('explain').description('definitions, units, formulas'))
    .argument('[metric]', 'a metric; all of them by default')
    .addHelpText('after', EXAMPLES)
    .action((metric: string | undefined, options: PrintOptions) =>
      printDocument(explainDocument(metric), options, session),
    );
}
