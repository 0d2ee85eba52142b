import { describe, expect, it } from 'vitest';
import { readLog } from '../../src/ingest/read-log.ts';
import { changes, errorOf, OPTIONS, stream } from '../ingest/read-text.ts';

const open = 'id;to;at\nA;Doing;3/4/2026\nA;Done;5/4/2026\n';
const proving = 'id;to;at\nB;Doing;25/3/2026\n';
const monthFirst = 'id;to;at\nC;Doing;3/25/2026\n';
const input = (name: string, data: string) => ({ name, data });
const APRIL = ['A 2026-04-03T00:00:00.000Z Doing', 'A 2026-04-05T00:00:00.000Z Done'];

describe('the order of day and month', () => {
  it('of a file that leaves it open is that which another of its tool proves, wherever that stands', async () => {
    for (const files of [
      [input('open.csv', open), input('proof.csv', proving)],
      [input('proof.csv', proving), input('open.csv', open)],
    ]) {
      const log = await readLog(files, OPTIONS);
      expect(changes(log)).toEqual(expect.arrayContaining(APRIL));
      expect(log.transitionCount).toBe(3);
      const file = log.files.find((one) => one.file === 'open.csv');
      expect(file?.dateOrder).toEqual({
        order: 'dmy',
        certainty: 'inferred',
        evidence: '"25/3/2026" in column "at" on line 2 of proof.csv',
      });
    }
  });

  it('is asked for, with both readings of a cell, where no other file or contradicting ones prove it', async () => {
    for (const others of [[], [input('a.csv', proving), input('b.csv', monthFirst)]]) {
      const error = await errorOf(readLog([...others, input('open.csv', open)], OPTIONS));
      expect(error).toMatchObject({ code: 'date-order', where: 'open.csv:2' });
      expect(error.message).toContain('"3/4/2026" in column "at" is 3 April 2026 or 4 March 2026');
    }
  });

  it('is not taken from a file of another format', async () => {
    const dates = 'id,Created,Finished\n1,25/3/2026,26/3/2026\n';
    expect(await errorOf(readLog([input('a.csv', dates), input('open.csv', open)], OPTIONS))).toMatchObject({
      code: 'date-order',
    });
  });

  it('is asked for where a file that comes too late cannot be waited for: a stream is read once', async () => {
    const files = [
      { name: '-', data: stream([open]) },
      { name: 'proof.csv', data: proving },
    ];
    expect(await errorOf(readLog(files, OPTIONS))).toMatchObject({ code: 'date-order' });
  });

  it('as the user says it goes before that of other files', async () => {
    const files = [input('open.csv', open), input('proof.csv', proving)];
    const [file] = (await readLog(files, { ...OPTIONS, dateOrder: 'mdy' })).files;
    expect(file?.dateOrder).toMatchObject({ order: 'mdy', certainty: 'assumed' });
  });
});
