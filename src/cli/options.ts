import { type Command, Option } from 'commander';
import { PitwallError, REPORTERS } from '../index.ts';

/** Collects the values of an option that may be given several times. */
export const collect = (value: string, previous: string[] | undefined): string[] => [...(previous ?? []), value];

/** What the argument of every command that reads exports says. */
export const FILES = 'exports: paths, globs, a folder, or - for standard input';

/** What `--config` says of itself. */
export const CONFIGURATION = 'configuration (default: PITWALL_CONFIG, else pitwall.yaml here or in a folder above)';

/** The forms of output that a command has, for completion. */
export const FORMS = new WeakMap<Command, readonly string[]>();

const NARROWEST = 20;

function columns(value: string): number {
  const width = Number(value);
  if (!Number.isInteger(width) || width < NARROWEST) {
    throw new PitwallError(
      'bad-option',
      `\`${value}\` is not a width`,
      '--width',
      `Write a whole number, ${NARROWEST} or more`,
    );
  }
  return width;
}

/** Parses a number, so that an error can quote what was typed. The library checks the rest. */
export function amountOf(
  option: string,
  cure = 'Write a number, 0 or more, without a currency, such as 55',
): (value: string) => number {
  return (value) => {
    const amount = value.trim() === '' ? Number.NaN : Number(value);
    if (Number.isFinite(amount) && amount >= 0) return amount;
    const point =
      !cure.includes('whole') && /^\s*\d+,\d{1,2}\s*$/.test(value)
        ? `Write ${value.trim().replace(',', '.')}, with a point`
        : cure;
    throw new PitwallError('bad-option', `\`${value}\` is not a valid number`, option, point);
  };
}

/** Adds the option that hides the names of people. */
export function addNamelessOption(command: Command): Command {
  return command.option('--anonymize-people', 'replace the names of people with person 1, person 2 and so on');
}

/** Adds the options that name a series of snapshots. */
export function addHistoryOptions(command: Command): Command {
  return command
    .option('--history <file>', 'the file of snapshots (default: history: in the configuration)')
    .option('--series <name>', 'the name of the series in it, if it has several (default: default)');
}

/** Adds the options that price labour. */
export function addRateOptions(command: Command, rate: string): Command {
  return command
    .option('--rate <amount>', rate, amountOf('--rate'))
    .option('--currency <name>', 'the label of amounts, such as EUR');
}

/**
 * Adds the options of every command that prints a document.
 * @param ownForms the forms that this command alone has
 * @param common the forms that it has besides; the first is the default
 */
export function addPrintOptions(
  command: Command,
  ownForms: readonly string[] = [],
  common: readonly { id: string }[] = REPORTERS,
): Command {
  const all = [...common.map(({ id }) => id), ...ownForms];
  const forms = all.join(', ');
  FORMS.set(command, all);
  command.optionsGroup('Output:');
  // What an analysis rests on is said in brief, unless asked for.
  if (command.options.some(({ long }) => long === '--where')) {
    command
      .option('--verbose', 'with all of what was read, as of when, the window and the workflow')
      .option('--findings', 'with all that was found in the data, and where');
  }
  return command
    .option('-f, --format <form>', `${forms} (default: as the extension of --output says, else ${common[0]?.id})`)
    .addOption(new Option('--json', 'short for -f json').implies({ format: 'json' }))
    .option('-o, --output <file>', 'write there instead, whole or not at all; - is standard output')
    .option('--width <columns>', 'columns to write in', columns)
    .option('--no-color', 'no colours (also NO_COLOR, FORCE_COLOR)')
    .option('--no-pager', 'print a long text at once, without a pager (also PITWALL_PAGER, PAGER)')
    .option('--quiet', 'no progress and no notes on standard error')
    .option('--debug', 'add the stack to an error');
}

/** Adds the options of every command that reads exports. */
export function addReadOptions(command: Command): Command {
  return command
    .optionsGroup('Reading:')
    .option('-c, --config <file>', CONFIGURATION)
    .option('--input <format id>', "the export's format, instead of detecting it; see pitwall formats")
    .option('--sheet <name>', 'the sheet of an Excel workbook (default: the one that a format is certain of)')
    .option('--map <field=column>', 'a column for a field, repeatable', collect)
    .option('--date-order <dmy|mdy>', 'the order of day and month, for dates that could be either')
    .option('--time-zone <name>', 'IANA time zone of timestamps without one and of local dates (default: UTC)')
    .option('--source-name <name>', 'name of the source, if ids of several exports clash')
    .option('--snapshots', 'the files show one board on several days: a difference is a change on the later day')
    .option('--snapshot-date <file=date>', 'the day of a snapshot, if neither its content nor its name has it', collect)
    .option('--strict', 'findings of weight error end the run');
}

/** Adds the options that say which items and which time an answer is about. */
export function addSelectionOptions(command: Command): Command {
  addReadOptions(command);
  command
    .optionsGroup('Analysis:')
    .option(
      '--as-of <instant>',
      'look from this moment: now, an instant, or the end of a date (default: the latest event)',
    )
    .option('--from <date>', 'start of the window: a date or an instant')
    .option('--to <date>', 'end of the window (exclusive): a date or an instant')
    .option('--last <span>', 'the last whole days, weeks or months, such as 30d, 12w, 6m')
    .option('--since <last>', 'last: from the end of the latest period in the history')
    .option('--basis <basis>', 'elapsed, working or inclusive durations (default: elapsed)')
    .option('--where <field=value>', 'keep matching items: type=Bug, team=A,B, type!=Epic; repeatable', collect)
    .option('--allow-empty', 'accept conditions that no item meets, instead of an error');
  // Some commands have them in a group of their own.
  if (!command.options.some(({ long }) => long === '--history')) addHistoryOptions(command);
  return addNamelessOption(command);
}

/** Adds the options that say how figures are counted and priced. */
export function addFigureOptions(command: Command): Command {
  command
    .option('--unit <unit>', "throughput's period: day, week, month or sprint (default: week)")
    .option('--by <field>', 'one result for each value of a field, and one for the whole')
    .option(
      '--sle <days@share>',
      'within which days items should be done: 10d or 10d@85% (default: the 85th percentile)',
    );
  return addRateOptions(
    command.optionsGroup('Cost, over the configuration:'),
    'what an hour costs, if neither the person nor the stage has a rate',
  )
    .option('--delay-rate <amount>', 'what a day of delay costs, if the type has no price', amountOf('--delay-rate'))
    .option('--handoff-minutes <minutes>', 'how long a hand-off takes', amountOf('--handoff-minutes'));
}

/**
 * Adds the options of every analysing command.
 * @param ownForms the forms that this command alone has
 */
export function addAnalysisOptions(
  command: Command,
  ownForms: readonly string[] = [],
  common: readonly { id: string }[] = REPORTERS,
): Command {
  return addPrintOptions(addFigureOptions(addSelectionOptions(command)), ownForms, common);
}
