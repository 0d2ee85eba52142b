/** How the program is loaded: `modules` as they are; `use` compiled code if there is some; `keep` makes some if not. */
export type Choice = 'modules' | 'use' | 'keep';

/** Commands that read no export, or compute nothing of it: what they compile is a small part of what a report needs. */
export const ASIDE: readonly string[] = [
  'anonymize',
  'explain',
  'formats',
  'help',
  'init',
  'inspect',
  'leak',
  'schema',
];

/** Who follows the program step by step, or asks where in the sources something is, needs the modules and their maps. */
const WATCHED = /--(inspect|debug|enable-source-maps)/;

/** Letters and hyphens, as commands are; options come after the command. */
const COMMAND = /^[a-z][a-z-]*$/;

/**
 * Decides by the command line and the environment alone.
 * @param argv what follows the program's name
 * @param flags Node's own options, from its command line and from NODE_OPTIONS
 */
export function choiceOf(
  argv: readonly string[],
  flags: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Choice {
  const [command = ''] = argv;
  // Printing the version loads next to nothing.
  if (argv.length === 1 && (command === '--version' || command === '-V')) return 'modules';
  if (argv.includes('--debug') || flags.some((flag) => WATCHED.test(flag))) return 'modules';
  if (env.NODE_DISABLE_COMPILE_CACHE || env.NODE_V8_COVERAGE) return 'modules';
  // Code is kept by a run that has passed through most of it, because what it did not run is not compiled.
  const passing = argv.includes('--help') || argv.includes('-h') || ASIDE.includes(command);
  return COMMAND.test(command) && !passing ? 'keep' : 'use';
}
