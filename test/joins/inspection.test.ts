import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectionDocument, open, REPORTERS } from '../../src/index.ts';

const ROOT = join(import.meta.dirname, '../../fixtures');
const cases = readdirSync(ROOT)
  .flatMap((format) => readdirSync(join(ROOT, format)).map((name) => join(format, name)))
  .filter((name) => existsSync(join(ROOT, name, 'expected.json')));

describe('inspect accounts for every row', () => {
  it.each(cases)('of %s', async (name) => {
    const folder = join(ROOT, name);
    const inputs = readdirSync(folder)
      .filter((file) => file !== 'expected.json')
      .map((file) => join(folder, file));
    const analysis = await open(inputs, { dateOrder: 'dmy' }).catch(() => null);
    // Cases that need options of their own are read by the conformance test.
    if (analysis === null) return;
    const { files, findings } = analysis.inspect();
    const codes = new Set(findings.map(({ code }) => code));
    for (const file of files) {
      expect(file.rows).toBe(file.used + file.merged + file.rejected);
      expect(file.rejectedBy.reduce((sum, { rows }) => sum + rows, 0)).toBe(file.rejected);
      // Each rejected row stands in a finding that is there.
      for (const { code } of file.rejectedBy) expect(codes).toContain(code);
      expect(Object.keys(file.mapping)).not.toEqual([]);
      expect(file.zone.evidence).not.toBe('');
    }
  });

  it('by the finding it stands in, and in all files together', async () => {
    const data =
      'id,to,at\nA,Doing,2026-03-02T10:00Z\n,Doing,2026-03-02T10:00Z\nB,Doing,soon\nC,Doing,later\nA,Doing,2026-03-02T10:00Z\n';
    const inputs = [
      { name: 'a.csv', data },
      { name: 'b.csv', data: 'id,to,at\nB,Doing,25/3/2026\nB,Done,3/4/2026\n' },
    ];
    const inspection = (await open(inputs)).inspect();
    expect(inspection.files[0]).toMatchObject({ rows: 5, used: 1, merged: 1, rejected: 3 });
    expect(inspection.files[0]?.rejectedBy).toEqual([
      { code: 'unreadable-date', rows: 2 },
      { code: 'missing-id', rows: 1 },
    ]);
    const markdown = REPORTERS.find(({ id }) => id === 'markdown');
    const text = markdown?.render(inspectionDocument(inspection), {} as never) ?? '';
    expect(text).toContain('3 rows: unreadable-date 2, missing-id 1');
    expect(text).toMatch(/\| All files \| 7 \| 3 \| 1 \| 3 \| — \| 4 \|/);
    expect(text).toContain('day first, proved: “25/3/2026” in column “at” on line 2'.replace(/[“”]/g, '"'));
    expect(text).toContain('id ← id, to ← to, at ← at');
  });

  it('counts the status of today of items without transitions, and entries of the others', async () => {
    const list = 'id,created,finished,status\nA,2026-03-02,,To do\nB,2026-03-02,,To do\nC,2026-03-02,2026-03-04,Done\n';
    const history = 'id,to,at\nD,To do,2026-03-02T10:00Z\nD,Done,2026-03-03T10:00Z\nD,To do,2026-03-04T10:00Z\n';
    const inputs = [
      { name: 'list.csv', data: list },
      { name: 'history.csv', data: history },
    ];
    // A and B, and D twice; C, and D once.
    const { statuses } = (await open(inputs)).inspect();
    expect(statuses.map(({ status, count }) => [status, count])).toEqual([
      ['To do', 4],
      ['Done', 2],
    ]);
  });
});
