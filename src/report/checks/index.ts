import type { Reporter } from '../../model/document/document-parts.ts';
import { SUMMARY_REPORTERS } from '../index.ts';
import { githubReporter } from './github.ts';
import { junitReporter } from './junit.ts';
import { openmetricsReporter } from './openmetrics.ts';

/** Every output of checks. */
export const CHECK_REPORTERS: readonly Reporter[] = [
  ...SUMMARY_REPORTERS,
  junitReporter,
  githubReporter,
  openmetricsReporter,
];
