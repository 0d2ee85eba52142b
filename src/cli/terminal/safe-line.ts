/**
 * Text with names from data or a command line for one line of a terminal: control characters could move the cursor or
 * forge a second line, and marks of writing direction could turn the text around.
 */
export function safeLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ');
}
