import type { Reporter } from '../../model/document-parts.ts';
import { REPORTERS } from '../index.ts';
import { briefMarkdownReporter } from './brief-markdown.ts';
import { githubReporter } from './github.ts';
import { junitReporter } from './junit.ts';
import { openmetricsReporter } from './openmetrics.ts';

/** Every output of checks. */
export const CHECK_REPORTERS: readonly Reporter[] = [
  ...REPORTERS.map((reporter) => (reporter.id === briefMarkdownReporter.id ? briefMarkdownReporter : reporter)),
  junitReporter,
  githubReporter,
  openmetricsReporter,
];
