// What must hold of every file in the repository, whoever wrote it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALONE } from '../../vitest.config.ts';

const root = join(import.meta.dirname, '../..');

/** Files under version control, and those about to be: a mistake is cheapest before it is committed. */
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)));

const binary = new Set(['.gz', '.png', '.zip', '.xlsx', '.ico']);
const texts = files
  .filter((file) => !binary.has(extname(file)))
  .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n') }));

/** `file:line: text` of every line that matches. */
function matches(pattern: RegExp, among: (file: string) => boolean = () => true): string[] {
  return texts
    .filter(({ file }) => among(file))
    .flatMap(({ file, lines }) =>
      lines.flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
      ),
    );
}

/** Fixtures are exports as their tools write them: a link or a number in one is data. */
const written = (file: string) => !file.startsWith('fixtures/');
const isTest = (file: string) => /^test\/.*\.ts$/.test(file);

// The patterns are put together from parts, so that this file does not match itself.
const pattern = (...parts: string[]) => new RegExp(parts.join(''), 'i');

describe('the repository', () => {
  it('is read: the files are there', () => {
    expect(files).toContain('package.json');
    expect(files).toContain('test/tooling/repository.test.ts');
  });

  it('names no path of one machine', () => {
    const folders = ['work', 'root', 'home', 'tmp/bash_jobs', 'Users'].join('|');
    expect(matches(pattern('(^|[^\\w.~*)\\]}-])', `/(${folders})/`))).toEqual([]);
  });

  it('names no package registry: which one to use is the concern of the machine', () => {
    expect(matches(pattern('https?:', '//registry\\.'))).toEqual([]);
  });

  it('explains itself without a tracker: no issue numbers', () => {
    expect(matches(pattern('\\b(issue|ticket|pull request|PR)s? ', '#\\d'), written)).toEqual([]);
  });

  it('has no test that shares its process and changes it for the others', () => {
    const alone = (file: string) => ALONE.some((glob) => file.startsWith(glob.split('*')[0] as string));
    const changes = pattern('\\bprocess\\.(chdir\\(|env\\.?\\S* ?=[^=])', '|\\bvi\\.(?!', 'restore)\\w');
    const shared = matches(changes, (file) => file.endsWith('.test.ts') && !alone(file));
    expect(shared).toEqual([]);
    expect(matches(changes, (file) => file.endsWith('.test.ts') && alone(file))).not.toEqual([]);
  });

  describe('locks its packages', () => {
    interface Locked {
      version: string;
      resolved?: string;
      integrity?: string;
      dev?: boolean;
      optional?: boolean;
      os?: string[];
      optionalDependencies?: Record<string, string>;
    }
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, Locked>;
    };
    const installed = Object.entries(lock.packages).filter(([path]) => path !== '');

    it('by content, not by download address', () => {
      expect(installed.length).toBeGreaterThan(50);
      expect(installed.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
      // The binaries for some platforms were not to be had where the file was written; nothing else goes unchecked.
      const unchecked = installed.filter(([, entry]) => entry.integrity === undefined);
      expect(unchecked.filter(([, { dev, optional, os }]) => !(dev && optional && os))).toEqual([]);
    });

    // npm leaves out what it cannot find while writing the file, and `npm ci` then refuses the file on every machine.
    it('for every platform', () => {
      const missing = installed.flatMap(([path, { optionalDependencies = {} }]) =>
        Object.keys(optionalDependencies).filter(
          (name) => !(`${path}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages),
        ),
      );
      expect(missing).toEqual([]);
    });
  });

  it('agrees with itself on its version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { version: string };
    expect(lock.version).toBe(version);
  });

  it('leaves no test switched off: `skipIf` with a reason beside it is the only way', () => {
    expect(matches(pattern('\\b(it|test|describe|suite)', '(\\.\\w+)*\\.(only|skip|todo|fails)\\b'), isTest)).toEqual(
      [],
    );
    expect(matches(pattern('\\b(x|f)(it|test|describe)', '\\('), isTest)).toEqual([]);
    // The reason is a comment on the same line or on the line before.
    const bare = texts
      .filter(({ file }) => isTest(file))
      .flatMap(({ file, lines }) =>
        lines.flatMap((line, index) => {
          const explained = /\/\/ \w/.test(line) || /^\s*\/\/ \w/.test(lines[index - 1] ?? '');
          return pattern('\\.(skip|run)', 'If\\(').test(line) && !explained ? [`${file}:${index + 1}`] : [];
        }),
      );
    expect(bare).toEqual([]);
  });
});
