import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialColumns, withSerialDates } from '../../../src/ingest/table/column-words/serial-dates.ts';
import { isSerial, readSerial } from '../../../src/ingest/time/excel-serial.ts';
import { Timestamp } from '../../../src/ingest/time/timestamp.ts';
import { readText } from '../read-text.ts';

const timestamp = new Timestamp();

describe("Excel's dates", () => {
  it.each([
    // Excel's day 1 is 1 January 1900 and it counts a 29 February 1900: day 45,292 is 1 January 2024.
    ['45292', '2024-01-01T00:00:00.000Z', 'day'],
    ['45292.5', '2024-01-01T12:00:00.000Z', 'second'],
    ['45292,75', '2024-01-01T18:00:00.000Z', 'second'],
    // 1/86,400 of a day is a second.
    ['45292.0000115741', '2024-01-01T00:00:01.000Z', 'second'],
  ])('reads %s', (text, iso, precision) => {
    expect(readSerial(text, timestamp)).toBe(true);
    expect([new Date(timestamp.dmy).toISOString(), timestamp.precision]).toEqual([iso, precision]);
  });

  it.each(['1', '36525', '54789', '45292.', '-45292', '4.5292E4', '45 292', '045292'])(
    'reads no date in %s',
    (text) => {
      expect(isSerial(text)).toBe(false);
      expect(readSerial(text, timestamp)).toBe(false);
    },
  );

  it('reads back every second', () => {
    const second = fc.integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2049, 11, 30) / 1000 });
    fc.assert(
      fc.property(second, (seconds) => {
        const days = seconds / 86_400 + 25_569;
        expect(readSerial(String(Number(days.toPrecision(15))), timestamp)).toBe(true);
        expect(timestamp.dmy).toBe(seconds * 1000);
      }),
    );
  });

  it('finds them only in columns of dates whose every cell is one', () => {
    const header = ['Created', 'Request No', 'Due date', 'Estimate', 'closed_at', 'Points', 'Done'];
    const rows = [
      ['45292', '45292', '45293', '43200', '45300.5', '45000', '45301'],
      ['', '45293', 'soon', '43200', '45301.5', '45000', '45302'],
    ];
    expect([...serialColumns({ header, rows })].map((column) => header[column])).toEqual([
      'Created',
      'closed_at',
      'Done',
    ]);
    expect(withSerialDates({ header, rows }).rows[0]).toEqual([
      '2024-01-01',
      '45292',
      '45293',
      '43200',
      '2024-01-09T12:00:00',
      '45000',
      '2024-01-10',
    ]);
  });

  it('are read in a file, and said to be a guess', async () => {
    const log = await readText(
      'Issue key,Created,Started date,Closed date\nA-1,45292,45293.5,45300.75\nA-2,45293,45294.5,45302\nA-3,45295,,\n',
    );
    expect(log.files[0]).toMatchObject({ format: 'milestones', used: 3, rejected: 0 });
    expect(log.findings.list().find(({ code }) => code === 'serial-dates')).toMatchObject({
      weight: 'warning',
      count: 3,
    });
  });
});

describe('ranges of dates', () => {
  it('are read as their start, and as their end where the finish is asked for', async () => {
    const log = await readText('id,title,Dates\nA,x,"March 1, 2026 → March 5, 2026"\nB,y,"March 2, 2026"\n', {
      input: 'milestones',
      fields: { started: 'Dates', finished: 'Dates' },
    });
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
    expect([0, 1].map((item) => [day(log.started.at(item)), day(log.finished.at(item))])).toEqual([
      ['2026-03-01', '2026-03-05'],
      ['2026-03-02', '2026-03-02'],
    ]);
  });
});
