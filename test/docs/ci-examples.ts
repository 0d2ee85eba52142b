// The examples of docs/ci.md, as parsers read them.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { fromRoot } from './pages.ts';

export interface Step {
  id?: string;
  uses?: string;
  run?: string;
  with?: Record<string, string>;
  'working-directory'?: string;
  env?: Record<string, string>;
  shell?: string;
}
interface Action {
  inputs: Record<string, { description: string; required?: boolean; default?: string }>;
  outputs: Record<string, { value: string }>;
  runs: { using: string; steps: Step[] };
}
interface GitLabJob {
  before_script: string[];
  script: string[];
  cache: { paths: string[]; when: string };
  artifacts: { paths: string[]; when: string; reports: Record<string, string> };
}

const yamlOf = <Shape>(path: string) => parse(readFileSync(fromRoot(path), 'utf8'), { strict: true }) as Shape;
/** The action in the root of the repository. */
export const action = yamlOf<Action>('action.yml');
const workflow = yamlOf<{ jobs: Record<string, { steps: Step[] }> }>('docs/ci/github-actions.yml');
/** The steps of the example for GitHub Actions. */
export const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
/** The one job of the example for GitLab CI. */
export const gitlab = Object.values(yamlOf<Record<string, GitLabJob>>('docs/ci/gitlab-ci.yml'))[0] as GitLabJob;
export const jenkinsfile = readFileSync(fromRoot('docs/ci/Jenkinsfile'), 'utf8');
