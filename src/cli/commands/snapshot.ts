import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  addSnapshot,
  type Configuration,
  type History,
  historyText,
  mergeHistories,
  PitwallError,
  readHistory,
  type SnapshotOptions,
  type SnapshotReport,
  snapshotDocument,
  type TakenSnapshot,
} from '../../index.ts';
import { analyzeConfigured } from '../analyze-files.ts';
import type { CommandOptions } from '../command-options.ts';
import { readConfiguration } from '../files/configuration-file.ts';
import { configurationPlace } from '../files/configuration-place.ts';
import { inputsOf } from '../files/inputs.ts';
import { refuseOverwrite } from '../files/refuse-overwrite.ts';
import { changeHistoryFile, historyFile } from '../history/history-file.ts';
import { type NamedHistory, namedHistory } from '../history/history-path.ts';
import { addHistoryOptions, addPrintOptions, addSelectionOptions, amountOf, FILES } from '../options.ts';
import { chosenReporter } from '../print-document.ts';
import { type Session, write } from '../session.ts';
import { show } from '../show.ts';

type SnapshotCommandOptions = CommandOptions & SnapshotOptions & { merge?: boolean };

const USAGE = 'pitwall snapshot <files...> --history <file>';
export const SNAPSHOT = {
  name: 'snapshot',
  summary: 'add what the last complete period came to to a history, for checks and trends',
};

const EXAMPLES = `
Examples:
  pitwall snapshot export.csv --history flow.ndjson --as-of now
  pitwall snapshot export.csv --history flow.ndjson --backfill
  pitwall snapshot export.csv --history flow.ndjson --period 2026-W47
  pitwall snapshot --merge ours.ndjson theirs.ndjson -o flow.ndjson`;

/** `snapshot <files...>`: adds what a period came to to a history. */
export function addSnapshotCommand(program: Command, session: Session): void {
  const command = program.command(SNAPSHOT.name).description(SNAPSHOT.summary);
  addHistoryOptions(command.optionsGroup('History:'))
    .option('--period <period>', 'another period: 2026-W47, 2026-11, or the first day of any')
    .option('--backfill', 'every complete period of the export')
    .option(
      '--recheck <number>',
      'how many of the latest periods in the history to look at again (default: 26)',
      amountOf('--recheck', 'Write a whole number, such as 26'),
    )
    .option('--merge', 'put the histories that are given together, as after a git conflict');
  addSelectionOptions(command).option('--unit <unit>', 'the period: day, week, month or sprint (default: week)');
  addPrintOptions(command)
    .argument('[files...]', FILES)
    .usage('[options] <files...>')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: SnapshotCommandOptions) => {
      return options.merge === true ? merge(files, options, session) : snapshot(files, options, session);
    });
}

async function snapshot(files: string[], options: SnapshotCommandOptions, session: Session): Promise<void> {
  // First: a wrong format should fail before the work.
  chosenReporter(options);
  const configuration = await readConfiguration(options, session);
  const history = namedHistory(options, configuration, session);
  if (history === null) {
    throw new PitwallError(
      'no-history',
      'no history is named',
      '--history',
      'Add --history flow.ndjson, or history: to pitwall.yaml',
    );
  }
  await refuseLoss(files, history, options, configuration, session);
  const { backfill, period, recheck } = options;
  const series = options.series ?? configuration?.series;
  const given = Object.entries({ backfill, period, recheck, series }).filter(([, value]) => value !== undefined);
  const asked: SnapshotOptions = Object.fromEntries(given);
  const reading = { ...options, hashInputs: true };
  await analyzeConfigured(files, USAGE, reading, configuration, session, true, async (analysis) => {
    const shown = { path: history.path, name: analysis.withoutNames(history.name) };
    const text = await historyFile(shown.path, shown.name);
    const taken = await analysis.snapshot(asked, text === null ? null : await readHistory(text, shown.name));
    const report = await add(taken, shown);
    return { document: await snapshotDocument(report), findings: report.findings };
  });
}

/** Adds a snapshot to what the file holds by now. */
function add(taken: TakenSnapshot, { name, path }: NamedHistory): Promise<SnapshotReport> {
  return changeHistoryFile(path, name, async (text) => {
    const known = text === null ? null : await readHistory(text, name);
    const { history, report } = await addSnapshot(taken, known, name);
    return { text: report.snapshot.changed ? await historyText(history) : null, result: report };
  });
}

/** The history may be neither an export nor the configuration nor the output, however their paths are spelt. */
async function refuseLoss(
  files: string[],
  { name, path }: NamedHistory,
  { anonymizePeople = false, config }: SnapshotCommandOptions,
  configuration: Configuration | undefined,
  session: Session,
): Promise<void> {
  const inputs = await inputsOf(files, USAGE, { anonymizePeople }, session);
  const read = { inputs, configuration, configurationFile: configurationPlace(config, session)?.path };
  try {
    await refuseOverwrite({ output: path, anonymizePeople }, read, session);
  } catch (error) {
    if (!(error instanceof PitwallError) || error.code !== 'output-is-input') throw error;
    // Nothing has been read yet, so the name of the file cannot be checked for names of people.
    const where = anonymizePeople ? '--history' : `--history ${name}`;
    throw new PitwallError(error.code, error.what, where, error.cure, { cause: error });
  }
}

/** Prints the histories as one, or writes it. */
async function merge(files: string[], options: SnapshotCommandOptions, session: Session): Promise<void> {
  if (files.length < 2) {
    throw new PitwallError(
      'no-files',
      'two histories are needed',
      '--merge',
      'Usage: pitwall snapshot --merge <a> <b> [-o <file>]',
    );
  }
  const histories: History[] = [];
  for (const name of files) histories.push(await existing(name, session));
  const { output } = options;
  if (output === undefined || output === '-') {
    const merged = await mergeHistories(histories, files.join(' and '));
    await show(await historyText(merged), options, session);
    return;
  }
  // What the output holds is merged, too, if it is one of them: it may have been written meanwhile.
  const path = resolve(session.cwd, output);
  const lines = await changeHistoryFile(path, output, async () => {
    const merged = await mergeHistories(histories, output);
    return { text: await historyText(merged), result: merged.lines.length };
  });
  const count = histories.map((history) => history.lines.length).join(' and ');
  if (options.quiet !== true) {
    await write(session.stderr, `pitwall: ${output} has ${lines} lines, of ${count} in ${files.join(' and ')}\n`);
  }
}

async function existing(name: string, session: Session): Promise<History> {
  const text = await historyFile(resolve(session.cwd, name), name);
  if (text !== null) return readHistory(text, name);
  throw new PitwallError('missing-file', 'there is no such file', name, 'Check the path');
}
