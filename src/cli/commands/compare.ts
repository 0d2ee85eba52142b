import type { Command } from 'commander';
import { type Analysis, type CompareReport, compare, compareDocument, PitwallError, REPORTERS } from '../../index.ts';
import { openFiles, printAnswer, type Shown } from '../analyze-files.ts';
import type { CommandOptions } from '../command-options.ts';
import { readConfiguration } from '../files/configuration-file.ts';
import { addPrintOptions, addSelectionOptions, amountOf, collect } from '../options.ts';
import { chosenReporter } from '../print-document.ts';
import type { Session } from '../session.ts';

export const COMPARE = { name: 'compare', summary: 'before and after, or two groups: is the difference real?' };

const USAGE = 'pitwall compare <a> <b>, or <files...> with --split-at, or with --by and --values';

const EXAMPLES = `
Examples:
  pitwall compare spring.csv summer.csv                     # two exports
  pitwall compare --a jan.csv feb.csv --b mar.csv apr.csv   # several a side
  pitwall compare export.csv --split-at 2026-04-01          # around a date
  pitwall compare export.csv --by type --values Bug,Story   # two groups
  pitwall compare export.csv --split-at 2026-04-01 --metric "stage[Review]"`;

/** `compare <a> [<b>]`: what changed, and whether that is more than chance. */
export function addCompare(program: Command, session: Session): void {
  const command = program.command(COMPARE.name).summary(COMPARE.summary).description(COMPARE.summary);
  command
    .optionsGroup('Sides:')
    .option('--split-at <date>', 'finishes before and from this date, of equal lengths; --from and --to change that')
    .option('--by <field>', 'a field, of which --values names two values')
    .option('--values <a,b>', 'the two values; for one with a comma give --values twice', collect)
    .option('--a <files...>', 'the files of the first side, if they are several')
    .option('--b <files...>', 'the files of the second')
    .optionsGroup('Comparison:')
    .option('--metric <name>', 'only this: cycleTime, stage[Review]; repeatable (default: seven of them)', collect)
    .option('--unit <unit>', "throughput's period: day, week, month or sprint (default: week)")
    .option(
      '--seed <number>',
      'where its random numbers start (default: 1)',
      amountOf('--seed', 'Write a whole number, 0 or more'),
    );
  addPrintOptions(addSelectionOptions(command))
    .argument('[files...]', 'two exports, or one or more with --split-at or --by: paths, globs, folders, or -')
    .usage('[options] <a> <b> | <files...>')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: CommandOptions) => compareFiles(files, options, session));
}

async function compareFiles(files: readonly string[], options: CommandOptions, session: Session): Promise<void> {
  // First: wrong options should fail before the work.
  chosenReporter(options);
  const { by, metric, seed, splitAt, values } = options;
  const sides = twoSides(files, options);
  const configuration = await readConfiguration(options, session);
  const open = <Result>(own: readonly string[], use: (analysis: Analysis) => Promise<Result>) =>
    openFiles(own, USAGE, options, configuration, session, false, use);
  const common = { ...(metric === undefined ? {} : { metrics: metric }), ...(seed === undefined ? {} : { seed }) };
  const within = Object.fromEntries(Object.entries({ by, splitAt, values }).filter(([, value]) => value !== undefined));
  const ask = (): Promise<Shown & Pick<Analysis, 'withoutNames'>> => {
    if (sides === null) {
      return open(files, async (analysis) => ({
        ...(await shown(await analysis.compare({ ...common, ...within }))),
        withoutNames: analysis.withoutNames,
      }));
    }
    return open(sides.a, (a) =>
      open(sides.b, async (b) => ({
        ...(await shown(await compare(a, b, common))),
        withoutNames: (text) => b.withoutNames(a.withoutNames(text)),
      })),
    );
  };
  const all = sides === null ? files : [...sides.a, ...sides.b];
  await printAnswer(all, USAGE, options, configuration, session, REPORTERS, ask);
}

async function shown(report: CompareReport): Promise<Shown> {
  return { document: await compareDocument(report), findings: report.findings };
}

/**
 * The files of two exports; null where one analysis is compared within itself.
 * @throws PitwallError `bad-option`, `no-files`
 */
function twoSides(
  files: readonly string[],
  { a, b, by, splitAt, values }: CommandOptions,
): { a: readonly string[]; b: readonly string[] } | null {
  const within = splitAt !== undefined || by !== undefined || values !== undefined;
  const rule = splitAt !== undefined ? '--split-at' : by !== undefined ? '--by' : '--values';
  if (a !== undefined || b !== undefined) {
    const given = a !== undefined ? '--a' : '--b';
    if (within) throw wrong('two exports are two sides already', rule, `Leave out ${rule}, or --a and --b`);
    if (files.length > 0) throw wrong('there are files of no side', given, 'Put each file after --a or --b');
    if (a === undefined || b === undefined) {
      throw wrong('only one side has files', given, 'Give both: --a <files...> --b <files...>');
    }
    return { a, b };
  }
  if (within || files.length === 0) return null;
  const [first, second] = files;
  if (first !== undefined && second !== undefined && files.length === 2) return { a: [first], b: [second] };
  if (files.length === 1) {
    const cure = 'Add a second export, or --split-at <date>, or --by <field> --values A,B';
    throw wrong('one export has nothing to be compared with', 'compare', cure);
  }
  const cure = 'Write --a <files...> --b <files...>, or --split-at <date> for one analysis of all';
  throw wrong(`${files.length} files are given, and nothing says which are one side`, 'compare', cure);
}

function wrong(what: string, where: string, cure: string): PitwallError {
  return new PitwallError('bad-option', what, where, cure);
}
