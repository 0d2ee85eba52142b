// The licences of bundled packages.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licences of all bundled packages, and their notices: each requires that its text comes with a copy.
 *
 * @param {string} root
 * @param {readonly string[]} inputs the files that a bundle holds
 */
export function licences(root, inputs) {
  const packages = new Set();
  for (const input of inputs) {
    const found = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
    if (found !== undefined) packages.add(found);
  }
  const texts = [...packages].sort().map((path) => {
    const meta = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    const files = readdirSync(join(root, path));
    const text = [/^licen[cs]e/i, /^notice/i].flatMap((wanted) => {
      const file = files.find((name) => wanted.test(name));
      return file === undefined ? [] : [readFileSync(join(root, path, file), 'utf8').trim()];
    });
    return `${meta.name} ${meta.version} (${meta.license})\n\n${text.join('\n\n')}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}
