// A question that is cancelled stops the reading that it needs, and the next question finds everything as it was.

import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../src/cli/mcp/answer-of.ts';
import { FilesAtHand } from '../../../src/cli/mcp/files-at-hand.ts';
import { folderWith, Screen } from '../terminal.ts';

const ITEMS = 40_000;

/** Enough rows that reading them takes longer than the timer of a test. */
function longLog(): string {
  const rows = ['id,type,to,at'];
  for (let n = 0; n < ITEMS; n++) {
    const day = `2026-01-${String(1 + (n % 27)).padStart(2, '0')}`;
    rows.push(`A-${n},Bug,Doing,${day}T09:00:00Z`, `A-${n},Bug,Done,${day}T17:00:00Z`);
  }
  return `${rows.join('\n')}\n`;
}

describe('a cancelled question', () => {
  it('stops while it reads, or before, and leaves the next one be', async () => {
    const cwd = folderWith({ 'log.csv': longLog() });
    const session = {
      ...{ argv: [], env: {}, cwd, stdin: Object.assign(Readable.from([]), { isTTY: false }) },
      ...{ stdout: new Screen(), stderr: new Screen() },
    };
    const files = await FilesAtHand.of([join(cwd, 'log.csv')], { where: [] } as never, undefined, session as never);
    const ask = (signal: AbortSignal) => answerOf('report', { where: ['type=Bug'] }, files, String, signal);
    await expect(ask(AbortSignal.abort(new Error('nobody waits')))).rejects.toThrow('nobody waits');
    const client = new AbortController();
    setTimeout(() => client.abort(new Error('cancelled')), 5);
    await expect(ask(client.signal)).rejects.toThrow('cancelled');
    const { isError, structuredContent } = await ask(new AbortController().signal);
    expect(isError).toBeUndefined();
    expect(structuredContent?.result).toMatchObject({ items: { total: ITEMS } });
  });
});
