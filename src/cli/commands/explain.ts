import type { Command } from 'commander';
import { chartDocument, charts, type Document, explainDocument } from '../../index.ts';
import { addPrintOptions } from '../options.ts';
import { type PrintOptions, printDocument } from '../print-document.ts';
import type { Session } from '../session.ts';

const EXAMPLES = `
Examples:
  pitwall explain cycle-time
  pitwall explain -o definitions.md`;

/** `explain [metric]`: definitions, and how to read charts that are no metric. */
export function addExplain(program: Command, session: Session): void {
  addPrintOptions(program.command('explain').description('definitions, units, formulas'))
    .argument('[metric]', 'a metric or a chart; all metrics by default')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, options: PrintOptions) =>
      printDocument(await explained(name), options, session),
    );
}

async function explained(name: string | undefined): Promise<Document> {
  try {
    return explainDocument(name);
  } catch (error) {
    if (name !== undefined && (await charts()).some((chart) => chart.name === name)) return chartDocument(name);
    throw error;
  }
}
