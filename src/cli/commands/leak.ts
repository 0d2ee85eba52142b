import type { Command } from 'commander';
import { type LeakOptions, leak, leakDocument, PitwallError } from '../../index.ts';
import { readConfiguration } from '../files/configuration-file.ts';
import { configurationPlace } from '../files/configuration-place.ts';
import { refuseOverwrite } from '../files/refuse-overwrite.ts';
import { addPrintOptions, addRateOptions, amountOf, CONFIGURATION } from '../options.ts';
import { chosenReporter, type PrintOptions, printDocument } from '../print-document.ts';
import type { Session } from '../session.ts';

interface LeakCommandOptions extends PrintOptions {
  config?: string;
  people?: number;
  every?: string;
  times?: number;
  rate?: number;
  currency?: string;
}

const USAGE = 'pitwall leak <time> --people <n> --every <span>';

const EXAMPLES = `
Examples:
  pitwall leak 10m --people 10 --every week
  pitwall leak 15m --people 8 --every day --rate 55 --currency EUR
  pitwall leak 2h --people 6 --every "2 weeks" --times 3`;

/** `leak <time>`: what minutes that are lost again and again cost in a year. */
export function addLeak(program: Command, session: Session): void {
  const command = program
    .command('leak')
    .description('what minutes that are lost again and again cost a year: minutes × people × occasions')
    .argument('[time]', 'how long it takes one person each time: 10m, 1h30m, 45s')
    .usage('[options] <time>')
    .optionsGroup('Leak:')
    .option(
      '--people <number>',
      'how many people lose that time (default: 1)',
      amountOf('--people', 'Write a whole number, 1 or more'),
    )
    .option('--every <span>', 'day (each working day), week, month, quarter, sprint, year, or several: "2 weeks"')
    .option(
      '--times <number>',
      'how many times in each of them (default: 1)',
      amountOf('--times', 'Write a number above 0'),
    );
  addRateOptions(command, 'what an hour of one person costs')
    .option('-c, --config <file>', CONFIGURATION)
    .addHelpText('after', EXAMPLES);
  addPrintOptions(command).action(async (time: string | undefined, options: LeakCommandOptions) => {
    if (time === undefined) throw new PitwallError('no-time', 'no time is given', null, `Usage: ${USAGE}`);
    if (options.every === undefined) {
      throw new PitwallError(
        'bad-option',
        'is not given',
        '--every',
        'Write day, week, month, quarter, sprint, year, or several, such as `2 weeks`',
      );
    }
    // First: a wrong format should fail before the work.
    chosenReporter(options);
    const configuration = await readConfiguration(options, session);
    const configurationFile = configurationPlace(options.config, session)?.path;
    await refuseOverwrite(options, { configuration, configurationFile }, session);
    const { currency, every, people, rate, times } = options;
    const given: Partial<LeakOptions> = Object.fromEntries(
      Object.entries({ configuration, currency, people, rate, times }).filter(([, value]) => value !== undefined),
    );
    await printDocument(leakDocument(await leak({ time, every, ...given })), options, session);
  });
}
