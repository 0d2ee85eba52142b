import { Chalk, type ChalkInstance } from 'chalk';

/** Styles for kinds of text. Words or positions show the same, since colour may be off or unseen. */
export interface Style {
  /** The main figure of a line. */
  headline(text: string): string;
  /** Headings of sections. */
  heading(text: string): string;
  /** Headers of columns. */
  header(text: string): string;
  /** Text that only adds context. */
  context(text: string): string;
  warning(text: string): string;
  error(text: string): string;
}

/** The style with colours or without. The caller decides, so chalk must not look at the environment. */
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

/** Takes one argument only: chalk prints all of its arguments, and `map` passes three. */
function paint(chalk: ChalkInstance): (text: string) => string {
  return (text) => chalk(text);
}
