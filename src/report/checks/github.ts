import type { CheckReport, CheckResult } from '../../contract/statistics/check-schema.ts';
import type { Reporter } from '../../model/document/document-parts.ts';
import { safeText } from '../draw/safe-text.ts';

/** GitHub shows ten annotations of a step and hides the others without a word, so the tenth says how many there are. */
const MOST = 9;

/** Workflow commands: GitHub shows them as annotations of the job. */
export const githubReporter: Reporter = {
  id: 'github',
  extensions: [],
  description: 'annotations for GitHub Actions',
  render({ data }) {
    const { passed, results } = (data as CheckReport).check;
    const said = results.filter(({ status }) => status !== 'passed');
    const rest = said.slice(MOST);
    const lines = said.slice(0, MOST).map((result) => annotation(commandOf(result), result.name, result.message));
    const [next] = rest;
    if (next !== undefined) lines.push(annotation(commandOf(next), 'pitwall check', `and ${rest.length} more`));
    return `${[...lines, `${passed} of ${results.length} checks passed`].join('\n')}\n`;
  },
};

function commandOf({ level, status }: CheckResult): 'error' | 'warning' {
  return status === 'failed' && level === 'error' ? 'error' : 'warning';
}

function annotation(command: 'error' | 'warning', title: string, message: string): string {
  return `::${command} title=${escapeProperty(safeText(title))}::${escapeData(safeText(message))}`;
}

/** The text of a workflow command. */
export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property of a workflow command, such as its title. */
export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
