import type { Command } from 'commander';
import { inspectionDocument, proposalDocument, UnknownFormatError } from '../../index.ts';
import { analyzeFiles } from '../analyze-files.ts';
import type { CommandOptions } from '../command-options.ts';
import { addAnalysisOptions, FILES } from '../options.ts';
import { chosenReporter, printDocument } from '../print-document.ts';
import type { Session } from '../session.ts';

const EXAMPLES = `
Examples:
  pitwall inspect export.csv
  zcat log.csv.gz | pitwall inspect -
  pitwall inspect tickets.csv --map id=Ticket --map to=Stage --map at=Changed`;

/** `inspect <files...>`: what was read, and how. */
export function addInspect(program: Command, session: Session): void {
  addAnalysisOptions(
    program
      .command('inspect')
      .summary('what was read, and how')
      .description('what was read: format, columns, dates, workflow, findings, where every row went'),
  )
    .argument('[files...]', FILES)
    .usage('[options] <files...>')
    .addHelpText('after', EXAMPLES)
    .action(async (files: string[], options: CommandOptions) => {
      try {
        await analyzeFiles(files, 'pitwall inspect <files...>', options, session, true, (analysis) => {
          const inspection = analysis.inspect();
          return { document: inspectionDocument(inspection), findings: inspection.findings };
        });
      } catch (error) {
        // JSON would break its contract, but a person is helped by the columns that were found.
        const isRead = ['table', 'markdown'].includes(chosenReporter(options).id);
        if (error instanceof UnknownFormatError && isRead) {
          await printDocument(proposalDocument(error.proposal), options, session);
        }
        throw error;
      }
    });
}
