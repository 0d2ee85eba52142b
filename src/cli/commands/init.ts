import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Analysis, PitwallError, proposalText, UnknownFormatError } from '../../index.ts';
import { openFiles } from '../analyze-files.ts';
import type { CommandOptions } from '../command-options.ts';
import { readConfiguration } from '../files/configuration-file.ts';
import { configurationPlace, DEFAULT_CONFIGURATION } from '../files/configuration-place.ts';
import { inputsOf } from '../files/inputs.ts';
import { refuseOverwrite } from '../files/refuse-overwrite.ts';
import { shellFile } from '../files/shell-word.ts';
import { writeWholeFile } from '../files/whole-file.ts';
import { addNamelessOption, addReadOptions, FILES } from '../options.ts';
import { type Session, write } from '../session.ts';
import { show } from '../show.ts';
import { askDateOrder, askQuestions, MOST_QUESTIONS } from '../terminal/ask-questions.ts';
import { safeLine } from '../terminal/safe-line.ts';

interface InitOptions extends CommandOptions {
  force?: boolean;
  yes?: boolean;
}

async function init(files: string[], options: InitOptions, session: Session): Promise<void> {
  const target = options.output ?? DEFAULT_CONFIGURATION;
  const path = resolve(session.cwd, target);
  if (target !== '-' && options.force !== true && existsSync(path)) {
    throw new PitwallError('exists', 'exists already', target, 'Add --force to replace it, or choose another --output');
  }
  // Only a named configuration: the one in the folder is about to be replaced.
  const named = configurationPlace(options.config, session)?.named ?? 'found';
  const configuration = named === 'found' ? undefined : await readConfiguration(options, session);
  const usage = 'pitwall init <files...>';
  // With --force it may replace the named configuration: that is how to correct one.
  await refuseOverwrite(
    { ...options, output: target },
    { inputs: await inputsOf(files, usage, options, session), configuration },
    session,
  );
  let isGuess = false;
  // Nothing has been read yet, so file names cannot be checked for names of people.
  let shown = options.anonymizePeople === true ? ['<files...>'] : files.map(shellFile);
  const text = await configurationOf(files, usage, options, configuration, session, (analysis) => {
    shown = files.map((file) => shellFile(analysis.withoutNames(file)));
  }).catch((error: unknown) => {
    // Proposed columns are better than nothing, and the user is asked to check them.
    if (!(error instanceof UnknownFormatError) || error.proposal.fields.length === 0) throw error;
    isGuess = true;
    return proposalText(error.proposal);
  });
  if (target === '-') return show(text, options, session);
  await writeWholeFile(path, target, text);
  if (options.quiet === true) return;
  if (isGuess) {
    const again = ['pitwall init', ...shown, '-c', shellFile(target), '--force'].join(' ');
    const what = `no format fits, so its fields are a guess: check them, then run ${again}`;
    return write(session.stderr, `${safeLine(`pitwall: wrote ${target}: ${what}`)}\n`);
  }
  // PITWALL_CONFIG would go before what was just written.
  const isFound = options.output === undefined && named !== 'environment';
  const next = ['pitwall report', ...shown, ...(isFound ? [] : ['-c', shellFile(target)])].join(' ');
  await write(session.stderr, `${safeLine(`pitwall: wrote ${target}: check its workflow, then run ${next}`)}\n`);
}

/** Asks the questions that affect most items, if somebody is there to answer. Otherwise, or with --yes, all is guessed. */
async function configurationOf(
  files: string[],
  usage: string,
  options: InitOptions,
  configuration: unknown,
  session: Session,
  onOpen: (analysis: Analysis) => void,
): Promise<string> {
  const ask = options.yes === true ? undefined : session.ask;
  const written = (given: InitOptions, most: number) =>
    openFiles(files, usage, given, configuration, session, false, async (analysis) => {
      onOpen(analysis);
      return analysis.configuration(ask === undefined ? {} : await askQuestions(analysis, ask, most));
    });
  try {
    return await written(options, MOST_QUESTIONS);
  } catch (error) {
    if (ask === undefined || files.includes('-') || !(error instanceof PitwallError) || error.code !== 'date-order') {
      throw error;
    }
    return written({ ...options, dateOrder: await askDateOrder(ask, error) }, MOST_QUESTIONS - 1);
  }
}

const EXAMPLES = `
Examples:
  pitwall init export.csv
  pitwall init export.csv --yes -o -        # print it, with guesses marked
  pitwall init export.csv -o team.yaml`;

/** `init <files...>`: a configuration to edit. */
export function addInit(program: Command, session: Session): void {
  addNamelessOption(
    addReadOptions(
      program
        .command('init')
        .summary('write pitwall.yaml, to correct what was guessed')
        .description('write pitwall.yaml from what inspect finds, commented, ready to edit'),
    ),
  )
    .optionsGroup('Output:')
    .option('-o, --output <file>', `write there instead of ${DEFAULT_CONFIGURATION}; - is standard output`)
    .option('--yes', 'ask nothing, and write guesses, marked as such')
    .option('--force', 'replace an existing file')
    .option('--no-pager', 'with -o -, print a long text at once, without a pager')
    .option('--quiet', 'no progress and no notes on standard error')
    .option('--debug', 'add the stack to an error')
    .argument('[files...]', FILES)
    .usage('[options] <files...>')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: InitOptions) => init(files, options, session));
}
