// docs/mcp.md: its tools, inputs and limits are those of the program, and its blocks for clients are what clients read.
import { describe, expect, it } from 'vitest';
import { MOST_BYTES } from '../../src/cli/mcp/answer-of.ts';
import { MOST_TEXT } from '../../src/cli/mcp/clean-text.ts';
import { INPUTS } from '../../src/cli/mcp/inputs.ts';
import { fencesOf, pageText } from './pages.ts';

const PAGE = 'docs/mcp.md';
const text = pageText(PAGE);
const SELECTION = ['from', 'to', 'last', 'asOf', 'basis', 'where'];
const PAGES = ['list', 'offset', 'limit'];

describe(PAGE, () => {
  const rows = Array.from(text.matchAll(/^\| `([a-z]+)` \| .* \| (.*) \|$/gm), ([, tool, own]) => ({
    tool: tool as string,
    own: Array.from((own as string).matchAll(/`([a-zA-Z]+)`/g), ([, name]) => name),
  }));

  it('lists every tool with its own inputs', () => {
    const tools = Object.entries(INPUTS).map(([tool, { shape }]) => ({
      tool,
      own: Object.keys(shape).filter((name) => ![...SELECTION, ...PAGES].includes(name)),
    }));
    const sorted = (list: typeof rows) => list.map(({ own, tool }) => ({ tool, own: [...own].sort() }));
    expect(sorted(rows)).toEqual(sorted(tools));
  });

  it('says which inputs all tools have', () => {
    for (const [tool, { shape }] of Object.entries(INPUTS)) {
      const names = Object.keys(shape);
      if (tool !== 'explain') expect(names, tool).toEqual(expect.arrayContaining(SELECTION));
      expect(names, tool).toEqual(expect.arrayContaining(PAGES.filter((name) => tool !== 'items' || name !== 'list')));
    }
    for (const name of [...SELECTION, ...PAGES]) expect(text).toContain(`\`${name}\``);
  });

  it('states the limits', () => {
    expect(text).toContain(`larger than ${MOST_BYTES.toLocaleString('en-US')} bytes`);
    expect(text).toContain(`longer than ${MOST_TEXT} characters`);
  });

  it('shows blocks that clients can read', () => {
    const blocks = fencesOf(PAGE).filter(({ text: block }) => block.includes('mcpServers'));
    expect(blocks).toHaveLength(2);
    for (const block of blocks) {
      const { mcpServers } = JSON.parse(block.text) as { mcpServers: { pitwall: { command: string; args: string[] } } };
      const { args, command } = mcpServers.pitwall;
      expect([command, ...args].join(' ')).toMatch(/^(pitwall|node \S+\/bin\/pitwall\.js) mcp \/\S+\.csv/);
    }
  });
});
