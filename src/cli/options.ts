import type { Command } from 'commander';
import { PitwallError, REPORTERS } from '../index.ts';

/** For options that may be given several times. */
export const collect = (value: string, previous: string[] | undefined): string[] => [...(previous ?? []), value];

const NARROWEST = 20;

function columns(value: string): number {
  const width = Number(value);
  if (!Number.isInteger(width) || width < NARROWEST) {
    throw new PitwallError(
      'bad-option',
      `\`${value}\` is no width`,
      '--width',
      `Write a whole number, ${NARROWEST} or more`,
    );
  }
  return width;
}

/** A number as typed, so that an error can show what was; the library checks the rest. */
export function amountOf(
  option: string,
  cure = 'Write a number, 0 or more, without a currency, such as 55',
): (value: string) => number {
  return (value) => {
    const amount = value.trim() === '' ? Number.NaN : Number(value);
    if (Number.isFinite(amount) && amount >= 0) return amount;
    throw new PitwallError('bad-option', `\`${value}\` is no number that it could be`, option, cure);
  };
}

/** What takes the names of people out of what a command says. */
export function addNamelessOption(command: Command): Command {
  return command.option('--anonymize-people', 'call people person 1, person 2 and so on, wherever their names stand');
}

/** What prices labour. */
export function addRateOptions(command: Command, rate: string): Command {
  return command
    .option('--rate <amount>', rate, amountOf('--rate'))
    .option('--currency <name>', 'how amounts are labelled, such as EUR');
}

/** What every command that prints a document takes. */
export function addPrintOptions(command: Command): Command {
  const forms = REPORTERS.map(({ id }) => id).join(', ');
  return command
    .optionsGroup('Output:')
    .option('-f, --format <form>', `${forms} (default: as the extension of --output says, else table)`)
    .option('-o, --output <file>', 'write there instead, whole or not at all; - is standard output')
    .option('--width <columns>', 'columns to write in', columns)
    .option('--no-color', 'no colours (also NO_COLOR, FORCE_COLOR)')
    .option('--quiet', 'no progress and no notes on standard error')
    .option('--debug', 'add the stack to an error');
}

/** What every command that reads exports takes. */
export function addReadOptions(command: Command): Command {
  return command
    .optionsGroup('Reading:')
    .option('-c, --config <file>', 'configuration (default: pitwall.yaml in this folder, if there is one)')
    .option('--input <format id>', "the export's format, instead of detecting it; see pitwall formats")
    .option('--sheet <name>', 'the sheet of an Excel workbook (default: the one that a format is certain of)')
    .option('--map <field=column>', 'a column for a field, repeatable', collect)
    .option('--date-order <dmy|mdy>', 'for dates that leave day and month open')
    .option('--time-zone <name>', 'IANA time zone of timestamps without one and of local dates (default: UTC)')
    .option('--source-name <name>', 'name of the source, where ids of several exports collide')
    .option(
      '--snapshots',
      'the files show one board on several days: what differs has changed on the day that shows it',
    )
    .option('--snapshot-date <file=date>', 'the day of a snapshot that neither says nor is named by it', collect)
    .option('--strict', 'findings of weight error end the run');
}

/** What every analysing command takes. */
export function addAnalysisOptions(command: Command): Command {
  addReadOptions(command);
  command
    .optionsGroup('Analysis:')
    .option('--as-of <instant>', 'look from there: now, an instant, or a date (its end) (default: the latest event)')
    .option('--from <date>', 'start of the window: a date or an instant')
    .option('--to <date>', 'end of the window, itself left out')
    .option('--last <span>', 'the last whole days, weeks or months, such as 30d, 12w, 6m')
    .option('--basis <basis>', 'elapsed, working or inclusive durations (default: elapsed)')
    .option('--unit <unit>', "throughput's period: day, week, month or sprint (default: week)")
    .option('--where <field=value>', 'keep matching items: type=Bug, team=A,B, type!=Epic; repeatable', collect)
    .option('--allow-empty', 'conditions that no item meets are an answer, not an error')
    .option('--by <field>', 'one result for each value of a field, and the whole');
  addNamelessOption(command);
  addRateOptions(
    command.optionsGroup('Cost, over the configuration:'),
    'what an hour costs, where no rate of the person or stage is set',
  )
    .option(
      '--delay-rate <amount>',
      'what a day of delay costs, where no price of the type is set',
      amountOf('--delay-rate'),
    )
    .option('--handoff-minutes <minutes>', 'how long a hand-off takes', amountOf('--handoff-minutes'));
  return addPrintOptions(command);
}
