import { Chalk } from 'chalk';
import type { Tone } from '../../../model/document/chart.ts';
import type { Notation } from '../../draw/notation.ts';
import { ASCII, type Glyphs, plainText, UNICODE } from './glyphs.ts';

/** A tone, or one of the groups of a field by its number. */
export type Paint = Tone | `group-${number}` | 'title' | 'quiet';

/** What drawing a chart needs besides the chart. */
export interface Brush {
  width: number;
  glyphs: Glyphs;
  notation: Notation;
  /** Colours a text. Characters and labels say the same without it. */
  paint(text: string, paint: Paint): string;
  /** Text as this output writes it. */
  say(text: string): string;
}

const GROUP_COLORS = ['cyan', 'yellow', 'magenta', 'green', 'red', 'blue', 'white', 'gray'] as const;

export function brushOf(
  { ascii = false, color, width }: { ascii?: boolean; color: boolean; width: number },
  notation: Notation,
): Brush {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const tones: Readonly<Record<Tone | 'title' | 'quiet', (text: string) => string>> = {
    title: chalk.bold,
    quiet: chalk.dim,
    plain: chalk.cyan,
    group: chalk.cyan,
    context: chalk.dim,
    todo: chalk.gray,
    active: chalk.green,
    waiting: chalk.yellow,
    blocked: chalk.red,
    paused: chalk.magenta,
    done: chalk.blue,
    dropped: chalk.gray,
    back: chalk.red,
    signal: chalk.bold,
    limit: chalk.dim,
    labour: chalk.cyan,
    delay: chalk.yellow,
  };
  return {
    width,
    glyphs: ascii ? ASCII : UNICODE,
    notation,
    paint(text, paint) {
      if (!color || text === '') return text;
      if (!paint.startsWith('group-')) return tones[paint as Tone](text);
      return chalk[GROUP_COLORS[Number(paint.slice(6)) % GROUP_COLORS.length] ?? 'cyan'](text);
    },
    say: ascii ? plainText : (text) => text,
  };
}
