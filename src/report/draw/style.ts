import { Chalk, type ChalkInstance } from 'chalk';

/** What a style says; each is said in words or by place as well, since colour may be off or unseen. */
export interface Style {
  /** The figure that a line is about. */
  headline(text: string): string;
  /** Headings of sections. */
  heading(text: string): string;
  /** Headers of columns. */
  header(text: string): string;
  /** What only qualifies. */
  context(text: string): string;
  warning(text: string): string;
  error(text: string): string;
}

/** The style with colours or without: the caller has decided, so the level is given and no environment is asked. */
export function styleOf(color: boolean): Style {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    headline: paint(chalk.bold),
    heading: paint(chalk.bold),
    header: paint(chalk.dim.underline),
    context: paint(chalk.dim),
    warning: paint(chalk.yellow),
    error: paint(chalk.red),
  };
}

/** Chalk prints all of its arguments, and `map` passes three. */
function paint(chalk: ChalkInstance): (text: string) => string {
  return (text) => chalk(text);
}
