import type { Reporter } from '../model/document/document-parts.ts';
import { exactJson } from './exact-json.ts';

/** The contract's object as one unrounded JSON document, and nothing else. */
export const jsonReporter: Reporter = {
  id: 'json',
  extensions: ['.json'],
  description: 'one JSON document with every figure unrounded, as pitwall schema describes it',
  render: ({ data }) => `${exactJson(data, 2)}\n`,
};
