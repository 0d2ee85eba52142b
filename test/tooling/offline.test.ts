// Nothing that is built can open a connection: it takes in no module of Node that could, and names nothing global that does.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const dist = mkdtempSync(join(realpathSync(tmpdir()), 'pitwall-offline-'));
afterAll(() => rmSync(dist, { recursive: true, force: true }));

/** Modules that open connections, or run what may; `node:` before the name or not. */
const REFUSED =
  /^(http|https|http2|net|tls|dgram|dns|inspector|undici|ws|node-fetch|axios|cluster|worker_threads)(\/|$)/;
const GLOBALS = new Set(['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'WebTransport', 'RTCPeerConnection']);

/** What is read of a node of the parsed code. */
interface Node extends Record<string, unknown> {
  source?: { value?: string };
  callee?: { type?: string; value?: string; property?: { value?: string } };
  arguments?: { expression?: { type?: string; value?: string } }[];
  property?: { type?: string };
  key?: { type?: string };
}

/** What a file takes in, and which global names it uses, in its code and not in its texts. */
function usesOf(code: string): { modules: string[]; globals: string[] } {
  const modules: string[] = [];
  const globals: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      node.forEach(visit);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const { type, value, source, callee, arguments: given, property, key, ...rest } = node as Node;
    if (typeof source?.value === 'string') modules.push(source.value);
    if (type === 'CallExpression') {
      const names = [callee?.value, callee?.property?.value];
      const takesIn =
        callee?.type === 'Import' || names.some((name) => name === 'require' || name === 'getBuiltinModule');
      const [first] = given ?? [];
      if (takesIn && first?.expression?.type === 'StringLiteral') modules.push(String(first.expression.value));
    }
    if (type === 'Identifier' && GLOBALS.has(String(value))) globals.push(String(value));
    // `globalThis.fetch`, `window["fetch"]`.
    if (type === 'MemberExpression' && isGlobal(node)) globals.push(nameOf(property));
    for (const inner of [callee, given, source, ...Object.values(rest)]) visit(inner);
    // Of `a.fetch` and `{ fetch: 1 }`, `fetch` is no name in scope.
    for (const name of [property, key]) if (name?.type !== 'Identifier') visit(name);
  };
  visit(parseSync(code, { syntax: 'ecmascript', target: 'es2022' }));
  return { modules, globals };
}

const nameOf = (property: unknown): string => {
  const { type, value, expression } = property as { type: string; value?: string; expression?: { value?: string } };
  return String(type === 'Computed' ? expression?.value : value);
};

function isGlobal(node: object): boolean {
  const { object, property } = node as { object?: { type?: string; value?: string }; property?: unknown };
  const isRoot =
    object?.type === 'Identifier' && ['globalThis', 'global', 'self', 'window'].includes(object.value ?? '');
  return isRoot && GLOBALS.has(nameOf(property));
}

const refused = ({ globals, modules }: ReturnType<typeof usesOf>) => [
  ...modules.filter((name) => REFUSED.test(name.replace(/^node:/, ''))),
  ...globals,
];

describe('what is built', () => {
  let files: string[];
  beforeAll(() => {
    const build = spawnSync(process.execPath, [join(root, 'tools/build.mjs'), dist], { encoding: 'utf8' });
    expect(build.stderr).toBe('');
    files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => /\.c?js$/.test(name));
  });

  it('takes in no module that opens connections, and names nothing that does', () => {
    const used = files.map((file) => ({ file, uses: usesOf(readFileSync(join(dist, file), 'utf8')) }));
    expect(used.flatMap(({ file, uses }) => refused(uses).map((use) => `${file}: ${use}`))).toEqual([]);
    const modules = used.flatMap(({ uses }) => uses.modules);
    // The test sees imports of both kinds.
    expect(modules).toEqual(expect.arrayContaining(['node:fs/promises', 'node:child_process']));
  });

  it('has the protocol of AI clients in code that no other command loads', () => {
    const withProtocol = files.filter((file) =>
      readFileSync(join(dist, file), 'utf8').includes('notifications/initialized'),
    );
    expect(withProtocol).toHaveLength(1);
    const [chunk = ''] = withProtocol.map((file) => file.replace(/^.*[\\/]/, ''));
    const entries = ['cli.js', 'index.js', ...files.filter((file) => /program-/.test(file))];
    for (const entry of entries) {
      const text = readFileSync(join(dist, entry), 'utf8');
      // A command imports it when it runs.
      expect(text).not.toMatch(new RegExp(`(from|^import)\\s*"[^"]*${chunk}"`, 'm'));
    }
  });
});

describe('the test itself', () => {
  it.each([
    'import https from "node:https"',
    'import "net"',
    'export * from "node:tls"',
    'const x = await import("node:dgram")',
    'const x = require("http2")',
    'process.getBuiltinModule("node:net")',
    'import { request } from "undici"',
    'fetch("x")',
    'const f = globalThis.fetch',
    'const f = globalThis["fetch"]',
    'new WebSocket("x")',
    'function f(send = fetch) {}',
  ])('sees %s', (code) => {
    expect(refused(usesOf(code))).toHaveLength(1);
  });

  it.each([
    'const text = "fetch the rest from node:http"',
    'page.fetch(1)',
    'const o = { fetch: 1 }',
    'import "node:fs"',
  ])('passes %s', (code) => {
    expect(refused(usesOf(code))).toEqual([]);
  });
});
