import type { Command } from 'commander';
import { makeReportPage, PAGE_FORM, PitwallError, REPORTERS, type Reporter, reportDocument } from '../../index.ts';
import { analyzeConfigured } from '../analyze-files.ts';
import type { CommandOptions } from '../command-options.ts';
import { readConfiguration } from '../files/configuration-file.ts';
import { addAnalysisOptions } from '../options.ts';
import { chosenReporter } from '../print-document.ts';
import type { Session } from '../session.ts';

interface ReportCommandOptions extends CommandOptions {
  open?: boolean;
}

/** `report <files...>`: every metric in brief, as text or as a page. */
export function addReport(program: Command, session: Session): void {
  const command = program.command('report').description('every metric in brief: the main command');
  addAnalysisOptions(command, [PAGE_FORM.id])
    .option('--no-charts', 'leave out the small pictures of text')
    .option('--open', 'show the page in the browser; with -o report.html')
    .argument('[files...]', 'exports: paths, globs, or - for standard input')
    .usage('[options] <files...>')
    .action(async (files: string[], options: ReportCommandOptions) => {
      // The page is more than a document: it is made of the analysis, and only if it is asked for.
      let made = '';
      const page: Reporter = { ...PAGE_FORM, render: () => made };
      const reporters = [...REPORTERS, page];
      // First: a wrong option should fail before the work.
      const isPage = chosenReporter(options, reporters) === page;
      const shown = options.open === true ? fileToOpen(options, isPage) : null;
      const configuration = await readConfiguration(options, session.cwd);
      await analyzeConfigured(
        files,
        'pitwall report <files...>',
        options,
        configuration,
        session,
        isPage,
        async (analysis) => {
          const report = analysis.report();
          if (isPage) made = await makeReportPage(analysis, report);
          return {
            document: reportDocument(report, { charts: options.charts !== false }),
            findings: report.findings,
            failures: report.failures,
          };
        },
        reporters,
      );
      if (shown !== null) await (await import('../terminal/open-file.ts')).openFile(shown, session);
    });
}

function fileToOpen({ output }: ReportCommandOptions, isPage: boolean): string {
  if (isPage && output !== undefined && output !== '-') return output;
  const problem = isPage ? 'there is no file to open' : 'only a page can be opened in the browser';
  throw new PitwallError('bad-option', problem, '--open', 'Write the page to a file: -o report.html --open');
}
