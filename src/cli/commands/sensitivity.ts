import type { Command } from 'commander';
import { sensitivityDocument } from '../../index.ts';
import { analyzeFiles } from '../analyze-files.ts';
import type { CommandOptions } from '../command-options.ts';
import { addPrintOptions, addSelectionOptions, FILES } from '../options.ts';
import type { Session } from '../session.ts';

export const SENSITIVITY = {
  name: 'sensitivity',
  summary: 'the headline under other definitions, and those of other tools',
};

const EXAMPLES = `
Examples:
  pitwall sensitivity export.csv
  pitwall sensitivity export.csv --last 12w --where type=Story
  pitwall sensitivity export.csv -f json`;

/** `sensitivity <files...>`: how far the headline depends on what is measured. */
export function addSensitivity(program: Command, session: Session): void {
  const command = program.command(SENSITIVITY.name).summary(SENSITIVITY.summary).description(SENSITIVITY.summary);
  addSelectionOptions(command).option(
    '--unit <unit>',
    "throughput's period: day, week, month or sprint (default: week)",
  );
  addPrintOptions(command)
    .argument('[files...]', FILES)
    .usage('[options] <files...>')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: CommandOptions) =>
      analyzeFiles(files, 'pitwall sensitivity <files...>', options, session, false, async (analysis) => {
        const report = await analysis.sensitivity();
        return { document: await sensitivityDocument(report), findings: report.findings };
      }),
    );
}
