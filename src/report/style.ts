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

export function styleOf(color: boolean): Style {
  const ansi = (open: string, close: string) => (text: string) =>
    color && text !== '' ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    headline: ansi('1', '22'),
    heading: ansi('1', '22'),
    header: ansi('2;4', '22;24'),
    context: ansi('2', '22'),
    warning: ansi('33', '39'),
    error: ansi('31', '39'),
  };
}
