/** A cell without surrounding space, and without the `'` with which exporters keep spreadsheets from computing it. */
export function plainCell(cell: string): string {
  const text = cell.trim();
  return text.charCodeAt(0) === 39 && /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}
