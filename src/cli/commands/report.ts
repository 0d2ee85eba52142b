import type { Command } from 'commander';
import { reportDocument } from '../../index.ts';
import { analyzeFiles } from '../analyze-files.ts';
import type { CommandOptions } from '../command-options.ts';
import { addAnalysisOptions } from '../options.ts';
import type { Session } from '../session.ts';

/** `report <files...>`: every metric in brief. */
export function addReport(program: Command, session: Session): void {
  const command = program.command('report').description('every metric in brief: the main command');
  addAnalysisOptions(command)
    .option('--no-charts', 'leave out the small pictures of text')
    .argument('[files...]', 'exports: paths, globs, or - for standard input')
    .usage('[options] <files...>')
    .action((files: string[], options: CommandOptions) =>
      analyzeFiles(files, 'pitwall report <files...>', options, session, false, (analysis) => {
        const report = analysis.report();
        return {
          document: reportDocument(report, { charts: options.charts !== false }),
          findings: report.findings,
          failures: report.failures,
        };
      }),
    );
}
