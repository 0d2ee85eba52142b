import { describe, expect, it } from 'vitest';
import { chooseFormat } from '../../../src/ingest/detect/choose-format.ts';
import type { Sample } from '../../../src/ingest/detect/probe-formats.ts';
import type { Probe, TableFormat } from '../../../src/ingest/format.ts';
import { headerKey } from '../../../src/ingest/table/header-key.ts';
import { errorOf, fileOf, readText } from '../read-text.ts';

function format(id: string, score: Probe['score'], matched: string[] = ['x'], missing: string[] = []): TableFormat {
  return {
    id,
    name: id,
    tool: 'table',
    grade: 'full-log',
    kindEvidence: { tool: null, finishDates: null, statusToday: false },
    identity: { item: 'id', statuses: null, aliases: null },
    description: '',
    howToGet: [],
    fields: {},
    shape: 'table',
    probe: () => ({ score, matched, missing }),
    open: () => ({ row: () => undefined }),
  };
}

const sample: Sample = { file: 'a.csv', table: { header: ['x', 'y'], rows: [] }, json: null, fields: {} };
const codeOf = async (choose: () => unknown) => errorOf(Promise.resolve().then(choose));

describe('the choice of a format', () => {
  it('takes what is certain before what is likely', () => {
    const choice = chooseFormat([format('a', 'likely'), format('b', 'certain', ['x', 'y'])], null, sample);
    expect(choice).toMatchObject({ format: { id: 'b' }, because: 'x, y', guess: false });
  });

  it('takes the first of the likely ones, and says that it is a guess', () => {
    const choice = chooseFormat(
      [format('a', 'no'), format('b', 'likely', ['x'], ['z']), format('c', 'likely')],
      null,
      sample,
    );
    expect(choice).toMatchObject({ format: { id: 'b' }, guess: true });
    expect(choice.because).toBe('a guess by x (no z); --input overrules it');
  });

  it('does not choose among several certain ones', async () => {
    const error = await codeOf(() => chooseFormat([format('a', 'certain'), format('b', 'certain')], null, sample));
    expect(error.code).toBe('ambiguous-format');
    expect(error.message).toBe('a.csv: it can be read as a and as b. Say which with --input a or --input b.');
  });

  it('says which columns there are, what comes nearest and what it lacks', async () => {
    const error = await codeOf(() =>
      chooseFormat([format('a', 'no', ['x'], ['p', 'q']), format('b', 'no', ['x', 'y'], ['at'])], null, sample),
    );
    expect(error.code).toBe('unknown-format');
    expect(error.message).toContain('(x, y); it comes nearest to b');
    expect(error.message).toContain('--map');
    expect(error.message).toContain('pitwall formats');
  });

  it('knows a history that is given for an export', async () => {
    const header = ['schemaVersion', 'tool.name', 'series', 'period.start', 'fingerprint', 'inputHash'];
    const error = await codeOf(() =>
      chooseFormat([format('a', 'no')], null, { ...sample, table: { header, rows: [] } }),
    );
    expect(error.message).toBe(
      'a.csv: it is a history of snapshots, which holds no items. Name the export, and the history with --history',
    );
  });

  it('is overruled by --input', async () => {
    expect(chooseFormat([format('a', 'no'), format('b', 'certain')], 'a', sample).format.id).toBe('a');
    const error = await codeOf(() => chooseFormat([format('transition-log', 'no')], 'transition-logs', sample));
    expect(error).toMatchObject({ code: 'unknown-format-id', where: '--input' });
    expect(error.cure).toContain('Did you mean transition-log?');
  });
});

describe('the format of a file', () => {
  it('is given with the columns that decided it', async () => {
    const log = await readText('id,from,to,at\nA,x,Doing,2026-03-02\n');
    expect(fileOf(log)).toMatchObject({ format: 'transition-log', recognisedBy: 'id, to, at, from' });
  });

  it('is a guess where ids do not repeat', async () => {
    const log = await readText('id,to,at\nA,Doing,2026-03-02\nB,Doing,2026-03-02\n');
    expect(fileOf(log).recognisedBy).toContain('a guess');
  });

  it('is what --input says; what the format lacks is asked for', async () => {
    const log = await readText('id,to,at\nA,Doing,2026-03-02\n', { input: 'transition-log' });
    expect(fileOf(log).recognisedBy).toBe('--input');
    const error = await errorOf(readText('foo,bar\n1,2\n', { input: 'transition-log' }));
    expect(error).toMatchObject({ code: 'missing-column', where: 'log.csv' });
    expect(error.message).toContain('--map id=');
    expect((await errorOf(readText('id,to,at\n', { input: 'nope' }))).code).toBe('unknown-format-id');
  });
});

describe('headerKey', () => {
  it.each([
    ['Issue key', 'issue_key'],
    ['Issue key', 'ISSUE-KEY'],
    ['\uFEFFID', 'id'],
    ['Component/s', 'components'],
    ['Blocked?', 'blocked'],
    ['Cafe\u0301', 'Café'],
    ['Custom field (Story Points)', 'custom_field_story_points'],
  ])('%j is %j', (a, b) => {
    expect(headerKey(a)).toBe(headerKey(b));
  });

  it.each([
    ['concept:name', 'case:concept:name'],
    ['concept:name', 'concept name'],
    ['Σ Original estimate', 'Original estimate'],
    ['#', ''],
    ['-', '.'],
  ])('%j is not %j', (a, b) => {
    expect(headerKey(a)).not.toBe(headerKey(b));
  });
});
