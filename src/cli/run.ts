import type { Command } from 'commander';
import { exitStatusOf, isClosedPipe, messageOf } from './failure.ts';
import { type Ending, type Session, write } from './session.ts';
import { readVersion } from './version.ts';

const VERSION_OPTIONS: ReadonlySet<string | undefined> = new Set(['--version', '-V', '-v']);

/** What the scripts of shells ask with; no command for people. */
const COMPLETE = '__complete';

/** True if `--debug` is among the options. The parser may have failed, so this looks at the arguments themselves. */
function wantsStack(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end === -1 ? argv.length : end).includes('--debug');
}

/**
 * Runs one command line to its end.
 * @param ending a command writes its exit status there, before it writes its answer
 * @returns the exit status: 0 done; 1 a limit does not hold; 2 the input, the configuration or the command line is wrong;
 * 3 a limit could not be judged, and an option asks that it is
 */
export async function run(session: Session, ending: Ending = { status: 0 }): Promise<number> {
  if (wantsStack(session.argv)) process.setSourceMapsEnabled(true);
  try {
    // The version needs no other code, so a script that asks for it gets it at once.
    if (VERSION_OPTIONS.has(session.argv[0])) {
      await write(session.stdout, `${readVersion()}\n`);
      return 0;
    }
    if (session.argv[0] === COMPLETE) {
      const { complete } = await import('./completion/complete.ts');
      await complete(session);
      return 0;
    }
    const { programOf } = await import('./program.ts');
    let help = '';
    const program = programOf(session, ending, (text) => {
      help += text;
    });
    try {
      // Without arguments, the program prints its help. That is not a failure.
      if (session.argv.length === 0) program.outputHelp();
      else {
        refuseUnknown(program, session.argv);
        await program.parseAsync(session.argv, { from: 'user' });
      }
    } finally {
      // The parser ends with an error where it has printed help.
      if (help !== '') await showHelp(help, session);
    }
    return ending.status;
  } catch (error) {
    const status = isClosedPipe(error) ? ending.status : exitStatusOf(error);
    const told = exitStatusOf(error) === 0 ? error : await withCure(error, session);
    const message = messageOf(told, wantsStack(session.argv));
    if (message !== null) await write(session.stderr, `${message}\n`).catch(() => {});
    return status;
  }
}

/** The parser would answer `--help` after an unknown command with the first screen, as if that were its help. */
function refuseUnknown(program: Command, [first = '', ...rest]: readonly string[]): void {
  if (first.startsWith('-') || !rest.some((word) => word === '-h' || word === '--help')) return;
  const isKnown = program.commands.some((command) => command.name() === first || command.aliases().includes(first));
  if (!isKnown) program.error(`error: unknown command '${first}'`, { code: 'commander.unknownCommand' });
}

async function showHelp(text: string, session: Session): Promise<void> {
  const { show } = await import('./show.ts');
  await show(text, { pager: !session.argv.includes('--no-pager') }, session);
}

/** What the command line shows to be behind the error, if anything. */
async function withCure(error: unknown, session: Session): Promise<unknown> {
  const { mistakeBehind } = await import('./mistakes/mistake-behind.ts');
  return mistakeBehind(error, session);
}
