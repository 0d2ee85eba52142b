/** The exit status of every command. */
const COMMON_STATUS: Readonly<Record<string, string>> = {
  0: 'Done.',
  2: 'The input, the configuration or the command line is wrong. One line on standard error says what, where and what to do.',
};

/** The exit status of a command, by its name. */
export function statusOf(command: string): Readonly<Record<string, string>> {
  if (command !== 'check' && command !== 'pitwall') return COMMON_STATUS;
  return {
    ...COMMON_STATUS,
    1: 'A limit of pitwall check of level error is broken.',
    3: 'A limit of pitwall check could not be judged, and --require-data or --require-baseline asks that it is.',
  };
}

/** Variables of the environment that the program heeds, and what they do. */
export const ENVIRONMENT: readonly (readonly [string, string])[] = [
  ['NO_COLOR', 'Not empty: no colours.'],
  ['FORCE_COLOR', 'Colours in a pipe or a file, too; 0 or false: none. Goes before NO_COLOR.'],
  ['PITWALL_CONFIG', 'The configuration, where --config names none.'],
  ['PITWALL_PAGER', 'The program that shows what is longer than the screen, instead of that in PAGER; cat: none.'],
  ['PAGER', 'The same for all programs. Without either, less -FRX.'],
  ['CI', 'Set and neither empty, 0 nor false: nobody is asked anything, and no progress and no colours are shown.'],
  ['COLUMNS', 'The columns to write in, where the output is no terminal. --width goes before it.'],
  ['TERM', 'dumb: a terminal without colours and without progress.'],
  [
    'XDG_CACHE_HOME',
    'Where the folder for compiled code is made, instead of ~/.cache. Windows has LOCALAPPDATA for it.',
  ],
  ['HOME', "The user's own folder."],
  ['NODE_DISABLE_COMPILE_CACHE', 'Set: no compiled code is kept.'],
];

/** Files besides those of the command line. */
export const FILES: readonly (readonly [string, string])[] = [
  ['pitwall.yaml', 'The configuration, in the working folder or in one above it; pitwall init writes one.'],
  ['~/.cache/pitwall', 'The compiled code of the program, which makes the next start faster. It may be deleted.'],
];
