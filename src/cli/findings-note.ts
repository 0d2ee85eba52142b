import type { Report } from '../index.ts';

type Findings = Report['findings'];

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** One line for forms that a program reads, where findings are easily missed; null if there is nothing to fear. */
export function findingsNote(findings: Findings, form: string): string | null {
  const errors = findings.filter(({ weight }) => weight === 'error').length;
  const warnings = findings.filter(({ weight }) => weight === 'warning').length;
  if (errors + warnings === 0) return null;
  const weights = [errors > 0 ? plural(errors, 'error') : '', warnings > 0 ? plural(warnings, 'warning') : ''];
  const where = form === 'json' ? 'see "findings" or run pitwall inspect' : 'run pitwall inspect';
  return `pitwall: ${plural(findings.length, 'finding')} (${weights.filter((text) => text !== '').join(', ')}): ${where}`;
}
