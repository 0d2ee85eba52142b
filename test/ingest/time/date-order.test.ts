import { describe, expect, it } from 'vitest';
import { headerKey } from '../../../src/ingest/table/header-key.ts';
import { PlausibilityCount, plausibilityRule } from '../../../src/ingest/time/date-plausibility.ts';
import { rowsOf } from '../log-rows.ts';
import { changes, errorOf, fileOf, readText } from '../read-text.ts';

const log = (...dates: string[]) => `id,to,at\n${dates.map((date, index) => `A,S${index},${date}\n`).join('')}`;

describe('the order of day and month', () => {
  it('is proved by a cell above 12, and holds for the rows before it too', async () => {
    const read = await readText(log('03/04/2026', '05/04/2026', '13/04/2026', '04/05/2026'));
    expect(changes(read).map((change) => change.slice(2, 12))).toEqual([
      '2026-04-03',
      '2026-04-05',
      '2026-04-13',
      '2026-05-04',
    ]);
    expect(fileOf(read).dateOrder).toEqual({
      order: 'dmy',
      certainty: 'proved',
      evidence: '"13/04/2026" in column "at" on line 4',
    });
  });

  it('keeps rows in the order of the file while they wait, other layouts among them', async () => {
    const read = await readText(log('2026-01-01', '03/04/2026', '2026-01-02', '4/25/2026'));
    expect(changes(read).map((change) => change.slice(2, 12))).toEqual([
      '2026-01-01',
      '2026-03-04',
      '2026-01-02',
      '2026-04-25',
    ]);
    expect(fileOf(read).dateOrder.order).toBe('mdy');
    expect(rowsOf(read, 'line')).toEqual([2, 3, 4, 5]);
  });

  it('is one for all the columns of a file', async () => {
    const read = await readText('id,to,at,created\nA,Doing,03/04/2026,01/02/2026\nA,Done,05/04/2026,25/02/2026\n');
    expect(fileOf(read).dateOrder.order).toBe('dmy');
    expect(new Date(read.created.at(0)).toISOString().slice(0, 10)).toBe('2026-02-01');
  });

  it('cannot be both: the error shows a cell of each', async () => {
    const error = await errorOf(readText(log('13/04/2026', '05/04/2026', '04/25/2026')));
    expect(error.code).toBe('mixed-date-order');
    expect(error.message).toContain('"13/04/2026" on line 2 is day first');
    expect(error.message).toContain('"04/25/2026" on line 4 is month first');
  });

  it('stops where nothing tells, showing both readings and the option', async () => {
    const error = await errorOf(readText(log('03/04/2026', '05/04/2026')));
    expect(error.code).toBe('date-order');
    expect(error.where).toBe('log.csv:2');
    expect(error.message).toContain('"03/04/2026" in column "at" is 3 April 2026 or 4 March 2026');
    expect(error.message).toContain('--date-order dmy');
  });

  it('is assumed as the user says where nothing tells', async () => {
    const read = await readText(log('03/04/2026', '05/04/2026'), { dateOrder: 'mdy' });
    expect(changes(read)[0]).toBe('A 2026-03-04T00:00:00.000Z S0');
    expect(fileOf(read).dateOrder).toMatchObject({ order: 'mdy', certainty: 'assumed' });
  });

  it('is what the file proves, whatever the user says', async () => {
    const read = await readText(log('03/04/2026', '13/04/2026'), { dateOrder: 'mdy' });
    expect(fileOf(read).dateOrder).toMatchObject({ order: 'dmy', certainty: 'proved' });
  });

  it('is inferred where the other order puts three changes before their creation', async () => {
    const rows = [1, 2, 3].map((day) =>
      ['Doing', 'Done'].map((to) => `A${day},${to},0${day}/12/2025,0${day + 1}/11/2025\n`).join(''),
    );
    const read = await readText(`id,to,at,created\n${rows.join('')}`);
    expect(fileOf(read).dateOrder).toMatchObject({ order: 'dmy', certainty: 'inferred' });
    expect(fileOf(read).dateOrder.evidence).toContain('0 with the day first, 6 with the month first');
  });

  it('is not inferred from less', async () => {
    const read = readText('id,to,at,created\nA,Doing,01/12/2025,02/11/2025\nA,Done,03/12/2025,02/11/2025\n');
    expect((await errorOf(read)).code).toBe('date-order');
  });

  it('is not needed for year first, month names and equal numbers', async () => {
    const order = async (date: string) => fileOf(await readText(log(date, date))).dateOrder;
    expect(await order('2026-04-03')).toEqual({ order: 'ymd', certainty: 'not needed', evidence: null });
    expect(await order('3/Apr/26')).toEqual({ order: null, certainty: 'not needed', evidence: null });
    expect(await order('4/4/2026')).toEqual({ order: null, certainty: 'not needed', evidence: null });
  });
});

describe('PlausibilityCount', () => {
  const DAY = 86_400_000;

  it('counts dates of a row that step back, by the names of the columns', () => {
    const count = new PlausibilityCount(
      plausibilityRule(['Closed Date', 'Created Date', 'Activated Date', 'Updated'].map(headerKey)),
      100 * DAY,
    );
    count.row([3 * DAY, DAY, 2 * DAY, 4 * DAY], [DAY, 2 * DAY, 3 * DAY, DAY]);
    expect([count.dmy, count.mdy]).toEqual([0, 1]);
    expect(count.verdict()).toBeNull();
  });

  it('takes columns whose names tell nothing in the order of the file', () => {
    const count = new PlausibilityCount(plausibilityRule(['Ready', 'Dev', 'Test', 'Done']), 100 * DAY);
    for (let row = 0; row < 3; row++) count.row([1, 2, Number.NaN, 3], [3, 2, 1, Number.NaN]);
    expect([count.dmy, count.mdy, count.verdict()]).toEqual([0, 6, 'dmy']);
  });

  it('counts dates later than a day from now', () => {
    const count = new PlausibilityCount(plausibilityRule(['at']), 100 * DAY);
    for (let row = 0; row < 3; row++) count.row([101 * DAY + 1], [101 * DAY]);
    expect([count.dmy, count.mdy, count.verdict()]).toEqual([3, 0, 'mdy']);
  });
});

describe('the time zone', () => {
  it('is proved where every timestamp states its offset', async () => {
    const read = await readText(log('2026-03-02T10:00:00+01:00', '1772445600'), { timeZone: 'Europe/Madrid' });
    expect(fileOf(read).zone.certainty).toBe('proved');
    expect(changes(read)[0]).toBe('A 2026-03-02T09:00:00.000Z S0');
  });

  it('is assumed for those that do not, with one of them', async () => {
    const read = await readText(log('2026-07-02T10:00:00Z', '2026-07-02 10:00'), { timeZone: 'Europe/Madrid' });
    expect(fileOf(read).zone).toEqual({
      certainty: 'assumed',
      evidence:
        '1 of 2 timestamps do not state their offset, such as "2026-07-02 10:00" on line 3: read in Europe/Madrid',
    });
    expect(changes(read)[1]).toBe('A 2026-07-02T08:00:00.000Z S1');
  });
});
