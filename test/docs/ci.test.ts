// The examples of docs/ci.md are read by a YAML parser, and their parts fit together.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { action, gitlab, jenkinsfile, steps } from './ci-examples.ts';
import { fromRoot, pageText } from './pages.ts';

describe('the examples', () => {
  it('are the files that the page names', () => {
    const page = pageText('docs/ci.md');
    for (const file of ['github-actions.yml', 'gitlab-ci.yml', 'Jenkinsfile', 'keep-history.sh']) {
      expect(page).toContain(`(ci/${file})`);
    }
  });

  it('give the action only what it takes, and all that it requires', () => {
    const [used] = steps.filter(({ uses }) => uses === './pitwall');
    const given = Object.keys(used?.with ?? {});
    expect(given.filter((name) => !(name in action.inputs))).toEqual([]);
    const required = Object.entries(action.inputs).filter(([, { required }]) => required === true);
    expect(required.map(([name]) => name).filter((name) => !given.includes(name))).toEqual([]);
  });

  it('keep what later steps and servers read', () => {
    const written = [...gitlab.script.join('\n').matchAll(/(?:-o|--history|>) (\S+)/g)].map(([, file]) => file);
    const { artifacts, cache } = gitlab;
    for (const file of [...artifacts.paths, ...Object.values(artifacts.reports), ...cache.paths]) {
      expect(written).toContain(file);
    }
    const made = [...jenkinsfile.matchAll(/(?:-o|--history|>) ([^\s']+)/g)].map(([, file]) => file);
    const used = /junit '([^']+)'\s+archiveArtifacts artifacts: '([^']+)'/.exec(jenkinsfile);
    const [, tests = '', archived = ''] = used ?? [];
    for (const file of [tests, ...archived.split(', ')]) expect(made).toContain(file);
  });
});

describe('the action', () => {
  it('is composite, describes its inputs and outputs, and uses each of them', () => {
    expect(action.runs.using).toBe('composite');
    const text = readFileSync(fromRoot('action.yml'), 'utf8');
    for (const [name, { description }] of Object.entries(action.inputs)) {
      expect(description.length).toBeGreaterThan(10);
      expect(text).toContain(`\${{ inputs.${name} }}`);
    }
    for (const { value } of Object.values(action.outputs)) {
      const [, id, output] = /steps\.(\w+)\.outputs\.(\w+)/.exec(value) ?? [];
      expect(action.runs.steps.map((step) => step.id)).toContain(id);
      expect(readFileSync(fromRoot('tools/action.sh'), 'utf8')).toContain(`say "${output}=`);
    }
    // A text in an input must never become a part of the script.
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{');
  });

  it('passes to the script what the script reads', () => {
    const script = readFileSync(fromRoot('tools/action.sh'), 'utf8');
    const readNames = new Set(Array.from(script.matchAll(/\$\{?(PITWALL_\w+)/g), ([, name]) => name as string));
    expect([...readNames].sort()).toEqual(Object.keys(action.runs.steps[0]?.env ?? {}).sort());
  });
});
