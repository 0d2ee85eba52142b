import type { CheckReport, CheckResult } from '../../contract/statistics/check-schema.ts';
import type { Reporter } from '../../model/document/document-parts.ts';
import { safeText } from '../draw/safe-text.ts';
import { uniqueNames } from './unique-names.ts';

/** JUnit's XML, as CI servers read it: a test for each check. */
export const junitReporter: Reporter = {
  id: 'junit',
  extensions: ['.xml'],
  description: 'JUnit XML, for the test reports of CI servers',
  render({ data }) {
    const { results } = (data as CheckReport).check;
    // Some readers leave out the white space around a name.
    const names = uniqueNames(results.map(({ name }) => safeText(name).trim()));
    const counts = `tests="${results.length}" failures="${results.filter(isFailure).length}" errors="0"`;
    const skipped = results.filter(isSkipped).length;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="pitwall" ${counts} time="0">`,
      `  <testsuite name="pitwall.checks" ${counts} skipped="${skipped}" time="0">`,
      ...results.flatMap((result, index) => testCase(result, names[index] as string)),
      '  </testsuite>',
      '</testsuites>',
      '',
    ].join('\n');
  },
};

/** A broken limit of level `warn` must not turn the job red. */
const isFailure = ({ level, status }: CheckResult): boolean => status === 'failed' && level === 'error';
const isSkipped = ({ status }: CheckResult): boolean => status === 'tooFew' || status === 'noBaseline';

function testCase(result: CheckResult, name: string): string[] {
  const open = `    <testcase classname="pitwall.checks" name="${escapeXml(name)}" time="0">`;
  const message = escapeXml(safeText(result.message));
  const inner = (): string => {
    // Some readers show the attribute, others the text.
    if (isFailure(result)) return `<failure message="${message}" type="${result.status}">${message}</failure>`;
    if (isSkipped(result)) return `<skipped message="${message}">${message}</skipped>`;
    return `<system-out>${result.status === 'failed' ? 'warning: ' : ''}${message}</system-out>`;
  };
  return [open, `      ${inner()}`, '    </testcase>'];
}

/** What XML 1.0 cannot contain, even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text within an element or an attribute. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"'\t\n\r]/g, (character) => ESCAPES[character] as string);
}
