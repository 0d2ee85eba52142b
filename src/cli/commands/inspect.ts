import type { Command } from 'commander';
import { inspectionDocument } from '../../index.ts';
import { analyzeFiles } from '../analyze-files.ts';
import type { CommandOptions } from '../analyze-options.ts';
import { addAnalysisOptions } from '../options.ts';
import type { Session } from '../session.ts';

/** `inspect <files...>`: what was read, and how. */
export function addInspect(program: Command, session: Session): void {
  addAnalysisOptions(
    program
      .command('inspect')
      .description('what was read: format, columns, dates, workflow, findings, where every row went'),
  )
    .argument('[files...]', 'exports: paths, globs, or - for standard input')
    .usage('[options] <files...>')
    .action((files: string[], options: CommandOptions) =>
      analyzeFiles(files, 'pitwall inspect <files...>', options, session, (analysis) => {
        const inspection = analysis.inspect();
        return { document: inspectionDocument(inspection), findings: inspection.findings };
      }),
    );
}
