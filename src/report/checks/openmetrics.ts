import type { CheckReport, CheckResult } from '../../contract/statistics/check-schema.ts';
import type { Reporter } from '../../model/document/document-parts.ts';
import { safeText } from '../draw/safe-text.ts';
import { uniqueNames } from './unique-names.ts';

/** GitLab compares the values of two runs as texts, so their length is fixed. */
const DECIMALS = 6;

interface Family {
  name: string;
  help: string;
  /** Null: the result has no such sample. */
  value(result: CheckResult): number | null;
}

const FAMILIES: readonly Family[] = [
  { name: 'pitwall_check_value', help: 'The figure that a check is about.', value: ({ value }) => value },
  { name: 'pitwall_check_limit', help: 'The limit of a check.', value: ({ limit }) => limit },
  { name: 'pitwall_check_sample', help: 'The sample behind the figure of a check.', value: ({ n }) => n },
  {
    name: 'pitwall_check_broken',
    help: 'Whether the limit is broken: 1 or 0; missing if it could not be judged.',
    value: ({ status }) => (status === 'failed' ? 1 : status === 'passed' ? 0 : null),
  },
];

/** OpenMetrics text, for Prometheus and GitLab's metrics reports. */
export const openmetricsReporter: Reporter = {
  id: 'openmetrics',
  extensions: ['.prom'],
  description: 'OpenMetrics text, for Prometheus and GitLab',
  render({ data }) {
    // In the order of the names: the same checks give the same lines, whichever is the worst.
    const { results } = (data as CheckReport).check;
    const names = uniqueNames(results.map(({ name }) => labelValue(name)));
    const named = results
      .map((result, index) => ({ result, name: names[index] as string }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const lines = FAMILIES.flatMap(({ help, name: family, value }) => {
      const samples = named.flatMap(({ name, result }) => {
        const sample = value(result);
        return sample === null ? [] : [`${family}${labels(result, name)} ${sample.toFixed(DECIMALS)}`];
      });
      return samples.length === 0 ? [] : [`# HELP ${family} ${help}`, `# TYPE ${family} gauge`, ...samples];
    });
    return `${[...lines, '# EOF'].join('\n')}\n`;
  },
};

function labels({ level, path, unit }: CheckResult, name: string): string {
  const pairs = { check: name, level, path: labelValue(path), unit };
  const texts = Object.entries(pairs).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
  return `{${texts.join(',')}}`;
}

/** GitLab's reader takes a `#` for the start of a comment and ends a label at a comma with a space, wherever they are. */
export function labelValue(text: string): string {
  return safeText(text).replaceAll('#', '_').replace(/,\s+/g, ',');
}

export function escapeLabel(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
